import { createBusinessCalendar } from './business-calendar';
import { readBusinessHours, WEEKDAYS } from './business-hours';
import { asTableRow } from './hours.fixture';
import { dueAfterPause, readClock, readDueClock, type SlaClock } from './sla-clock';

const hours = WEEKDAYS.slice(1, 6).map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }));
const calendar = createBusinessCalendar(readBusinessHours(asTableRow(hours), 'UTC'));
const at = (text: string) => new Date(`2026-06-${text}Z`);

/** From Monday 09:00, 100 business minutes. */
const clock = (more: Partial<SlaClock> = {}): SlaClock => ({ startedAt: at('01T09:00'), minutes: 100, ...more });
const read = (more: Partial<SlaClock>, now: string) => readClock(calendar, clock(more), at(now));

it.each([
  ['01T10:19', 'on_track', 21],
  ['01T10:20', 'nearing', 20],
  ['01T10:40', 'nearing', 0],
  ['01T10:40:00.001', 'breached', -1],
  ['01T11:00', 'breached', -20],
])('a clock of 100 minutes from 09:00 is at %s %s with %d minutes left', (now, state, remainingMinutes) => {
  expect(read({}, now)).toEqual({ state, remainingMinutes, due: at('01T10:40'), stopped: false });
});

it('the share of minutes that is near can be chosen', () => {
  expect(readClock(calendar, clock(), at('01T10:00'), 0.5).state).toBe('nearing');
});

it('nights and weekends do not run the clock, and do not excuse a late answer', () => {
  const friday = { startedAt: at('05T16:00') };
  expect(read(friday, '08T09:00')).toMatchObject({ state: 'on_track', remainingMinutes: 40 });
  expect(read({ ...friday, minutes: 60 }, '06T12:00')).toMatchObject({ state: 'breached', remainingMinutes: 0 });
});

it('a ticket waiting for the customer is paused with the minutes it had left', () => {
  const pauses = [{ from: at('01T10:00') }];
  expect(read({ pauses }, '01T10:00')).toMatchObject({ state: 'paused', due: at('01T10:40') });
  expect(read({ pauses }, '02T09:10')).toEqual({
    state: 'paused',
    remainingMinutes: 40,
    due: at('02T09:50'),
    stopped: false,
  });
});

it('goes on when the customer writes again', () => {
  const pauses = [{ from: at('01T10:00'), to: at('02T09:30') }];
  expect(read({ pauses }, '02T09:30')).toMatchObject({ state: 'on_track', remainingMinutes: 40, due: at('02T10:10') });
});

it('pauses that overlap or repeat count once, those before the start not at all', () => {
  const one = { from: at('01T09:30'), to: at('01T10:30') };
  const pauses = [{ from: at('01T10:00'), to: at('01T11:00') }, one, one, { from: at('01T07:00'), to: at('01T08:00') }];
  expect(read({ pauses }, '01T11:00')).toMatchObject({ remainingMinutes: 70, due: at('01T12:10') });
  expect(read({ pauses: [{ from: at('01T08:00'), to: at('01T09:30') }] }, '01T10:00').due).toEqual(at('01T11:10'));
});

it('a breach stays a breach while the ticket waits, and is not undone by it', () => {
  const pauses = [{ from: at('01T11:00') }];
  expect(read({ pauses }, '01T12:00')).toMatchObject({ state: 'breached', remainingMinutes: -80, due: at('01T10:40') });
});

it('a stopped clock keeps what it showed', () => {
  const inTime = { state: 'on_track', remainingMinutes: 5, stopped: true, due: at('01T10:40') };
  expect(read({ stoppedAt: at('01T10:35') }, '10T09:00')).toEqual(inTime);
  expect(read({ stoppedAt: at('01T10:40') }, '10T09:00').state).toBe('on_track');
  expect(read({ stoppedAt: at('01T10:50') }, '10T09:00')).toMatchObject({ state: 'breached', remainingMinutes: -10 });
  expect(read({ stoppedAt: at('01T10:35'), pauses: [{ from: at('01T10:00') }] }, '10T09:00')).toMatchObject({
    state: 'on_track',
    remainingMinutes: 40,
  });
});

it('what happens later than the reading does not count', () => {
  const later = { pauses: [{ from: at('01T10:00'), to: at('01T10:30') }], stoppedAt: at('01T10:10') };
  expect(read(later, '01T09:50')).toEqual(read({}, '01T09:50'));
});

it('a ticket reopened goes on where its resolution stopped the clock', () => {
  const pauses = [{ from: at('01T10:00'), to: at('03T12:00') }];
  expect(read({ pauses }, '03T12:30')).toMatchObject({ state: 'nearing', remainingMinutes: 10, due: at('03T12:40') });
});

it('a clock read before it starts has all its minutes', () => {
  expect(read({ pauses: [{ from: at('01T07:00') }] }, '01T08:00')).toMatchObject({
    state: 'on_track',
    remainingMinutes: 100,
  });
});

it('a due time put into closed hours is not moved forward by a pause', () => {
  const due = at('02T03:00');
  expect(dueAfterPause(calendar, due, at('01T20:00'), at('01T21:00'))).toEqual(due);
  expect(dueAfterPause(calendar, due, at('01T16:00'), at('02T09:30'))).toEqual(at('02T10:30'));
});

it('a due time that had passed is not moved by a later pause', () => {
  expect(dueAfterPause(calendar, at('01T10:40'), at('01T10:40'), at('02T10:00'))).toEqual(at('01T10:40'));
});

it('reads the same from the columns of the ticket', () => {
  const columns = { due: at('01T10:40'), minutes: 100, pausedSince: at('01T10:00') };
  expect(readDueClock(calendar, columns, at('02T09:10'))).toEqual(
    read({ pauses: [{ from: at('01T10:00') }] }, '02T09:10'),
  );
});

it('refuses a pause that ends before it begins', () => {
  const pauses = [{ from: at('01T10:00'), to: at('01T09:00') }];
  expect(() => read({ pauses }, '01T12:00')).toThrow(/ends before it begins\. Check the dates of the ticket/);
  expect(() => dueAfterPause(calendar, at('02T10:00'), at('01T10:00'), at('01T09:00'))).toThrow(/before it begins/);
});
