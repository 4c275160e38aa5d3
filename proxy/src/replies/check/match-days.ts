import { calendarDay, dayIndex, weekdayOf } from './day-words';
import type { NamedDay, Statement } from './statement';

/** A day as a number of days since 1970-01-01, or null when the words do not name a whole date. */
export function wholeDay(day: NamedDay): number | null {
  const { year, month, day: dayOfMonth } = day;
  if (year === undefined || month === undefined || dayOfMonth === undefined) return null;
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) return null;
  return dayIndex(year, month, dayOfMonth);
}

/** The day of an ISO date or instant, or null. */
export function isoDay(text: string | undefined): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text ?? '');
  return match ? dayIndex(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

function sameReading(said: NamedDay, known: NamedDay, today: number | null): boolean {
  const knownIndex = wholeDay(known);
  if (said.offset !== undefined) {
    if (known.offset !== undefined) return said.offset === known.offset;
    return today !== null && knownIndex === today + said.offset;
  }
  if (said.weekday !== undefined) {
    if (known.weekday !== undefined) return said.weekday === known.weekday;
    // A weekday alone means the one within a week of today.
    return (
      today !== null &&
      knownIndex !== null &&
      Math.abs(knownIndex - today) <= 7 &&
      weekdayOf(knownIndex) === said.weekday
    );
  }
  const whole: NamedDay = knownIndex === null ? known : calendarDay(knownIndex);
  const named = (['year', 'month', 'day'] as const).filter((part) => said[part] !== undefined);
  return named.length > 0 && named.every((part) => said[part] === whole[part]);
}

/** Whether the words of a reply name a day that a fact names, in any spelling. */
export function sameDay(said: Statement, known: Statement, today: number | null): boolean {
  return (said.days ?? []).some((reading) => (known.days ?? []).some((other) => sameReading(reading, other, today)));
}

/** Whether a weekday beside a date ("Monday, 2 March 2026") is the weekday of that date, where its year is known. */
export function weekdayFits(weekday: number, date: NamedDay, known: readonly NamedDay[]): boolean {
  const indexes = [date, ...known].map(wholeDay).filter((index) => index !== null);
  return indexes.some((index) => weekdayOf(index) === weekday);
}
