import { inOrder, passes } from './dataset-query';
import { DatasetRecord, type Values } from './dataset-record';

type Api = ComponentFramework.PropertyHelper.DataSetApi.SortStatus;
type Column = ComponentFramework.PropertyHelper.DataSetApi.Column;
type Filter = ComponentFramework.PropertyHelper.DataSetApi.FilterExpression;

/** What a dataset asks its server for. */
export interface RowQuery {
  readonly columns: readonly Column[];
  readonly sorting: readonly Api[];
  readonly filter: Filter | undefined;
  /** Rows a server gives at once. */
  readonly pageSize: number;
}

/** The rows a query finds, as far as they were asked for. */
export interface FoundRows {
  /** The first rows in order, at most as many as were asked for. The same row is the same record each time. */
  readonly records: readonly DatasetRecord[];
  readonly hasMore: boolean;
  /** How many there are altogether; -1 when the server does not count so far. */
  readonly total: number;
}

/** Rows on a server. */
export interface RowSource {
  /** Begins a query: what it gives asks for the first rows of the answer, later for more of the same answer. */
  find(query: RowQuery): (count: number) => Promise<FoundRows>;
}

/** The id of a row by its place on the server: the same in every run. */
export const rowId = (index: number): string => `5e1f0000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;

export interface MemoryOptions {
  readonly entity: string;
  readonly primaryColumn: string | undefined;
  /** The rows on the server: all of them, or one by its index (then `count` says how many). */
  readonly rows: readonly Values[] | ((index: number) => Values);
  readonly count?: number;
  /** Milliseconds until the server answers. */
  readonly latency?: number;
  /** The platform counts no further and then says -1. */
  readonly countLimit?: number;
}

/** A server that has its rows in memory. */
export function memoryRows(options: MemoryOptions): RowSource {
  const { entity, primaryColumn, rows, count = 0, latency = 0, countLimit = 5000 } = options;
  const makeOf = (index: number) => (typeof rows === 'function' ? () => rows(index) : () => rows[index] ?? {});
  const length = typeof rows === 'function' ? count : rows.length;
  const all = Array.from(
    { length },
    (_, index) => new DatasetRecord(rowId(index), entity, primaryColumn, makeOf(index)),
  );
  return {
    find({ sorting, filter, columns }) {
      let found: readonly DatasetRecord[] | undefined;
      return async (wanted) => {
        // Without latency the answer still comes later than the `updateView` that finds the dataset loading.
        await (latency === 0 ? undefined : new Promise((resolve) => setTimeout(resolve, latency)));
        found ??= inOrder(
          all.filter((record) => passes(record, filter)),
          sorting,
          columns,
        );
        const total = found.length > countLimit ? -1 : found.length;
        return { records: found.slice(0, wanted), hasMore: wanted < found.length, total };
      };
    },
  };
}
