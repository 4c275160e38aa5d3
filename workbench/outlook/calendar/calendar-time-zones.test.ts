import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IANAZone } from 'luxon';
import { windowsZones } from '../../../flows/expressions/dates/windows-zones';
import { calendarTimeZones, calendarZone } from './calendar-time-zones';

const catalogue = JSON.parse(readFileSync(join(__dirname, '../../../flows/operations.json'), 'utf8')) as {
  enums: { calendarTimeZone: string[] };
};
const texts = catalogue.enums.calendarTimeZone;

/** Zones whose clocks were moved for good after the texts were written, with their standard offset in hours now. */
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

/** The smaller offset of the year, which is standard time but where clocks go back for winter or for Ramadan. */
function standardOffset(zone: IANAZone): number {
  const months = Array.from({ length: 12 }, (_, month) => zone.offset(Date.UTC(2026, month, 1)));
  // Morocco's standard time is the hour it shows during Ramadan.
  return Math.min(...months, zone.offset(Date.UTC(2026, 1, 25))) / 60;
}

function offsetInText(text: string): number {
  const [, sign, hours, minutes] = /^\(UTC(?:([+-])(\d\d):(\d\d))?\)/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) + Number(minutes ?? 0) / 60);
}

it('knows exactly the texts that the operations take', () => {
  expect(texts).toHaveLength(137);
  expect([...calendarTimeZones().keys()].sort()).toEqual([...texts].sort());
});

it('gives each a Windows zone of its own, and through it one the run time knows', () => {
  const ids = [...calendarTimeZones()].filter(([text]) => text !== '').map(([, id]) => id);
  expect(new Set(ids).size).toBe(136);
  expect(ids.filter((id) => !windowsZones().has(id.toLowerCase()))).toEqual([]);
  expect(texts.filter((text) => !IANAZone.isValidZone(calendarZone(text).name))).toEqual([]);
});

it.each(texts.filter((text) => text !== ''))('%s has the standard time it says, or the one it moved to', (text) => {
  // Which of the two depends on how new the run time's zone data are.
  expect([offsetInText(text), MOVED[text]]).toContain(standardOffset(calendarZone(text)));
});

it.each(['Europe/Madrid', 'Romance Standard Time', '(UTC+01:00) Madrid', 'utc'])('refuses %s', (text) => {
  expect(() => calendarZone(text)).toThrow(expect.objectContaining({ statusCode: 400 }) as Error);
});
