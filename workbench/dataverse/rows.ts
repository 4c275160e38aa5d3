import type { Journal } from '../state/journal';
import { CODES, DataverseError } from './dataverse-error';
import { openLinks, type Links } from './rows/links';
import type { Asking } from './query/operators';
import type { Relations } from './query/relations';
import { parseRecordId, type RecordId } from './rows/record-id';
import { openRowStore, type RowStore } from './rows/row-store';
import { pointerKey, VERSION, type StoredRow } from './rows/stored-row';
import { ANY_TABLE, logicalNameOf, openTable } from './tables/open-table';
import type { Table } from '../../solution/tables/table';

/** All tables with their rows. */
export interface Rows extends Relations {
  readonly links: Links;
  /** @throws when there is no such table */
  store(logicalName: string): RowStore;
  /**
   * @param logicalName what else tells about the table behind a set nobody defined
   * @throws {DataverseError} 404 for a set that does not exist
   */
  storeOfSet(entitySetName: string, logicalName?: string): RowStore;
  /** The row behind an address, or undefined; with the parsed address. @throws {DataverseError} 400 for a bad address */
  find(store: RowStore, recordId: string): { address: RecordId; row: StoredRow | undefined };
  /** Rises with every write of a row. */
  nextVersion(): number;
}

/** 404 in the words of the platform. */
export function missingRow(table: Table, address: RecordId): DataverseError {
  if ('id' in address) {
    return new DataverseError(404, CODES.missingRow, `${table.logicalName} With Id = ${address.id} Does Not Exist`);
  }
  return new DataverseError(
    404,
    CODES.unknownKey,
    `A record with the specified key values does not exist in ${table.logicalName} entity`,
  );
}

/**
 * Opens the rows of the tables in a journal.
 * @param open whether a table nobody defined exists as soon as it is named
 */
export function openRows(journal: Journal, given: readonly Table[], asking: Asking, open = false): Rows {
  const tables = new Map<string, Table>();
  const stores = new Map<string, RowStore>();
  const sets = new Map<string, RowStore>();
  let version = 0;

  function add(table: Table): RowStore {
    const store = openRowStore(journal, table);
    tables.set(table.logicalName, table);
    stores.set(table.logicalName, store);
    sets.set(table.entitySetName, store);
    for (const row of store.candidates()) version = Math.max(version, Number(row[VERSION]));
    return store;
  }
  function known(logicalName: string): RowStore | undefined {
    const store = stores.get(logicalName);
    return store === undefined && open && /^[a-z_]\w*$/i.test(logicalName) ? add(openTable(logicalName)) : store;
  }
  for (const table of given) add(table);
  /** Sets whose tables are certain. */
  const named = new Set(sets.keys());

  const rows: Rows = {
    tables,
    anyTable: ANY_TABLE,
    asking,
    links: openLinks(journal),
    table: (logicalName) => known(logicalName)?.table,
    row: (table, id) => stores.get(table)?.get(id),
    behind(row, lookup, table) {
      const id = row[lookup];
      const of = row[pointerKey(lookup)] ?? table;
      return id === undefined || of === undefined ? undefined : rows.row(String(of), String(id));
    },
    currencyOf(row) {
      const currency = rows.behind(row, 'transactioncurrencyid', 'transactioncurrency');
      return { symbol: String(currency?.currencysymbol ?? '$'), precision: Number(currency?.currencyprecision ?? 2) };
    },
    *pointing(table, lookup, id) {
      const found = rows.store(table.logicalName).candidates({ kind: 'equals', column: lookup, value: id });
      for (const row of found) if (row[lookup.logicalName] === id) yield row;
    },
    candidates: (table, narrowing) => rows.store(table.logicalName).candidates(narrowing),
    *linked(relationship, table, id) {
      for (const other of rows.links.of(relationship, { table, id })) {
        const row = rows.row(other.table, other.id);
        const of = tables.get(other.table);
        if (row !== undefined && of !== undefined) yield { table: of, row };
      }
    },
    store(logicalName) {
      const found = known(logicalName);
      if (found === undefined) throw new Error(`There is no table '${logicalName}'.`);
      return found;
    },
    storeOfSet(entitySetName, logicalName) {
      let found = sets.get(entitySetName);
      if (
        open &&
        (found === undefined || (logicalName !== undefined && found.table.open && !named.has(entitySetName)))
      ) {
        found = known(logicalName ?? logicalNameOf(entitySetName));
        if (found !== undefined) sets.set(entitySetName, found);
      }
      if (found === undefined) {
        throw new DataverseError(404, CODES.unknownProperty, `Resource not found for the segment '${entitySetName}'.`);
      }
      return found;
    },
    find(of, recordId) {
      const address = parseRecordId(recordId, of.table);
      return { address, row: 'id' in address ? of.get(address.id) : of.findByKey(address.key) };
    },
    nextVersion: () => (version += 1),
  };
  return rows;
}
