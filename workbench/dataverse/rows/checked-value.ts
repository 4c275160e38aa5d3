import { CODES, DataverseError } from '../dataverse-error';
import { choicesText } from '../query/values';
import type { Column, Table } from '../../../solution/tables/table';
import { GUID } from './guid-text';
import type { StoredValue } from './stored-row';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** An instant as Dataverse writes it: UTC, whole seconds. */
export function storedInstant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

function wrongType(column: Column, expected: string, value: unknown): DataverseError {
  return new DataverseError(
    400,
    CODES.badPayload,
    `Cannot convert ${JSON.stringify(value)} of '${column.logicalName}' to the expected type '${expected}'.`,
  );
}

function invalid(column: Column, table: Table, what: string, code: string = CODES.invalidValue): DataverseError {
  return new DataverseError(
    400,
    code,
    `A validation error occurred. ${what} of '${column.logicalName}' on '${table.logicalName}'.`,
  );
}

function checkedText(column: Column, table: Table, value: unknown): string | null {
  if (typeof value !== 'string') throw wrongType(column, 'Edm.String', value);
  if (!table.open && column.maxLength !== undefined && value.length > column.maxLength) {
    throw invalid(column, table, `The length ${value.length} exceeds the maximum allowed length ${column.maxLength}`);
  }
  // The platform keeps no empty texts.
  return value === '' ? null : value;
}

function checkedNumber(column: Column, table: Table, value: unknown): number {
  const whole = column.type === 'int' || column.type === 'bigint';
  if (typeof value !== 'number' || !Number.isFinite(value) || (whole && !Number.isInteger(value))) {
    throw wrongType(column, whole ? 'Edm.Int32' : 'Edm.Decimal', value);
  }
  if (value < (column.min ?? -Infinity) || value > (column.max ?? Infinity)) {
    throw invalid(column, table, `The value ${value} is outside the range ${column.min} to ${column.max}`);
  }
  return column.accuracy === undefined ? value : Number(value.toFixed(column.accuracy));
}

function checkedChoice(column: Column, table: Table, value: unknown): number {
  if (typeof value !== 'number') throw wrongType(column, 'Edm.Int32', value);
  // An open table's choices may have been extended.
  if (!table.open && !column.options?.has(value)) {
    const accepted = [...(column.options?.keys() ?? [])].join(',');
    throw invalid(
      column,
      table,
      `The value ${value} is outside the valid range, accepted values: ${accepted},`,
      CODES.invalidChoice,
    );
  }
  return value;
}

function checkedChoices(column: Column, table: Table, value: unknown): string | null {
  if (value === '') return null;
  const text = typeof value === 'string' || typeof value === 'number' ? choicesText(String(value)) : undefined;
  if (text === undefined) throw wrongType(column, 'a text of numbers separated by commas', value);
  for (const option of text.split(',')) checkedChoice(column, table, Number(option));
  return text;
}

function checkedDate(column: Column, value: unknown): string {
  const text = typeof value === 'string' && (DATE.test(value) || INSTANT.test(value)) ? value : undefined;
  const instant = text === undefined ? NaN : Date.parse(text);
  if (Number.isNaN(instant)) throw wrongType(column, column.dateOnly ? 'Edm.Date' : 'Edm.DateTimeOffset', value);
  const stored = storedInstant(new Date(instant));
  return column.dateOnly ? stored.slice(0, 10) : stored;
}

/**
 * Checks a value a request wants to store in a column that is no lookup.
 * @returns the value at rest, or null for none
 * @throws {DataverseError} 400 naming the column and what it accepts
 */
export function checkedValue(column: Column, table: Table, value: unknown): StoredValue | null {
  if (value === null) return null;
  switch (column.type) {
    case 'nvarchar':
    case 'ntext':
      return checkedText(column, table, value);
    case 'int':
    case 'bigint':
    case 'decimal':
    case 'float':
    case 'money':
      return checkedNumber(column, table, value);
    case 'picklist':
    case 'state':
    case 'status':
      return checkedChoice(column, table, value);
    case 'multiselectpicklist':
      return checkedChoices(column, table, value);
    case 'datetime':
      return checkedDate(column, value);
    case 'bit':
      if (typeof value !== 'boolean') throw wrongType(column, 'Edm.Boolean', value);
      return value;
    case 'open':
      // Whatever came is kept; an object or list stays as it is.
      return value === '' ? null : (value as StoredValue);
    case 'file':
    case 'image':
      throw invalid(column, table, 'Only UpdateEntityFileImageFieldContent sets the content');
    default:
      if (typeof value !== 'string' || !GUID.test(value)) throw wrongType(column, 'Edm.Guid', value);
      return value.toLowerCase();
  }
}
