import type { Day } from './day';

/** Days in a row, both ends included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** What a manager chose: so many days up to the newest one, or two days. */
export type Choice = { readonly last: number } | Period;

/** How far back the picker of days reaches, in days. */
export const REACH = 90;
export const PRESETS = [7, 28, 90] as const;

export const lengthOf = ({ from, to }: Period): number => to - from + 1;

/** @param newest the last day anything is counted for */
export const periodOf = (choice: Choice, newest: Day): Period =>
  'last' in choice ? { from: newest - choice.last + 1, to: newest } : choice;

/** The period of equal length right before. */
export const periodBefore = (period: Period): Period => ({
  from: period.from - lengthOf(period),
  to: period.from - 1,
});

export const daysOf = (period: Period): Day[] => Array.from({ length: lengthOf(period) }, (_, i) => period.from + i);

export const isWithin = (day: Day, { from, to }: Period): boolean => day >= from && day <= to;
