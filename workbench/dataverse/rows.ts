import type { Journal } from '../state/journal';
import { CODES, DataverseError } from './dataverse-error';
import type { Relations } from './query/compile-filter';
import { parseRecordId, type RecordId } from './rows/record-id';
import { openRowStore, type RowStore } from './rows/row-store';
import { VERSION, type StoredRow } from './rows/stored-row';
import type { Table } from './tables/table';

/** All tables with their rows. */
export interface Rows extends Relations {
  readonly tables: ReadonlyMap<string, Table>;
  store(logicalName: string): RowStore;
  /** @throws {DataverseError} 404 for a set that does not exist */
  storeOfSet(entitySetName: string): RowStore;
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

/** Opens the rows of the tables in a journal. */
export function openRows(journal: Journal, tables: readonly Table[]): Rows {
  const stores = new Map(tables.map((table) => [table.logicalName, openRowStore(journal, table)]));
  const sets = new Map([...stores.values()].map((store) => [store.table.entitySetName, store]));
  let version = 0;
  for (const store of stores.values()) {
    for (const row of store.candidates()) version = Math.max(version, Number(row[VERSION]));
  }
  const store = (logicalName: string): RowStore => {
    const found = stores.get(logicalName);
    if (found === undefined) throw new Error(`There is no table '${logicalName}'.`);
    return found;
  };
  return {
    tables: new Map(tables.map((table) => [table.logicalName, table])),
    table: (logicalName) => stores.get(logicalName)?.table,
    row: (table, id) => stores.get(table)?.get(id),
    store,
    storeOfSet(entitySetName) {
      const found = sets.get(entitySetName);
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
}
