import { requiredText, type Arguments } from './arguments';
import { CODES, DataverseError } from './dataverse-error';
import { unknownProperty } from './query/find-column';
import { fileChange, storedFile, type StoredFile } from './rows/stored-files';
import { missingRow } from './rows';
import { openColumn } from './tables/open-table';
import type { Column } from '../../solution/tables/table';
import { changeRow, type Writing } from './write-operations';

/** Largest file when the column does not say, in bytes. Source: Microsoft, file columns' default of 32 MB. */
const MAX_BYTES = 32 * 1024 * 1024;
const BINARY = 'application/octet-stream';

/** A file's content as connectors pass it. */
export interface BinaryContent {
  '$content-type': string;
  $content: string;
}

/** Content as flows give it: a binary object, or a text or JSON sent as UTF-8. */
function contentOf(item: unknown): { type: string; content: string } {
  if (item == null)
    throw new DataverseError(400, CODES.badPayload, "The parameter 'item', the file's content, is missing.");
  const { $content: content, '$content-type': type } = item as Partial<BinaryContent>;
  if (typeof content === 'string') return { type: typeof type === 'string' ? type : BINARY, content };
  const text = typeof item === 'string' ? item : JSON.stringify(item);
  return { type: BINARY, content: Buffer.from(text, 'utf8').toString('base64') };
}

function locate({ rows }: Pick<Writing, 'rows'>, args: Arguments) {
  const store = rows.storeOfSet(requiredText(args, 'entityName'));
  const { table } = store;
  const name = requiredText(args, 'fileImageFieldName');
  const column: Column | undefined = table.columns.get(name) ?? (table.open ? openColumn(name) : undefined);
  if (column === undefined) throw unknownProperty(table, name);
  if (column.type !== 'file' && column.type !== 'image' && column.type !== 'open') {
    throw new DataverseError(400, CODES.badPayload, `'${name}' of '${table.logicalName}' holds no file.`);
  }
  const { address, row } = rows.find(store, requiredText(args, 'recordId'));
  if (row === undefined) throw missingRow(table, address);
  return { store, table, column, row, id: String(row[table.primaryId]) };
}

/**
 * `UpdateEntityFileImageFieldContent`: puts a file into a column; the row then shows the file's id, and its name beside.
 * @throws {DataverseError} 404 for a missing row, 400 when the column holds no files, 413 when the file is too large
 */
export function uploadFile(writing: Writing, args: Arguments): void {
  const { store, table, column, row, id } = locate(writing, args);
  const name = requiredText(args, 'x-ms-file-name');
  const { type, content } = contentOf(args.item);
  const bytes = Buffer.byteLength(content, 'base64');
  const limit = column.maxBytes ?? MAX_BYTES;
  if (bytes > limit) {
    throw new DataverseError(
      413,
      CODES.tooLarge,
      `The file has ${bytes} bytes; '${column.logicalName}' takes ${limit}.`,
    );
  }
  const file: StoredFile = { name, type, content };
  const values = new Map([
    [column.logicalName, writing.newId()],
    [`${column.logicalName}_name`, name],
  ]);
  changeRow(writing, store, row, values, [fileChange(table, id, column.logicalName, file)]);
}

/**
 * `GetEntityFileImageFieldContent`.
 * @throws {DataverseError} 404 for a missing row or when the column is empty
 */
export function downloadFile(writing: Pick<Writing, 'rows' | 'journal'>, args: Arguments): BinaryContent {
  const { table, column, id } = locate(writing, args);
  const { logicalName } = column;
  const file = storedFile(writing.journal, table, id, logicalName);
  if (file === undefined) {
    const message = `No file attachment found for attribute: ${logicalName} EntityId: ${id}.`;
    throw new DataverseError(404, CODES.missingRow, message);
  }
  return { '$content-type': file.type, $content: file.content };
}
