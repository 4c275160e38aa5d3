import { calendarDay, dayIndex, weekdayOf } from './calendar';
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

const DAYS_OF_PART: Record<NonNullable<NamedDay['part']>, readonly number[]> = {
  early: [1, 2],
  middle: [2, 3, 4],
  late: [4, 5],
  weekend: [6, 0],
};
/** The weeks begin on Monday in Europe and on Sunday in America: 1970-01-05 and 1970-01-04. */
const FIRST_DAYS = [4, 3];

/** Whether a day lies where words such as "next week", "this coming Monday" or "at the weekend" put it. */
function liesWithin({ from, to, week, part, weekday, months, years }: NamedDay, known: number, today: number): boolean {
  const distance = known - today;
  const weekOf = (day: number, first: number) => Math.floor((day - first) / 7);
  const [there, here] = [calendarDay(known), calendarDay(today)];
  return (
    (from === undefined || distance >= from) &&
    (to === undefined || distance <= to) &&
    // Where the customs disagree nobody knows which week is meant.
    (week === undefined || FIRST_DAYS.every((first) => weekOf(known, first) - weekOf(today, first) === week)) &&
    (part === undefined || DAYS_OF_PART[part].includes(weekdayOf(known))) &&
    (weekday === undefined || weekdayOf(known) === weekday) &&
    (months === undefined || (there.year - here.year) * 12 + there.month - here.month === months) &&
    (years === undefined || there.year - here.year === years)
  );
}

const isRange = (day: NamedDay): boolean =>
  (['from', 'week', 'part', 'months', 'years'] as const).some((name) => day[name] !== undefined);

function sameReading(said: NamedDay, known: NamedDay, today: number | null): boolean {
  const knownIndex = wholeDay(known);
  if (isRange(said)) {
    if (knownIndex === null || today === null) return JSON.stringify(said) === JSON.stringify(known);
    return liesWithin(said, knownIndex, today);
  }
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
