import type { Change, Journal } from '../state/journal';
import type { Outbox } from '../state/outbox';
import { itemOf, optionalText, requiredText, type Arguments } from './arguments';
import { nextAutoNumber } from './auto-number';
import { CODES, DataverseError } from './dataverse-error';
import { newRow, updatedRow, type WriteContext } from './new-row';
import { presentRow, type PresentedRow } from './rows/present-row';
import { readItem, type ItemValues, type Resolve } from './rows/read-item';
import type { RecordId } from './rows/record-id';
import { parseRowAddress } from './rows/row-address';
import type { RowStore } from './rows/row-store';
import { fileChanges } from './rows/stored-files';
import { VERSION, type StoredRow } from './rows/stored-row';
import { planDelete } from './plan-delete';
import type { RowChange } from './row-change';
import { missingRow, type Rows } from './rows';
import type { Table } from '../../solution/tables/table';

/** What writing needs besides the rows. */
export interface Writing {
  journal: Journal;
  rows: Rows;
  outbox: Outbox<RowChange>;
  now(): Date;
  newId(): string;
  userId: string;
  currencyId: string;
}

/** One row's way from before to after; undefined where there is none. */
export interface RowWrite {
  store: RowStore;
  id: string;
  before: StoredRow | undefined;
  after: StoredRow | undefined;
}

function contextOf({ now, userId, rows, currencyId }: Writing): WriteContext {
  return {
    now: now(),
    userId,
    version: rows.nextVersion(),
    currencyId,
    businessUnitOf: (table, id) => String(rows.row(table, id)?.businessunitid ?? rows.asking.businessUnitId),
  };
}

/** Finds the row an address names. @throws {DataverseError} 400 for another table than wanted, 404 when it is missing */
export function resolver({ rows }: Pick<Writing, 'rows'>): Resolve {
  return (name, targets, address) => {
    const { entitySetName, recordId } = parseRowAddress(address);
    const store = rows.storeOfSet(entitySetName);
    const { logicalName, primaryId, open } = store.table;
    if (targets !== undefined && !targets.some((target) => target.table === logicalName)) {
      const wanted = targets.map((target) => `'${target.table}'`).join(' or ');
      throw new DataverseError(400, CODES.badPayload, `'${name}' takes a row of ${wanted}, not of '${logicalName}'.`);
    }
    const found = rows.find(store, recordId);
    if (found.row !== undefined) return { table: logicalName, id: String(found.row[primaryId]) };
    // Rows of open tables need not be there to be pointed at.
    if (open && 'id' in found.address) return { table: logicalName, id: found.address.id };
    throw missingRow(store.table, found.address);
  };
}

function duplicate(): DataverseError {
  return new DataverseError(412, CODES.duplicateKey, 'A record with matching key values already exists.');
}

function refuseDuplicates({ table, findByKey }: RowStore, id: string, row: StoredRow): void {
  for (const columns of table.keys.values()) {
    const values = columns.map((column) => [column, row[column]] as const);
    // A key with an empty column is not unique.
    if (values.some(([, value]) => value === undefined)) continue;
    const other = findByKey(new Map(values.map(([column, value]) => [column, value!])));
    if (other !== undefined && other[table.primaryId] !== id) throw duplicate();
  }
}

/** The connector sends `*` or nothing; another caller may insist on the version it has seen. */
function requireVersion(args: Arguments, row: StoredRow): void {
  const wanted = optionalText(args, 'If-Match');
  if (wanted === undefined || wanted === '*' || wanted === `W/"${row[VERSION]}"`) return;
  throw new DataverseError(
    412,
    CODES.versionMismatch,
    "The version of the existing record doesn't match the RowVersion property provided.",
  );
}

/** Stores the writes, what came with them and the work they start in one go, then begins that work. */
export function commit(
  { journal, outbox }: Writing,
  writes: readonly RowWrite[],
  extra: readonly Change[],
  events: readonly RowChange[],
): void {
  const pending = events.map((event) => outbox(event));
  journal.write([
    ...writes.map(({ store, id, after }) => store.change(id, after)),
    ...extra,
    ...pending.flatMap(({ changes }) => changes),
  ]);
  for (const { store, id, before, after } of writes) store.applied(id, before, after);
  for (const { begin } of pending) begin();
}

function shown(writing: Writing, table: Table, row: StoredRow): PresentedRow {
  return presentRow(row, table, undefined, [], writing.rows);
}

/** The columns a request names; not those the platform keeps beside them. */
function namedColumns(values: ItemValues): Set<string> {
  return new Set([...values.keys()].filter((name) => !name.includes('@')));
}

/** Stores a fresh row. @throws {DataverseError} 400 and 412 as `createRecord` */
export function insertRow(writing: Writing, store: RowStore, values: ItemValues, address?: RecordId): StoredRow {
  const { table } = store;
  if (address !== undefined && 'key' in address) for (const [column, value] of address.key) values.set(column, value);
  const given = address !== undefined && 'id' in address ? address.id : values.get(table.primaryId);
  const id = given == null ? writing.newId() : String(given);
  if (store.get(id) !== undefined) throw duplicate();
  const extra: Change[] = [];
  for (const { autoNumber, logicalName } of table.columns.values()) {
    if (autoNumber === undefined || values.get(logicalName) != null) continue;
    const next = nextAutoNumber(writing, table.logicalName, logicalName, autoNumber);
    values.set(logicalName, next.value);
    extra.push(next.change);
  }
  const row = newRow(id, values, table, contextOf(writing));
  refuseDuplicates(store, id, row);
  const event: RowChange = { kind: 'added', table, id, row, columns: namedColumns(values) };
  commit(writing, [{ store, id, before: undefined, after: row }], extra, [event]);
  return row;
}

/** Stores changed columns of a row. @throws {DataverseError} 400 and 412 as `updateRecord` */
export function changeRow(
  writing: Writing,
  store: RowStore,
  before: StoredRow,
  values: ItemValues,
  extra: readonly Change[] = [],
): StoredRow {
  const { table } = store;
  const id = String(before[table.primaryId]);
  const row = updatedRow(before, values, table, contextOf(writing));
  refuseDuplicates(store, id, row);
  const event: RowChange = { kind: 'modified', table, id, row, columns: namedColumns(values) };
  commit(writing, [{ store, id, before, after: row }], extra, [event]);
  return row;
}

/**
 * `CreateRecord`.
 * @returns the whole row
 * @throws {DataverseError} 400 naming a bad column, 404 for a missing row behind a lookup, 412 when the id or an alternate key exists
 */
export function createRecord(writing: Writing, args: Arguments): PresentedRow {
  const store = writing.rows.storeOfSet(requiredText(args, 'entityName'));
  const values = readItem(itemOf(args), store.table, 'create', resolver(writing));
  return shown(writing, store.table, insertRow(writing, store, values));
}

/**
 * `UpdateRecord` (creates the row when it is missing) and `UpdateOnlyRecord`.
 * @returns the whole row
 * @throws {DataverseError} as `createRecord`; 404 when the row is missing and may not be created; 412 when `If-Match`
 *   names another version
 */
export function updateRecord(writing: Writing, args: Arguments, ifMissing: 'create' | 'refuse'): PresentedRow {
  const store = writing.rows.storeOfSet(requiredText(args, 'entityName'));
  const { table } = store;
  const { address, row: before } = writing.rows.find(store, requiredText(args, 'recordId'));
  const item = itemOf(args);
  if (before === undefined && ifMissing === 'refuse') throw missingRow(table, address);
  if (before !== undefined) requireVersion(args, before);
  const values = readItem(item, table, before === undefined ? 'create' : 'update', resolver(writing));
  const row =
    before === undefined ? insertRow(writing, store, values, address) : changeRow(writing, store, before, values);
  return shown(writing, table, row);
}

/**
 * `DeleteRecord`, with what its relationships ask for. Rows that go along raise their own events.
 * @throws {DataverseError} 404 when it is missing, 405 when a relationship forbids it
 */
export function deleteRecord(writing: Writing, args: Arguments): void {
  const store = writing.rows.storeOfSet(requiredText(args, 'entityName'));
  const { address, row } = writing.rows.find(store, requiredText(args, 'recordId'));
  if (row === undefined) throw missingRow(store.table, address);
  const writes = planDelete(writing.rows, store, row);
  const gone = writes.filter(({ after }) => after === undefined);
  commit(
    writing,
    writes,
    gone.flatMap(({ store: of, id, before }) => fileChanges(of.table, id, before!)),
    gone.map(({ store: of, id, before }) => ({
      kind: 'deleted',
      table: of.table,
      id,
      row: before!,
      columns: new Set<string>(),
    })),
  );
}
