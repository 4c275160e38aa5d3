import { findSingle } from '../tables/navigation';
import type { Column, Table } from '../../../solution/tables/table';
import { findColumn, isLookup } from './find-column';

/** A navigation property may be named too; it selects no column, `$expand` brings its row. */
function isNavigation(property: string, table: Table): boolean {
  const [name = '', ...deeper] = property.split('/');
  const known = table.columns.get(name);
  if (known !== undefined && !isLookup(known)) return false;
  return findSingle(table, name) !== undefined || (table.open === true && deeper.length > 0);
}

/**
 * The columns of a `$select`; all of them when it is missing or empty.
 * @throws {DataverseError} 400 naming a property the table does not have
 */
export function parseSelect(select: string | undefined, table: Table): readonly Column[] | undefined {
  if (select === undefined || select.trim() === '') return undefined;
  return select
    .split(',')
    .map((property) => property.trim())
    .filter((property) => !isNavigation(property, table))
    .map((property) => findColumn(table, property));
}
