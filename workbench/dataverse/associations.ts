import { itemOf, requiredText, type Arguments } from './arguments';
import { CODES, DataverseError } from './dataverse-error';
import { unknownProperty } from './query/find-column';
import type { Pointer } from './rows/read-item';
import { GUID } from './rows/guid-text';
import { pointerKey, type StoredRow, type StoredValue } from './rows/stored-row';
import { missingRow, type Rows } from './rows';
import { findNavigation, type Navigation } from './tables/navigation';
import type { Column, Table } from '../../solution/tables/table';
import { changeRow, commit, insertRow, resolver, type Writing } from './write-operations';

/** `$id` and `@odata.id` should be whole addresses; a bare id is understood too, as the relationship names the table. */
const BARE_IDS_ARE_READ = true;

/** The end of an association where the call starts, and the navigation to its other end. */
interface End {
  row: StoredRow;
  table: Table;
  id: string;
  name: string;
  navigation: Navigation | undefined;
}

function navigationOf(table: Table, rows: Rows, name: string): Navigation | undefined {
  const found = findNavigation(table, rows.tables, name);
  if (found !== undefined) return found;
  // A lookup's relationship may be named from the lookup's side too.
  for (const column of table.columns.values()) {
    const target = column.targets?.find((one) => one.relationship === name);
    if (target !== undefined) return { kind: 'single', name, column, target };
  }
  if (!table.open) throw unknownProperty(table, name);
  return undefined;
}

function startOf({ rows }: Writing, args: Arguments): End {
  const store = rows.storeOfSet(requiredText(args, 'entityName'));
  const { table } = store;
  const found = rows.find(store, requiredText(args, 'recordId'));
  if (found.row === undefined) throw missingRow(table, found.address);
  const name = requiredText(args, 'associationEntityRelationship');
  const id = String(found.row[table.primaryId]);
  return { row: found.row, table, id, name, navigation: navigationOf(table, rows, name) };
}

/** The other end, by its address. */
function otherEnd(writing: Writing, { navigation, name }: End, address: string): Pointer {
  if (BARE_IDS_ARE_READ && GUID.test(address.trim())) {
    const table = navigation?.kind === 'single' ? navigation.target.table : navigation?.table.logicalName;
    if (table === undefined) {
      throw new DataverseError(400, CODES.badPayload, `'${address}' does not say which table it belongs to.`);
    }
    const id = address.trim().toLowerCase();
    const store = writing.rows.store(table);
    if (store.get(id) === undefined && !store.table.open) throw missingRow(store.table, { id });
    return { table, id };
  }
  const resolve = resolver(writing);
  if (navigation === undefined) return resolve(name, undefined, address);
  if (navigation.kind === 'single') return resolve(name, [navigation.target], address);
  return resolve(name, [{ ...target(navigation.table), navigationProperty: name }], address);
}

function target(table: Table) {
  return { relationship: '', table: table.logicalName, navigationProperty: '', onDelete: 'NoCascade' as const };
}

function setLookup(writing: Writing, table: Table, row: StoredRow, column: Column, to: Pointer | null): void {
  const values = new Map<string, StoredValue | null>([[column.logicalName, to?.id ?? null]]);
  if (column.targets?.length !== 1) values.set(pointerKey(column.logicalName), to?.table ?? null);
  changeRow(writing, writing.rows.store(table.logicalName), row, values);
}

function linkOf(writing: Writing, end: End, navigation: Extract<Navigation, { kind: 'many' }>, other: Pointer) {
  const near = navigation.intersection.columns.get(navigation.near)!;
  const links = writing.rows.pointing(navigation.intersection, near, end.id);
  return [...links].find((link) => link[navigation.far] === other.id);
}

/**
 * `AssociateEntities`: sets the lookup behind a relationship, or connects two rows of a many-to-many one. Doing it again
 * changes nothing.
 * @throws {DataverseError} 400 for an unknown relationship or an address that is none, 404 when a row is missing
 */
export function associate(writing: Writing, args: Arguments): void {
  const end = startOf(writing, args);
  const other = otherEnd(writing, end, requiredText(itemOf(args), '@odata.id'));
  const { navigation, row, table } = end;
  const { rows } = writing;
  if (navigation === undefined) {
    const here = { table: table.logicalName, id: end.id };
    commit(writing, [], rows.links.change(end.name, here, other, true), []);
  } else if (navigation.kind === 'single') {
    setLookup(writing, table, row, navigation.column, other);
  } else if (navigation.kind === 'collection') {
    const pointing = rows.row(other.table, other.id);
    if (pointing === undefined) throw missingRow(navigation.table, { id: other.id });
    setLookup(writing, navigation.table, pointing, navigation.column, { table: table.logicalName, id: end.id });
  } else if (linkOf(writing, end, navigation, other) === undefined) {
    const values = new Map([
      [navigation.near, end.id],
      [navigation.far, other.id],
    ]);
    insertRow(writing, rows.store(navigation.intersection.logicalName), values);
  }
}

/**
 * `DisassociateEntities`: empties the lookup or cuts the connection.
 * @throws {DataverseError} as `associate`; 404 when the two are not connected
 */
export function disassociate(writing: Writing, args: Arguments): void {
  const end = startOf(writing, args);
  const other = otherEnd(writing, end, requiredText(args, '$id'));
  const { navigation, row, table } = end;
  const { rows } = writing;
  if (navigation === undefined) {
    const here = { table: table.logicalName, id: end.id };
    commit(writing, [], rows.links.change(end.name, here, other, false), []);
  } else if (navigation.kind === 'single') {
    setLookup(writing, table, row, navigation.column, null);
  } else if (navigation.kind === 'collection') {
    const pointing = rows.row(other.table, other.id);
    if (pointing?.[navigation.column.logicalName] !== end.id) throw missingRow(navigation.table, { id: other.id });
    setLookup(writing, navigation.table, pointing, navigation.column, null);
  } else {
    const link = linkOf(writing, end, navigation, other);
    if (link === undefined) throw missingRow(navigation.table, { id: other.id });
    const store = rows.store(navigation.intersection.logicalName);
    const id = String(link[store.table.primaryId]);
    commit(writing, [{ store, id, before: link, after: undefined }], [], []);
  }
}
