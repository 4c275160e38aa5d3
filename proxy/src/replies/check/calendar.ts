import type { NamedDay } from './statement';

const MILLISECONDS_PER_DAY = 86_400_000;

/** A full day of the calendar, as the number of days since 1970-01-01. */
export const dayIndex = (year: number, month: number, day: number): number =>
  Math.floor(Date.UTC(year, month - 1, day) / MILLISECONDS_PER_DAY);

/** Day of the week of such a number, 0 for Sunday. */
export const weekdayOf = (index: number): number => (((index + 4) % 7) + 7) % 7;

/** Year, month and day of such a number. */
export function calendarDay(index: number): Required<Pick<NamedDay, 'year' | 'month' | 'day'>> {
  const date = new Date(index * MILLISECONDS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
