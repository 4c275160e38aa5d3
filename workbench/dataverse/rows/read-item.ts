import { CODES, DataverseError } from '../dataverse-error';
import type { Column, Table } from '../tables/table';
import { isLookup } from '../query/find-column';
import { checkedValue } from './checked-value';
import type { StoredValue } from './stored-row';

/** The columns a request wants to set; null clears one. */
export type ItemValues = Map<string, StoredValue | null>;

const BIND = '@odata.bind';

function refused(message: string): DataverseError {
  return new DataverseError(400, CODES.badPayload, message);
}

function lookupOf(table: Table, navigationProperty: string): Column {
  const lookups = [...table.columns.values()].filter((column) => column.target !== undefined);
  const lookup = lookups.find((column) => column.target?.navigationProperty === navigationProperty);
  if (lookup !== undefined) return lookup;
  const meant = lookups
    .map((column) => column.target!.navigationProperty)
    .find((name) => name.toLowerCase() === navigationProperty.toLowerCase());
  throw refused(
    `An undeclared property '${navigationProperty}' was found in the payload for '${table.logicalName}'. ` +
      (meant === undefined ? 'The table has no such lookup.' : `Names are case-sensitive: write '${meant}${BIND}'.`),
  );
}

/**
 * Checks the `item` of a create or update and turns it into values at rest.
 * @param resolve finds the row behind an address such as `/contacts(…)`, giving its id
 * @throws {DataverseError} 400 naming the property that is unknown, not writable or has a wrong value; what `resolve` throws
 */
export function readItem(
  item: Readonly<Record<string, unknown>>,
  table: Table,
  mode: 'create' | 'update',
  resolve: (lookup: Column, address: string) => string,
): ItemValues {
  const values: ItemValues = new Map();
  for (const [name, value] of Object.entries(item)) {
    if (name.startsWith('@odata.')) continue;
    if (name.endsWith(BIND)) {
      const lookup = lookupOf(table, name.slice(0, -BIND.length));
      if (value !== null && typeof value !== 'string') throw refused(`'${name}' has to be a row's address or null.`);
      values.set(lookup.logicalName, value === null ? null : resolve(lookup, value));
      continue;
    }
    const column = table.columns.get(name);
    if (column === undefined) {
      throw refused(`Invalid property '${name}' was found in entity 'Microsoft.Dynamics.CRM.${table.logicalName}'.`);
    }
    if (isLookup(column)) {
      throw refused(
        `'${name}' is a lookup: write '${column.target?.navigationProperty ?? name}${BIND}' with a row's address.`,
      );
    }
    // The platform passes over columns that may not be set, such as createdon.
    if (mode === 'create' ? !column.createable : !column.updateable) continue;
    values.set(column.logicalName, checkedValue(column, table, value));
  }
  return values;
}
