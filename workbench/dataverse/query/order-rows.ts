import { CODES, DataverseError } from '../dataverse-error';
import type { StoredRow, StoredValue } from '../rows/stored-row';
import type { Table } from '../../../solution/tables/table';
import { findColumn, isLookup } from './find-column';

export type RowOrder = (left: StoredRow, right: StoredRow) => number;

/** Orders two values: none first, texts without regard to case. */
export function compareValues(left: StoredValue | undefined, right: StoredValue | undefined): number {
  if (left === undefined || right === undefined) return Number(left !== undefined) - Number(right !== undefined);
  const [a, b] = [left, right].map((value) => (typeof value === 'string' ? value.toLowerCase() : value));
  return a! < b! ? -1 : a! > b! ? 1 : 0;
}

/**
 * Turns an `$orderby` into a comparison of rows: several columns, rows without a value first when ascending.
 * @throws {DataverseError} 400 for unknown properties, lookups and anything but `asc` and `desc`
 */
export function compileOrder(orderBy: string, table: Table): RowOrder {
  const terms = orderBy.split(',').map((term) => {
    const [property = '', direction = 'asc', ...more] = term.trim().split(/\s+/);
    const column = findColumn(table, property);
    if (isLookup(column)) {
      throw new DataverseError(400, CODES.badPayload, `Rows cannot be ordered by the lookup '${property}'.`);
    }
    if ((direction !== 'asc' && direction !== 'desc') || more.length > 0) {
      throw new DataverseError(400, CODES.badPayload, `Expected asc or desc after '${property}' in '${orderBy}'.`);
    }
    return { name: column.logicalName, sign: direction === 'asc' ? 1 : -1 };
  });
  return (left, right) => {
    for (const { name, sign } of terms) {
      const order = compareValues(left[name], right[name]);
      if (order !== 0) return sign * order;
    }
    return 0;
  };
}
