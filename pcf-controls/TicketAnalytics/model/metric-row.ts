import { instantOf, mappedColumn, numberOf, textOf } from '../../shared/mapped-column';
import { type Day, dayOf } from './day';
import { type Column, COLUMNS, type Counts, type Measure, MEASURES } from './measures';
import type { Channel, Scope, Settings } from './settings';

type DataSet = ComponentFramework.PropertyTypes.DataSet;
type Record = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord;

/** One day and one group of it. */
export interface MetricRow {
  readonly day: Day;
  readonly scope: Scope;
  /** Tells the groups of a scope and day apart. */
  readonly key: string;
  /** Nothing for a channel that is neither e-mail nor chat, and for rows of no channel. */
  readonly channel: Channel | undefined;
  /** The value the table holds. */
  readonly intent: number | undefined;
  readonly intentName: string;
  /** 0 to 23, where the desk is. */
  readonly hour: number | undefined;
  readonly agentName: string;
  readonly counts: Counts;
  readonly currency: string | undefined;
  readonly computedOn: Date | undefined;
}

/** The logical names of the columns that are there. */
export type Columns = Readonly<Partial<{ [column in Column]: string }>>;

/** The columns a maker mapped, and of the others those that bear our names. @param prefix of our names */
export function columnsOf(dataset: DataSet, prefix: string): Columns {
  const present = new Set(dataset.columns.map(({ name }) => name));
  const found: Partial<{ [column in Column]: string }> = {};
  for (const column of COLUMNS) {
    const ours = prefix + column.toLowerCase();
    const name = mappedColumn(dataset, column) ?? (present.has(ours) ? ours : undefined);
    if (name !== undefined) found[column] = name;
  }
  return found;
}

/** @returns nothing for a row without a day or of a scope that is not known */
export function readMetricRow(
  record: Record,
  columns: Columns,
  { scopes, channels }: Pick<Settings, 'scopes' | 'channels'>,
): MetricRow | undefined {
  const day = columns.date === undefined ? undefined : dayOf(record.getValue(columns.date));
  const scope = scopes.get(numberOf(record, columns.scope) ?? NaN);
  if (day === undefined || scope === undefined) return undefined;
  const shown = (column: string | undefined) => (column === undefined ? '' : record.getFormattedValue(column));
  const counts: Partial<{ [measure in Measure]: number }> = {};
  for (const measure of MEASURES) {
    const count = numberOf(record, columns[measure]);
    if (count !== undefined) counts[measure] = count;
  }
  const intent = numberOf(record, columns.intent);
  return {
    day,
    scope,
    key: textOf(record, columns.scopeKey) ?? record.getRecordId(),
    channel: channels.get(numberOf(record, columns.channel) ?? NaN),
    intent,
    intentName: shown(columns.intent) || String(intent ?? ''),
    hour: numberOf(record, columns.hour),
    agentName: shown(columns.agent),
    counts,
    currency: textOf(record, columns.costCurrency),
    computedOn: instantOf(record, columns.computedOn),
  };
}
