/** A calendar day as the count of days since 1970-01-01; it has no time zone, so no zone or clock change can move it. */
export type Day = number;

const DAY_MS = 86_400_000;

const fromFields = (year: number, month: number, date: number): Day | undefined => {
  const at = Date.UTC(year, month, date);
  return Number.isNaN(at) || new Date(at).getUTCMonth() !== month ? undefined : at / DAY_MS;
};

/**
 * Reads a date-only column. Hosts give it as a text that begins with the day, or as an instant that is midnight in UTC or
 * in the browser's time zone.
 */
export function dayOf(value: unknown): Day | undefined {
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return undefined;
    if (value.getTime() % DAY_MS === 0) return value.getTime() / DAY_MS;
    return fromFields(value.getFullYear(), value.getMonth(), value.getDate());
  }
  const written = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})/.exec(value) : null;
  return written ? fromFields(Number(written[1]), Number(written[2]) - 1, Number(written[3])) : undefined;
}

/** `2026-03-01`. */
export const isoDay = (day: Day): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The instant a formatter that is set to UTC shows as the day. */
export const utcMidnight = (day: Day): Date => new Date(day * DAY_MS);

/** 0 is Monday, 6 is Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7;

/** The day it is for a user. @param offsetMinutes of the user's time zone from UTC at that instant */
export const userDay = (now: Date, offsetMinutes: number): Day =>
  Math.floor((now.getTime() + offsetMinutes * 60_000) / DAY_MS);
