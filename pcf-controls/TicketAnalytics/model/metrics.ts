import type { Day } from './day';
import type { MetricRow } from './metric-row';
import { type Counts, sumOf } from './measures';
import { isWithin, type Period } from './period';
import type { Scope } from './settings';

/** All rows, ready to be asked. */
export interface Metrics {
  readonly rows: Readonly<Record<Scope, readonly MetricRow[]>>;
  /** The days anything was counted for; on the others nobody knows, which is not zero. */
  readonly days: ReadonlySet<Day>;
  readonly newest: Day | undefined;
  /** When the newest row was computed. */
  readonly computedOn: Date | undefined;
}

export function metricsOf(rows: readonly MetricRow[]): Metrics {
  const byScope: Record<Scope, MetricRow[]> = { intent: [], agent: [], hour: [], day: [] };
  const days = new Set<Day>();
  let newest: Day | undefined;
  let computedOn: Date | undefined;
  for (const row of rows) {
    byScope[row.scope].push(row);
    days.add(row.day);
    if (newest === undefined || row.day > newest) newest = row.day;
    if (row.computedOn && (computedOn === undefined || row.computedOn > computedOn)) computedOn = row.computedOn;
  }
  return { rows: byScope, days, newest, computedOn };
}

export const rowsWithin = (rows: readonly MetricRow[], period: Period): MetricRow[] =>
  rows.filter(({ day }) => isWithin(day, period));

/** The sum of all rows. */
export const totalOf = (rows: readonly MetricRow[]): Counts => sumOf(rows.map(({ counts }) => counts));

/** The sums of the rows that have something in common, in the order they first come. */
export function totalsBy<Key>(
  rows: readonly MetricRow[],
  keyOf: (row: MetricRow) => Key | undefined,
): Map<Key, Counts> {
  const groups = new Map<Key, Counts[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(row.counts);
    else groups.set(key, [row.counts]);
  }
  return new Map([...groups].map(([key, parts]) => [key, sumOf(parts)]));
}
