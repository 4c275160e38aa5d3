import { RccError } from '../errors/rcc-error';
import { utcOffsetOf } from '../tickets/sla/time-zone';

/** A local day on the line of time: from its first instant up to, but not including, that of the next day. */
export interface LocalDay {
  /** `2026-03-01` */
  date: string;
  from: Date;
  to: Date;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Clocks are between twelve hours behind UTC and fourteen ahead of it. */
const MOST_AHEAD = 14 * HOUR;
/** Clock changes happen at full quarters of an hour. */
const STEP = 15 * MINUTE;

/** The first instant at which the local clock shows the date, or a later one where the date was left out. */
function startOf(midnight: number, offset: (instant: number) => number): number {
  let instant = midnight - MOST_AHEAD;
  while (instant + offset(instant) < midnight) instant += STEP;
  return instant;
}

/** The day before, or another one so many days away. */
export const dateAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/**
 * The day of a date; 23 or 25 hours long when the clocks are changed.
 * @param timeZone an IANA zone
 * @throws {RccError} `RCC_INVALID_REQUEST` naming `body/date`
 */
export function localDay(date: string, timeZone: string): LocalDay {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(date) && new Date(midnight).toJSON()?.startsWith(date);
  if (!isDay || date < '1970-01-02' || date > '9999-12-29') {
    throw new RccError('RCC_INVALID_REQUEST', `body/date must be a day like 2026-03-01, not "${date}".`, 'body/date');
  }
  const offset = utcOffsetOf(timeZone);
  return { date, from: new Date(startOf(midnight, offset)), to: new Date(startOf(midnight + DAY, offset)) };
}

/** The date the local calendar shows. */
export const localDate = (instant: Date, timeZone: string): string =>
  new Date(instant.getTime() + utcOffsetOf(timeZone)(instant.getTime())).toISOString().slice(0, 10);

/** The hour the local clock shows, 0 to 23. */
export const localHour = (instant: number, timeZone: string): number =>
  new Date(instant + utcOffsetOf(timeZone)(instant)).getUTCHours();
