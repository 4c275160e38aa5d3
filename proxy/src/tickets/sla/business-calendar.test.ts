import {
  addBusinessMinutes,
  businessMinutesBetween,
  createBusinessCalendar,
  isOpen,
  nextOpening,
} from './business-calendar';
import { readBusinessHours, WEEKDAYS, type Weekday } from './business-hours';
import { asTableRow, type HoursNote } from './hours.fixture';

const every = (days: readonly Weekday[], opens: string, closes: string): HoursNote[] =>
  days.map((weekday) => ({ weekday, opens, closes }));
const holidays = (...dates: string[]): HoursNote[] => dates.map((holiday) => ({ holiday }));
const calendar = (zone: string, ...notes: HoursNote[][]) =>
  createBusinessCalendar(readBusinessHours(asTableRow(notes.flat()), zone));

const WORKDAYS = WEEKDAYS.slice(1, 6);
const berlin = calendar(
  'Europe/Berlin',
  every(WORKDAYS, '09:00', '12:30'),
  every(WORKDAYS, '13:30', '17:00'),
  holidays('2026-12-25', '2027-01-01'),
);
const always = (zone: string) => calendar(zone, every(WEEKDAYS, '00:00', '24:00'));

const at = (text: string) => new Date(text);
const minutes = (given: typeof berlin, from: string, to: string) => businessMinutesBetween(given, at(from), at(to));
const after = (given: typeof berlin, from: string, count: number) =>
  addBusinessMinutes(given, at(from), count).toISOString();

it('opens at the first moment of its hours and closes at their end', () => {
  const times = ['2026-06-01T06:59:59.999Z', '2026-06-01T07:00Z', '2026-06-01T10:29:59.999Z', '2026-06-01T10:30Z'];
  expect(times.map((time) => isOpen(berlin, at(time)))).toEqual([false, true, true, false]);
});

it('is closed between two shifts', () => {
  expect(minutes(berlin, '2026-06-01T10:00Z', '2026-06-01T12:00Z')).toBe(60);
  expect(after(berlin, '2026-06-01T10:00Z', 31)).toBe('2026-06-01T11:31:00.000Z');
});

it('the last minute ends when it closes, not when it next opens', () => {
  expect(after(berlin, '2026-06-05T14:00Z', 60)).toBe('2026-06-05T15:00:00.000Z');
  expect(after(berlin, '2026-06-05T14:00Z', 61)).toBe('2026-06-08T07:01:00.000Z');
});

it('no minutes take no time, open or closed', () => {
  expect(after(berlin, '2026-06-06T12:00Z', 0)).toBe('2026-06-06T12:00:00.000Z');
});

it('next opens now when it is open, else with the next shift', () => {
  expect(nextOpening(berlin, at('2026-06-05T14:59:59Z'))).toEqual(at('2026-06-05T14:59:59Z'));
  expect(nextOpening(berlin, at('2026-06-05T15:00Z'))).toEqual(at('2026-06-08T07:00Z'));
});

it('counts parts of minutes', () => {
  expect(minutes(berlin, '2026-06-01T07:00:30Z', '2026-06-01T07:01:15Z')).toBe(0.75);
  expect(after(berlin, '2026-06-01T07:00:30Z', 1)).toBe('2026-06-01T07:01:30.000Z');
});

it('counts backwards with a minus', () => {
  expect(minutes(berlin, '2026-06-01T08:00Z', '2026-06-01T07:00Z')).toBe(-60);
  expect(minutes(berlin, '2026-06-07T08:00Z', '2026-06-07T07:00Z')).toBe(0);
});

it('opens an hour earlier in UTC after the clocks go forward', () => {
  expect(nextOpening(berlin, at('2026-03-27T00:00Z')).toISOString()).toBe('2026-03-27T08:00:00.000Z');
  expect(nextOpening(berlin, at('2026-03-30T00:00Z')).toISOString()).toBe('2026-03-30T07:00:00.000Z');
});

it.each([
  ['a common day', 'Europe/Berlin', '2026-03-27T23:00Z', '2026-03-28T23:00Z', 1440],
  ['a spring day, an hour short', 'Europe/Berlin', '2026-03-28T23:00Z', '2026-03-29T22:00Z', 1380],
  ['an autumn day, an hour long', 'Europe/Berlin', '2026-10-24T22:00Z', '2026-10-25T23:00Z', 1500],
  ['a change of half an hour', 'Australia/Lord_Howe', '2026-10-03T13:30Z', '2026-10-04T13:00Z', 1410],
  ['a day without its first hour', 'Africa/Cairo', '2026-04-23T22:00Z', '2026-04-24T21:00Z', 1380],
])('around the clock, %s has the minutes that pass', (_name, zone, from, to, expected) => {
  expect(minutes(always(zone), from, to)).toBe(expected);
  const next = after(always(zone), from, expected);
  expect(next).toBe(at(to).toISOString());
});

it('hours the clocks skip do not exist', () => {
  const night = calendar('Europe/Berlin', every(['sunday'], '02:00', '03:30'));
  expect(minutes(night, '2026-03-28T23:00Z', '2026-03-29T22:00Z')).toBe(30);
  expect(nextOpening(night, at('2026-03-28T23:00Z')).toISOString()).toBe('2026-03-29T01:00:00.000Z');
  const skipped = calendar('Europe/Berlin', every(['sunday'], '02:00', '03:00'));
  expect(nextOpening(skipped, at('2026-03-28T23:00Z')).toISOString()).toBe('2026-04-05T00:00:00.000Z');
});

it('hours the clocks show twice are open twice', () => {
  const night = calendar('Europe/Berlin', every(['sunday'], '02:15', '02:45'));
  expect(minutes(night, '2026-10-24T22:00Z', '2026-10-25T23:00Z')).toBe(60);
  expect(after(night, '2026-10-24T22:00Z', 31)).toBe('2026-10-25T01:16:00.000Z');
});

it('a date that is left out has no hours', () => {
  expect(minutes(always('Pacific/Apia'), '2011-12-30T09:00Z', '2011-12-30T11:00Z')).toBe(120);
  const fridays = calendar('Pacific/Apia', every(['friday'], '00:00', '24:00'));
  expect(minutes(fridays, '2011-12-29T00:00Z', '2012-01-05T00:00Z')).toBe(0);
});

it('hours to midnight go on into hours from midnight', () => {
  const night = calendar('UTC', every(['monday'], '22:00', '24:00'), every(['tuesday'], '00:00', '06:00'));
  expect(minutes(night, '2026-06-01T00:00Z', '2026-06-03T00:00Z')).toBe(480);
  expect(after(night, '2026-06-01T22:00Z', 121)).toBe('2026-06-02T00:01:00.000Z');
  expect(isOpen(night, at('2026-06-02T00:00Z'))).toBe(true);
});

it('holidays around the end of a year are the local dates, on both sides of UTC', () => {
  expect(after(berlin, '2026-12-24T15:59Z', 2)).toBe('2026-12-28T08:01:00.000Z');
  expect(after(berlin, '2026-12-31T15:59Z', 2)).toBe('2027-01-04T08:01:00.000Z');
  for (const [zone, midnight] of [
    ['Pacific/Auckland', '2026-12-31T11:00Z'],
    ['America/Los_Angeles', '2027-01-01T08:00Z'],
  ] as const) {
    const closed = calendar(zone, every(WEEKDAYS, '00:00', '24:00'), holidays('2027-01-01'));
    expect(isOpen(closed, new Date(at(midnight).getTime() - 1))).toBe(true);
    expect(nextOpening(closed, at(midnight))).toEqual(new Date(at(midnight).getTime() + 86_400_000));
  }
});

it('says so when it stays closed, or minutes never pass', () => {
  const mondays = Array.from({ length: 600 }, (_, week) => new Date(Date.UTC(2026, 0, 5 + 7 * week)));
  const closed = calendar(
    'UTC',
    every(['monday'], '09:00', '10:00'),
    holidays(...mondays.map((day) => day.toISOString().slice(0, 10))),
  );
  const start = at('2026-01-01T00:00Z');
  expect(() => nextOpening(closed, start)).toThrow(/never open in the ten years after 2026-01-01/);
  expect(() => addBusinessMinutes(closed, start, 5)).toThrow(/^5 business minutes do not pass within ten years/);
  expect(() => addBusinessMinutes(berlin, start, 2 ** 31)).toThrow(/Check the SLA policy/);
});

it('refuses dates ten years apart, instants that are none and negative minutes', () => {
  expect(() => minutes(berlin, '0001-01-01T00:00Z', '2026-01-01T00:00Z')).toThrow(/more than ten years apart/);
  expect(() => isOpen(berlin, at('soon'))).toThrow('A clock was given an instant that is no date.');
  for (const wrong of [-1, NaN]) {
    expect(() => addBusinessMinutes(berlin, at('2026-01-01T00:00Z'), wrong)).toThrow(/must not be negative/);
  }
});
