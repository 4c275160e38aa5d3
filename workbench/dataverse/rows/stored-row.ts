/** A column's value at rest: lookups and keys are GUID texts, dates `yyyy-MM-ddTHH:mm:ssZ`, choices numbers. */
export type StoredValue = string | number | boolean;

/** A row at rest, by logical name; columns without a value are absent. `@version` counts the writes of the table. */
export type StoredRow = Readonly<Record<string, StoredValue>>;

/** The key under which a row keeps its version; no column can be called so. */
export const VERSION = '@version';

/**
 * The key under which a row keeps the table a lookup points at, when the lookup may point at several or nobody defined
 * it.
 */
export function pointerKey(lookup: string): string {
  return `${lookup}@table`;
}

/** Whether the row says which table the column points at. */
export function isPointer(row: StoredRow, column: string): boolean {
  return row[pointerKey(column)] !== undefined;
}
