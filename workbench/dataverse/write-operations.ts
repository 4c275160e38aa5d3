import type { Change, Journal } from '../state/journal';
import type { Outbox } from '../state/outbox';
import { itemOf, requiredText, type Arguments } from './arguments';
import { nextAutoNumber } from './auto-number';
import { CODES, DataverseError } from './dataverse-error';
import { newRow, updatedRow, type WriteContext } from './new-row';
import { presentRow, type PresentedRow } from './rows/present-row';
import { readItem } from './rows/read-item';
import type { RecordId } from './rows/record-id';
import { parseRowAddress } from './rows/row-address';
import type { RowStore } from './rows/row-store';
import type { StoredRow } from './rows/stored-row';
import { planDelete } from './plan-delete';
import type { RowChange } from './row-change';
import { missingRow, type Rows } from './rows';
import type { Column, Table } from './tables/table';

/** What writing needs besides the rows. */
export interface Writing {
  journal: Journal;
  rows: Rows;
  outbox: Outbox<RowChange>;
  now(): Date;
  newId(): string;
  userId: string;
}

/** One row's way from before to after; undefined where there is none. */
export interface RowWrite {
  store: RowStore;
  id: string;
  before: StoredRow | undefined;
  after: StoredRow | undefined;
}

function contextOf({ now, userId, rows }: Writing): WriteContext {
  return { now: now(), userId, version: rows.nextVersion() };
}

function resolver({ rows }: Writing): (lookup: Column, address: string) => string {
  return (lookup, address) => {
    const { entitySetName, recordId } = parseRowAddress(address);
    const store = rows.storeOfSet(entitySetName);
    if (store.table.logicalName !== lookup.target?.table) {
      throw new DataverseError(
        400,
        CODES.badPayload,
        `'${lookup.target?.navigationProperty}' takes a row of '${lookup.target?.table}', not of '${store.table.logicalName}'.`,
      );
    }
    const found = rows.find(store, recordId);
    if (found.row === undefined) throw missingRow(store.table, found.address);
    return String(found.row[store.table.primaryId]);
  };
}

function refuseDuplicates({ table, findByKey }: RowStore, id: string, row: StoredRow): void {
  for (const columns of table.keys.values()) {
    const values = columns.map((column) => [column, row[column]] as const);
    // A key with an empty column is not unique.
    if (values.some(([, value]) => value === undefined)) continue;
    const other = findByKey(new Map(values.map(([column, value]) => [column, value!])));
    if (other !== undefined && other[table.primaryId] !== id) {
      throw new DataverseError(412, CODES.duplicateKey, 'A record with matching key values already exists.');
    }
  }
}

/** Stores the writes, what came with them and the work they start in one go, then begins that work. */
function commit(writing: Writing, writes: readonly RowWrite[], extra: readonly Change[], event: RowChange): void {
  const pending = writing.outbox(event);
  writing.journal.write([
    ...writes.map(({ store, id, after }) => store.change(id, after)),
    ...extra,
    ...pending.changes,
  ]);
  for (const { store, id, before, after } of writes) store.applied(id, before, after);
  pending.begin();
}

function shown(writing: Writing, table: Table, row: StoredRow): PresentedRow {
  return presentRow(row, table, table.columns.values(), [], writing.rows);
}

function insert(
  writing: Writing,
  store: RowStore,
  item: Readonly<Record<string, unknown>>,
  address?: RecordId,
): PresentedRow {
  const { table } = store;
  const values = readItem(item, table, 'create', resolver(writing));
  if (address !== undefined && 'key' in address) for (const [column, value] of address.key) values.set(column, value);
  const given = address !== undefined && 'id' in address ? address.id : values.get(table.primaryId);
  const id = given == null ? writing.newId() : String(given);
  if (store.get(id) !== undefined) {
    throw new DataverseError(412, CODES.duplicateKey, 'A record with matching key values already exists.');
  }
  const extra: Change[] = [];
  for (const { autoNumber, logicalName } of table.columns.values()) {
    if (autoNumber === undefined || values.get(logicalName) != null) continue;
    const next = nextAutoNumber(writing.journal, table.logicalName, logicalName, autoNumber);
    values.set(logicalName, next.value);
    extra.push(next.change);
  }
  const row = newRow(id, values, table, contextOf(writing));
  refuseDuplicates(store, id, row);
  const columns = new Set(values.keys());
  commit(writing, [{ store, id, before: undefined, after: row }], extra, { kind: 'added', table, id, row, columns });
  return shown(writing, table, row);
}

/**
 * `CreateRecord`.
 * @returns the whole row
 * @throws {DataverseError} 400 naming a bad column, 404 for a missing row behind a lookup, 412 when the id or an alternate key exists
 */
export function createRecord(writing: Writing, args: Arguments): PresentedRow {
  return insert(writing, writing.rows.storeOfSet(requiredText(args, 'entityName')), itemOf(args));
}

/**
 * `UpdateRecord` (creates the row when it is missing) and `UpdateOnlyRecord`.
 * @returns the whole row
 * @throws {DataverseError} as `createRecord`; 404 when the row is missing and may not be created
 */
export function updateRecord(writing: Writing, args: Arguments, ifMissing: 'create' | 'refuse'): PresentedRow {
  const store = writing.rows.storeOfSet(requiredText(args, 'entityName'));
  const { table } = store;
  const { address, row: before } = writing.rows.find(store, requiredText(args, 'recordId'));
  const item = itemOf(args);
  if (before === undefined) {
    if (ifMissing === 'refuse') throw missingRow(table, address);
    return insert(writing, store, item, address);
  }
  const id = String(before[table.primaryId]);
  const values = readItem(item, table, 'update', resolver(writing));
  const row = updatedRow(before, values, table, contextOf(writing));
  refuseDuplicates(store, id, row);
  const columns = new Set(values.keys());
  commit(writing, [{ store, id, before, after: row }], [], { kind: 'modified', table, id, row, columns });
  return shown(writing, table, row);
}

/**
 * `DeleteRecord`, with what its relationships ask for.
 * @throws {DataverseError} 404 when it is missing, 405 when a relationship forbids it
 */
export function deleteRecord(writing: Writing, args: Arguments): void {
  const store = writing.rows.storeOfSet(requiredText(args, 'entityName'));
  const { address, row } = writing.rows.find(store, requiredText(args, 'recordId'));
  if (row === undefined) throw missingRow(store.table, address);
  const id = String(row[store.table.primaryId]);
  commit(writing, planDelete(writing.rows, store, row), [], {
    kind: 'deleted',
    table: store.table,
    id,
    row,
    columns: new Set(),
  });
}
