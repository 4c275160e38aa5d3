import type { Column, Table } from '../tables/table';
import { findColumn } from './find-column';

/**
 * The columns of a `$select`; all of them when it is missing or empty.
 * @throws {DataverseError} 400 naming a property the table does not have
 */
export function parseSelect(select: string | undefined, table: Table): readonly Column[] {
  if (select === undefined || select.trim() === '') return [...table.columns.values()];
  return select.split(',').map((property) => findColumn(table, property.trim()));
}
