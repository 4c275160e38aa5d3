import { CODES, DataverseError } from '../dataverse-error';
import { openColumn } from '../tables/open-table';
import type { Column, Table } from '../../../solution/tables/table';

const LOOKUP = /^_(.+)_value$/;

/** Whether the column holds the id of another row. */
export function isLookup(column: Column): boolean {
  return column.type === 'lookup' || column.type === 'owner' || column.type === 'customer';
}

/** The name a column has in a row: lookups appear as `_name_value`. */
export function propertyName(column: Column): string {
  return isLookup(column) ? `_${column.logicalName}_value` : column.logicalName;
}

/** 400 in the words of the platform. */
export function unknownProperty(table: Table, property: string): DataverseError {
  return new DataverseError(
    400,
    CODES.unknownProperty,
    `Could not find a property named '${property}' on type 'Microsoft.Dynamics.CRM.${table.logicalName}'.`,
  );
}

/**
 * The column behind a property name as queries write it.
 * @throws {DataverseError} 400 when the table has no such property; lookups count only as `_name_value`
 */
export function findColumn(table: Table, property: string): Column {
  const lookup = LOOKUP.exec(property)?.[1];
  const column = table.columns.get(lookup ?? property);
  if (column !== undefined && isLookup(column) === (lookup !== undefined)) return column;
  if (!table.open) throw unknownProperty(table, property);
  return openColumn(lookup ?? property, lookup === undefined ? 'open' : 'lookup');
}
