import type { Change, Journal } from '../../state/journal';
import type { Table } from '../../../solution/tables/table';
import type { StoredRow } from './stored-row';

/** A file at rest, apart from its row. */
export interface StoredFile {
  name: string;
  type: string;
  /** Base64. */
  content: string;
}

const COLLECTION = 'dataverse/@files';

function keyOf(table: Table, id: string, column: string): string {
  return `${table.logicalName}/${id}/${column}`;
}

export function storedFile(journal: Journal, table: Table, id: string, column: string): StoredFile | undefined {
  return journal.collection<StoredFile>(COLLECTION).get(keyOf(table, id, column));
}

/** @param file undefined removes it */
export function fileChange(table: Table, id: string, column: string, file: StoredFile | undefined): Change {
  return { collection: COLLECTION, key: keyOf(table, id, column), value: file };
}

/** What removes the files of a deleted row. */
export function fileChanges(table: Table, id: string, row: StoredRow): Change[] {
  return Object.keys(row)
    .filter((name) => row[`${name}_name`] !== undefined)
    .map((name) => fileChange(table, id, name, undefined));
}
