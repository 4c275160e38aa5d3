import type { StoredRow } from '../rows/stored-row';
import type { Navigation } from '../tables/navigation';
import type { Table } from '../../../solution/tables/table';
import type { Relations } from './relations';

export type RowTest = (row: StoredRow) => boolean;

/**
 * Finds the rows of a collection.
 * @param navigation `unknown` for one of an open table, which knows only the links made in the stand-in
 */
export function rowsBehind(
  navigation: Exclude<Navigation, { kind: 'single' }> | { kind: 'unknown'; name: string },
  from: Table,
  relations: Relations,
): (row: StoredRow) => Iterable<StoredRow> {
  const idOf = (row: StoredRow) => String(row[from.primaryId]);
  switch (navigation.kind) {
    case 'collection':
      return (row) => relations.pointing(navigation.table, navigation.column, idOf(row));
    case 'many': {
      const near = navigation.intersection.columns.get(navigation.near)!;
      return function* (row) {
        for (const link of relations.pointing(navigation.intersection, near, idOf(row))) {
          const other = relations.row(navigation.table.logicalName, String(link[navigation.far]));
          if (other !== undefined) yield other;
        }
      };
    }
    case 'unknown':
      return function* (row) {
        for (const { row: other } of relations.linked(navigation.name, from.logicalName, idOf(row))) yield other;
      };
  }
}
