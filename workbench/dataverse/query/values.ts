import { CODES, DataverseError } from '../dataverse-error';
import type { StoredValue } from '../rows/stored-row';
import type { Column } from '../../../solution/tables/table';
import { isLookup } from './find-column';

/** What a column's values are compared as; `open` for columns nobody defined. */
export type Kind = 'text' | 'guid' | 'number' | 'date' | 'boolean' | 'choices' | 'open';

/** A value made ready for comparison: texts in lower case, dates as milliseconds. */
export type Comparable = string | number | boolean;

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

/** Dataverse counts a row without a value as different from any value, so negative conditions find it. */
export const NULL_IS_DIFFERENT = true;

export function kindOf(column: Column): Kind {
  if (isLookup(column)) return 'guid';
  switch (column.type) {
    case 'primarykey':
    case 'uniqueidentifier':
    case 'file':
    case 'image':
      return 'guid';
    case 'nvarchar':
    case 'ntext':
      return 'text';
    case 'datetime':
      return 'date';
    case 'bit':
      return 'boolean';
    case 'multiselectpicklist':
      return 'choices';
    case 'open':
      return 'open';
    default:
      return 'number';
  }
}

const INSTANT = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** Milliseconds of a date as queries write it; UTC unless it says otherwise, NaN when it is none. */
export function instantOf(text: string): number {
  const trimmed = text.trim();
  if (!INSTANT.test(trimmed)) return NaN;
  const iso = trimmed.replace(' ', 'T');
  return Date.parse(iso.includes('T') && !/(?:Z|[+-]\d{2}:\d{2})$/.test(iso) ? `${iso}Z` : iso);
}

/** Makes a stored value of a column comparable. */
export function comparable(value: StoredValue, kind: Kind): Comparable {
  switch (kind) {
    case 'text':
      return String(value).toLowerCase();
    case 'date':
      return Date.parse(String(value));
    case 'open': {
      if (typeof value !== 'string') return value;
      const instant = instantOf(value);
      return Number.isNaN(instant) ? value.toLowerCase() : instant;
    }
    default:
      return value;
  }
}

/** Brings values of an open column to one type, as far as that makes sense: `'5'` and 5, `'true'` and true. */
function aligned(left: Comparable, right: Comparable): [Comparable, Comparable] {
  if (typeof left === typeof right) return [left, right];
  const [a, b] = [left, right].map((value) => {
    if (typeof value === 'string')
      return value === 'true' ? 1 : value === 'false' ? 0 : value === '' ? NaN : Number(value);
    return Number(value);
  }) as [number, number];
  return Number.isNaN(a) || Number.isNaN(b) ? [String(left), String(right)] : [a, b];
}

/** Compares two values made comparable. */
export function compare(operator: Comparison, one: Comparable, other: Comparable, kind: Kind): boolean {
  const [left, right] = kind === 'open' ? aligned(one, other) : [one, other];
  switch (operator) {
    case 'eq':
      return left === right;
    case 'ne':
      return left !== right;
    case 'gt':
      return left > right;
    case 'ge':
      return left >= right;
    case 'lt':
      return left < right;
    case 'le':
      return left <= right;
  }
}

const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

/** The stored form of a multiple choice: its values ascending, separated by commas. */
export function choicesText(text: string): string | undefined {
  const values = text.split(',').map((part) => part.trim());
  if (!values.every((value) => /^-?\d+$/.test(value))) return undefined;
  return [...new Set(values.map(Number))].sort((a, b) => a - b).join(',');
}

/** The stored form of a value written as text, as FetchXML and query functions do; undefined when it does not fit. */
function storedOperand(text: string, kind: Kind): StoredValue | undefined {
  switch (kind) {
    case 'guid':
      return GUID.exec(text.trim())?.[1]?.toLowerCase();
    case 'number':
      return text.trim() === '' || !Number.isFinite(Number(text)) ? undefined : Number(text);
    case 'boolean':
      return /^(?:true|1)$/i.test(text.trim()) ? true : /^(?:false|0)$/i.test(text.trim()) ? false : undefined;
    case 'date': {
      const instant = instantOf(text);
      return Number.isNaN(instant) ? undefined : new Date(instant).toISOString();
    }
    case 'choices':
      return choicesText(text);
    case 'open':
      return GUID.exec(text.trim())?.[1]?.toLowerCase() ?? text;
    default:
      return text;
  }
}

/**
 * Reads a value written as text.
 * @throws {DataverseError} 400 naming the column when it does not fit
 */
export function operandOf(text: string, column: Column): StoredValue {
  const kind = kindOf(column);
  const stored = storedOperand(text, kind);
  if (stored === undefined) {
    throw new DataverseError(
      400,
      CODES.badPayload,
      `'${text}' is no ${kind} and cannot be compared with '${column.logicalName}'.`,
    );
  }
  return stored;
}
