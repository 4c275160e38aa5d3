import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { ianaZone, utcOffsetOf } from '../sla/time-zone';
import { CALENDAR_TIME_ZONES, calendarTimeZone } from './calendar-time-zone';

const operations = JSON.parse(readFileSync(join(__dirname, '../../../../flows/operations.json'), 'utf8')) as {
  enums: { calendarTimeZone: string[] };
};

/** The empty text is no zone; an "Old" one is none any more. */
const wanted = operations.enums.calendarTimeZone.filter((text) => text !== '' && !text.endsWith('- Old'));

const SUMMER_2026 = new Date('2026-07-01T12:00:00Z');

it('knows the texts the calendar operations take, each by a zone of its own', () => {
  expect(wanted).toHaveLength(134);
  expect(CALENDAR_TIME_ZONES.map((entry) => entry.text).sort()).toEqual([...wanted].sort());
  expect(new Set(CALENDAR_TIME_ZONES.map((entry) => entry.zone)).size).toBe(134);
  expect(CALENDAR_TIME_ZONES.filter(({ zone }) => ianaZone(zone) === undefined)).toEqual([]);
});

/** Zones whose clocks were moved for good after the texts were written, with their standard time in hours now. */
const MOVED: Readonly<Record<string, number>> = {
  '(UTC-04:00) Asuncion': -3,
  '(UTC-04:00) Turks and Caicos': -5,
  '(UTC-03:00) Greenland': -2,
  '(UTC+01:00) Windhoek': 2,
  '(UTC+02:00) Amman': 3,
  '(UTC+02:00) Damascus': 3,
  '(UTC+04:00) Volgograd': 3,
  '(UTC+08:30) Pyongyang': 9,
};

it.each(CALENDAR_TIME_ZONES)('$text has the standard time of $zone', ({ text, zone }) => {
  const [, sign, hours = '0', minutes = '0'] = /^\(UTC(?:([+-])(\d\d):(\d\d))?\)/.exec(text) ?? [];
  const said = (sign === '-' ? -1 : 1) * (Number(hours) + Number(minutes) / 60);
  const offset = utcOffsetOf(zone);
  // Morocco's standard time is the hour it shows during Ramadan, in February of 2026.
  const months = Array.from({ length: 12 }, (_, month) => offset(Date.UTC(2026, month, 1)));
  expect([said, MOVED[text]]).toContain(Math.min(...months, offset(Date.UTC(2026, 1, 25))) / 3_600_000);
});

it.each([
  ['Europe/Berlin', '(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna'],
  ['Europe/Madrid', '(UTC+01:00) Brussels, Copenhagen, Madrid, Paris'],
  ['Europe/Oslo', '(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna'],
  ['Europe/London', '(UTC+00:00) Dublin, Edinburgh, Lisbon, London'],
  ['Europe/Lisbon', '(UTC+00:00) Dublin, Edinburgh, Lisbon, London'],
  ['America/Regina', '(UTC-06:00) Saskatchewan'],
  ['America/New_York', '(UTC-05:00) Eastern Time (US & Canada)'],
  ['America/Detroit', '(UTC-05:00) Eastern Time (US & Canada)'],
  ['Asia/Kolkata', '(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi'],
  ['Asia/Calcutta', '(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi'],
  ['Etc/UTC', '(UTC) Coordinated Universal Time'],
  ['utc', '(UTC) Coordinated Universal Time'],
])('calls %s %s', (name, text) => {
  expect(calendarTimeZone(name, SUMMER_2026).text).toBe(text);
});

it.each(['Europe/Atlantis', '', 'W. Europe Standard Time'])('writes UTC for %j, which is no zone', (name) => {
  expect(calendarTimeZone(name, SUMMER_2026)).toEqual({ text: '(UTC) Coordinated Universal Time', zone: 'UTC' });
});

it('names for every zone, at every instant, a text whose clocks show the same as those it says to write in', () => {
  const zoneByText = new Map(CALENDAR_TIME_ZONES.map(({ text, zone }) => [text, zone]));
  const instants = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2035, 0) });
  fc.assert(
    fc.property(fc.constantFrom(...Intl.supportedValuesOf('timeZone')), instants, (name, at) => {
      const { text, zone } = calendarTimeZone(name, new Date(at));
      expect([ianaZone(name), 'UTC']).toContain(zone);
      expect(utcOffsetOf(zoneByText.get(text)!)(at)).toBe(utcOffsetOf(zone)(at));
    }),
    { numRuns: 400 },
  );
});

it('writes UTC for hardly any zone in use', () => {
  const inUtc = Intl.supportedValuesOf('timeZone').filter(
    (name) => calendarTimeZone(name, SUMMER_2026).zone === 'UTC' && utcOffsetOf(name)(SUMMER_2026.getTime()) !== 0,
  );
  // Research stations, whose clocks follow ships and seasons of their own.
  expect(inUtc.filter((name) => !name.startsWith('Antarctica/'))).toEqual([]);
});
