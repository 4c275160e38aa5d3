/** A column's value at rest: lookups and keys are GUID texts, dates `yyyy-MM-ddTHH:mm:ssZ`, choices numbers. */
export type StoredValue = string | number | boolean;

/** A row at rest, by logical name; columns without a value are absent. `@version` counts the writes of the table. */
export type StoredRow = Readonly<Record<string, StoredValue>>;

/** The key under which a row keeps its version; no column can be called so. */
export const VERSION = '@version';
