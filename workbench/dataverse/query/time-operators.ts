/** A stretch of time in milliseconds, the end not included; open where a side is missing. */
export interface Stretch {
  from?: number;
  to?: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The week begins on Sunday, as in an environment nobody has changed. */
const FIRST_WEEKDAY = 0;

/** Calendar units as the stand-in's user sees them: in UTC. */
export type Unit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years';

/** Start of the calendar unit that holds the instant. */
function startOf(unit: Unit, instant: number): number {
  const date = new Date(instant);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  switch (unit) {
    case 'minutes':
      return Math.floor(instant / 60_000) * 60_000;
    case 'hours':
      return Math.floor(instant / HOUR) * HOUR;
    case 'days':
      return Date.UTC(year, month, day);
    case 'weeks':
      return Date.UTC(year, month, day) - ((date.getUTCDay() - FIRST_WEEKDAY + 7) % 7) * DAY;
    case 'months':
      return Date.UTC(year, month);
    case 'years':
      return Date.UTC(year, 0);
  }
}

/** The instant so many units later; in months and years the day is kept as far as the month has it. */
function shift(unit: Unit, instant: number, count: number): number {
  if (unit === 'months' || unit === 'years') {
    const date = new Date(instant);
    const months = date.getUTCMonth() + count * (unit === 'years' ? 12 : 1);
    const lastDay = new Date(Date.UTC(date.getUTCFullYear(), months + 1, 0)).getUTCDate();
    const day = Math.min(date.getUTCDate(), lastDay);
    return Date.UTC(date.getUTCFullYear(), months, day) + (instant - startOf('days', instant));
  }
  return instant + count * { minutes: 60_000, hours: HOUR, days: DAY, weeks: 7 * DAY }[unit];
}

/** The calendar unit so many after the one that holds the instant. */
function calendar(unit: Unit, now: number, offset: number): Stretch {
  const start = startOf(unit, now);
  return { from: shift(unit, start, offset), to: shift(unit, start, offset + 1) };
}

/**
 * "The last X days" begin with the start of the day X days ago and end now; hours count back from now. The platform's
 * documentation leaves both ends open to reading.
 */
function lastUnits(unit: Unit, now: number, count: number): Stretch {
  const from = shift(unit, now, -count);
  return { from: unit === 'hours' ? from : startOf('days', from), to: now + 1 };
}

/** "The next X days" begin now and end with the day X days on. */
function nextUnits(unit: Unit, now: number, count: number): Stretch {
  const to = shift(unit, now, count);
  return { from: now, to: unit === 'hours' ? to + 1 : startOf('days', to) + DAY };
}

type WithoutNumber = (now: number) => Stretch;
type WithNumber = (now: number, count: number) => Stretch;

/** Conditions on dates that need no value, by FetchXML's names. */
export const FIXED_STRETCHES: Readonly<Record<string, WithoutNumber>> = {
  today: (now) => calendar('days', now, 0),
  yesterday: (now) => calendar('days', now, -1),
  tomorrow: (now) => calendar('days', now, 1),
  'last-seven-days': (now) => lastUnits('days', now, 7),
  'next-seven-days': (now) => nextUnits('days', now, 7),
  'this-week': (now) => calendar('weeks', now, 0),
  'last-week': (now) => calendar('weeks', now, -1),
  'next-week': (now) => calendar('weeks', now, 1),
  'this-month': (now) => calendar('months', now, 0),
  'last-month': (now) => calendar('months', now, -1),
  'next-month': (now) => calendar('months', now, 1),
  'this-year': (now) => calendar('years', now, 0),
  'last-year': (now) => calendar('years', now, -1),
  'next-year': (now) => calendar('years', now, 1),
};

function counted(units: readonly Unit[], name: string, stretch: (unit: Unit) => WithNumber): [string, WithNumber][] {
  return units.map((unit) => [name.replace('*', unit), stretch(unit)]);
}

const UNITS: readonly Unit[] = ['hours', 'days', 'weeks', 'months', 'years'];

/** Conditions on dates that take a whole number above 0. */
export const COUNTED_STRETCHES: ReadonlyMap<string, WithNumber> = new Map([
  ...counted(UNITS, 'last-x-*', (unit) => (now, count) => lastUnits(unit, now, count)),
  ...counted(UNITS, 'next-x-*', (unit) => (now, count) => nextUnits(unit, now, count)),
  ...counted(['minutes', ...UNITS], 'olderthan-x-*', (unit) => (now, count) => ({ to: shift(unit, now, -count) })),
]);

/** Conditions on dates that take a date: the day it lies in, and what comes before or after. */
export const DAY_STRETCHES: Readonly<Record<string, (day: number) => Stretch>> = {
  on: (day) => calendar('days', day, 0),
  'on-or-before': (day) => ({ to: startOf('days', day) + DAY }),
  'on-or-after': (day) => ({ from: startOf('days', day) }),
};
