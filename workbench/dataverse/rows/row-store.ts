import type { Change, Journal } from '../../state/journal';
import { isLookup } from '../query/find-column';
import type { Narrowing } from '../query/compile-filter';
import type { Table } from '../../../solution/tables/table';
import { createRowIndex, type RowIndex } from './row-index';
import type { StoredRow, StoredValue } from './stored-row';

/** Columns besides keys and lookups that flows search by equality. */
const SEARCHED = new Set([
  'rcc_conversationid',
  'rcc_internetmessageid',
  'rcc_customeremail',
  'emailaddress1',
  'internalemailaddress',
]);

/** The rows of one table with their indexes. Writing goes through the journal first, then `applied` follows. */
export interface RowStore {
  readonly table: Table;
  get(id: string): StoredRow | undefined;
  /** All rows that fulfil the condition, and perhaps more; all there are when no index can answer it. */
  candidates(narrowing?: Narrowing): Iterable<StoredRow>;
  /** The row with these values in all of the columns. */
  findByKey(key: ReadonlyMap<string, StoredValue>): StoredRow | undefined;
  change(id: string, row: StoredRow | undefined): Change;
  /** Brings the indexes up to date once the journal has taken the change. */
  applied(id: string, before: StoredRow | undefined, after: StoredRow | undefined): void;
}

function* rowsOf(ids: Iterable<string>, get: (id: string) => StoredRow | undefined): Iterable<StoredRow> {
  for (const id of ids) {
    const row = get(id);
    if (row !== undefined) yield row;
  }
}

/** Opens the rows of a table and builds its indexes: alternate keys, lookups, and the columns flows search by. */
export function openRowStore(journal: Journal, table: Table): RowStore {
  const name = `dataverse/${table.logicalName}`;
  const rows = journal.collection<StoredRow>(name);
  const indexed = [...table.columns.values()].filter(
    (column) =>
      isLookup(column) ||
      SEARCHED.has(column.logicalName) ||
      [...table.keys.values()].some((columns) => columns.includes(column.logicalName)),
  );
  const indexes = new Map<string, RowIndex>(
    indexed.map(({ logicalName }) => [logicalName, createRowIndex(logicalName)]),
  );
  for (const [id, row] of rows.entries()) {
    for (const index of indexes.values()) index.replace(id, undefined, row);
  }
  const get = (id: string) => rows.get(id);

  /** Undefined when no index answers. */
  function idsOf(narrowing: Narrowing): ReadonlySet<string> | undefined {
    if (narrowing.kind === 'equals') {
      const { column, value } = narrowing;
      return column.type === 'primarykey' ? new Set([String(value)]) : indexes.get(column.logicalName)?.ids(value);
    }
    if (narrowing.kind === 'ids') return new Set(narrowing.ids());
    const sets = narrowing.of.map(idsOf);
    const known = sets.filter((ids) => ids !== undefined);
    if (narrowing.kind === 'any') {
      return known.length < sets.length ? undefined : new Set(known.flatMap((ids) => [...ids]));
    }
    return known.length === 0 ? undefined : known.reduce((small, ids) => (ids.size < small.size ? ids : small));
  }

  const lower = (value: StoredValue | undefined) => (typeof value === 'string' ? value.toLowerCase() : value);

  return {
    table,
    get,
    candidates(narrowing) {
      const ids = narrowing && idsOf(narrowing);
      return ids === undefined ? rows.values() : rowsOf(ids, get);
    },
    findByKey(key) {
      const [[first, value] = [], ...rest] = key;
      if (first === undefined || value === undefined) return undefined;
      const index = indexes.get(first);
      if (index === undefined) {
        for (const row of rows.values()) {
          if ([...key].every(([column, wanted]) => lower(row[column]) === lower(wanted))) return row;
        }
        return undefined;
      }
      for (const row of rowsOf(index.ids(value), get)) {
        if (rest.every(([column, wanted]) => lower(row[column]) === lower(wanted))) return row;
      }
      return undefined;
    },
    change: (id, row) => ({ collection: name, key: id, value: row }),
    applied(id, before, after) {
      for (const index of indexes.values()) index.replace(id, before, after);
    },
  };
}
