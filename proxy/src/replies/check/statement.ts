export const STATEMENT_KINDS = [
  'link',
  'email',
  'identifier',
  'amount',
  'date',
  'time',
  'duration',
  'percent',
  'number',
  'carrier',
  'name',
] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** A day as far as the words name it; `weekday` 0 is Sunday. */
export interface NamedDay {
  year?: number;
  month?: number;
  day?: number;
  weekday?: number;
  /** Days from today: 0 today, 1 tomorrow, -1 yesterday. */
  offset?: number;
  /** Between so many days from today, both included. */
  from?: number;
  to?: number;
  /** Calendar weeks from this one: 0 this week, 1 next week. */
  week?: number;
  part?: 'early' | 'middle' | 'late' | 'weekend';
  /** Calendar months, or years, from this one. */
  months?: number;
  years?: number;
}

/** Something a text states that can be looked up: a number, a day, a carrier, a link … */
export interface Statement {
  kind: StatementKind;
  /** Canonical form: equal values mean the same. Days are in `days` instead. */
  value: string;
  /** What the words may mean when they name a day; `03/04` has two readings. */
  days?: readonly NamedDay[];
  text: string;
  start: number;
  end: number;
}
