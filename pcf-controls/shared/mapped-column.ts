type DataSet = ComponentFramework.PropertyTypes.DataSet;
type Record = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord;

/** The logical name of the column a maker mapped to a property of the manifest; nothing when none is mapped. */
export const mappedColumn = ({ columns }: DataSet, alias: string): string | undefined =>
  columns.find((column) => column.alias === alias)?.name;

/** The value of a record as a text; nothing when the column is not mapped or empty. */
export function textOf(record: Record, column: string | undefined): string | undefined {
  if (column === undefined) return undefined;
  const value: unknown = record.getValue(column);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The value of a record as a number; choices arrive as numbers or as their text. */
export function numberOf(record: Record, column: string | undefined): number | undefined {
  if (column === undefined) return undefined;
  const value: unknown = record.getValue(column);
  // A list or an object would be turned into a text first, which can fail.
  if (value === '' || (typeof value !== 'string' && typeof value !== 'number')) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** The value of a record as an instant. */
export function instantOf(record: Record, column: string | undefined): Date | undefined {
  if (column === undefined) return undefined;
  const value: unknown = record.getValue(column);
  if (!(value instanceof Date || typeof value === 'string' || typeof value === 'number')) return undefined;
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
