import { CODES, DataverseError } from '../dataverse-error';
import type { Column, LookupTarget, Table } from '../../../solution/tables/table';
import { isLookup } from '../query/find-column';
import { findSingle } from '../tables/navigation';
import { openColumn } from '../tables/open-table';
import { checkedValue } from './checked-value';
import { GUID } from './guid-text';
import { pointerKey, type StoredValue } from './stored-row';

/** The columns a request wants to set; null clears one. */
export type ItemValues = Map<string, StoredValue | null>;

/** Finds the row behind an address such as `/contacts(…)`; without targets any table will do. */
export type Resolve = (name: string, targets: readonly LookupTarget[] | undefined, address: string) => Pointer;

/** What a lookup is set to. */
export interface Pointer {
  table: string;
  id: string;
}

const BIND = '@odata.bind';
const LOOKUP = /^_(.+)_value$/;
const LOGICAL_NAME = '@Microsoft.Dynamics.CRM.lookuplogicalname';

function refused(message: string): DataverseError {
  return new DataverseError(400, CODES.badPayload, message);
}

/** The lookup behind a navigation property, with the tables that property leads to. */
function lookupOf(table: Table, navigationProperty: string): { column: Column; targets?: readonly LookupTarget[] } {
  const column = findSingle(table, navigationProperty)?.column;
  if (column !== undefined) {
    const targets = column.targets?.filter((target) => target.navigationProperty === navigationProperty);
    return { column, targets };
  }
  if (table.open) return { column: openColumn(navigationProperty.toLowerCase(), 'lookup') };
  const meant = [...table.columns.values()]
    .flatMap(({ targets = [] }) => targets.map((target) => target.navigationProperty))
    .find((name) => name.toLowerCase() === navigationProperty.toLowerCase());
  throw refused(
    `An undeclared property '${navigationProperty}' was found in the payload for '${table.logicalName}'. ` +
      (meant === undefined ? 'The table has no such lookup.' : `Names are case-sensitive: write '${meant}${BIND}'.`),
  );
}

function setPointer(values: ItemValues, column: Column, pointer: Pointer | null): void {
  values.set(column.logicalName, pointer === null ? null : pointer.id);
  if (column.targets?.length !== 1) values.set(pointerKey(column.logicalName), pointer === null ? null : pointer.table);
}

/** The column a plain name stands for. @throws {DataverseError} 400 when the table has none, or it is a lookup */
function columnOf(table: Table, name: string): Column {
  const column = table.columns.get(name);
  if (column === undefined) {
    if (table.open) return openColumn(name);
    throw refused(`Invalid property '${name}' was found in entity 'Microsoft.Dynamics.CRM.${table.logicalName}'.`);
  }
  if (isLookup(column)) {
    const navigation = column.targets?.[0]?.navigationProperty ?? name;
    throw refused(`'${name}' is a lookup: write '${navigation}${BIND}' with a row's address.`);
  }
  return column;
}

/**
 * Checks the `item` of a create or update and turns it into values at rest.
 * @throws {DataverseError} 400 naming the property that is unknown, not writable or has a wrong value; what `resolve` throws
 */
export function readItem(
  item: Readonly<Record<string, unknown>>,
  table: Table,
  mode: 'create' | 'update',
  resolve: Resolve,
): ItemValues {
  const values: ItemValues = new Map();
  for (const [name, value] of Object.entries(item)) {
    if (name.startsWith('@odata.')) continue;
    if (name.endsWith(BIND)) {
      const { column, targets } = lookupOf(table, name.slice(0, -BIND.length));
      if (value !== null && typeof value !== 'string') throw refused(`'${name}' has to be a row's address or null.`);
      setPointer(values, column, value === null ? null : resolve(name.slice(0, -BIND.length), targets, value));
      continue;
    }
    if (table.open) {
      // Annotations and lookups as a row shows them, so that shown rows can be put in as they are.
      if (name.includes('@')) continue;
      const lookup = LOOKUP.exec(name)?.[1];
      if (lookup !== undefined && (value === null || (typeof value === 'string' && GUID.test(value)))) {
        const column = table.columns.get(lookup) ?? openColumn(lookup, 'lookup');
        const of = String(item[`${name}${LOGICAL_NAME}`] ?? column.targets?.[0]?.table ?? '');
        setPointer(values, column, value === null ? null : { table: of, id: value.toLowerCase() });
        continue;
      }
    }
    const column = columnOf(table, name);
    // The platform passes over columns that may not be set, such as createdon.
    if (mode === 'create' ? !column.createable : !column.updateable) continue;
    values.set(column.logicalName, checkedValue(column, table, value));
  }
  return values;
}
