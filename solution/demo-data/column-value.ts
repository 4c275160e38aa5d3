import type { Column, Option } from '../tables/table';

/** What a column of a row holds: text, number, yes/no, several choices; a lookup is read apart. */
export type PlainValue = string | number | boolean | readonly number[];

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const isDate = (text: unknown, pattern: RegExp): text is string =>
  typeof text === 'string' && pattern.test(text) && !Number.isNaN(Date.parse(text));

/** The label of a choice in the language the source is written in. */
const labelOf = ({ labels }: Option): string => labels.get(1033) ?? '';

function choice({ options = new Map() }: Column, label: unknown): number {
  const option = [...options.values()].find((each) => labelOf(each) === label);
  if (option) return option.value;
  throw new Error(`${JSON.stringify(label)} is none of its choices: ${[...options.values()].map(labelOf).join(', ')}`);
}

function text({ maxLength }: Column, value: unknown): string {
  const written = typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
  if (typeof written !== 'string') throw new Error(`${JSON.stringify(value)} is no text`);
  if (written === '') throw new Error('an empty text is not kept; leave the column out');
  if (maxLength !== undefined && written.length > maxLength)
    throw new Error(`it has ${written.length} characters, ${maxLength} are allowed`);
  return written;
}

function number({ type, min = -Infinity, max = Infinity }: Column, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || (type === 'int' && !Number.isInteger(value)))
    throw new Error(`${JSON.stringify(value)} is no ${type === 'int' ? 'whole ' : ''}number`);
  if (value < min || value > max) throw new Error(`${value} is not between ${min} and ${max}`);
  return value;
}

/**
 * Reads what the source writes for a column: choices by their English labels, an object or list as the JSON a text
 * column holds.
 * @throws {Error} saying what is wrong and what the column takes
 */
export function columnValue(column: Column, value: unknown): PlainValue {
  switch (column.type) {
    case 'nvarchar':
    case 'ntext':
      return text(column, value);
    case 'int':
    case 'decimal':
      return number(column, value);
    case 'picklist':
    case 'status':
      return choice(column, value);
    case 'multiselectpicklist':
      if (!Array.isArray(value) || value.length === 0) throw new Error('it takes a list of labels');
      return value.map((label) => choice(column, label));
    case 'bit':
      if (typeof value !== 'boolean') throw new Error(`${JSON.stringify(value)} is neither true nor false`);
      return value;
    case 'datetime':
      if (column.dateOnly) {
        if (!isDate(value, DATE)) throw new Error(`${JSON.stringify(value)} is no date such as 2026-03-20`);
      } else if (!isDate(value, INSTANT)) {
        throw new Error(`${JSON.stringify(value)} is no instant such as 2026-03-20T09:30:00Z`);
      }
      return value;
    default:
      throw new Error(`demo data cannot fill a column of the type ${column.type}`);
  }
}
