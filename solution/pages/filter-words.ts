import type { Column, Table } from '../tables/table';
import { attribute, children, textOf, type XmlElement } from '../xml/element';
import { english } from './names';

/** Operators of FetchXML whose names are no words a person would use; the others are read as they are written. */
const OPERATORS: Record<string, string> = {
  eq: 'is',
  ne: 'is not',
  lt: 'is less than',
  le: 'is at most',
  gt: 'is more than',
  ge: 'is at least',
  in: 'is one of',
  'not-in': 'is none of',
  null: 'is empty',
  'not-null': 'has a value',
  'eq-userid': 'is whoever looks',
  like: 'contains',
};

/** Operators with an amount, such as `next-x-hours`. */
const PERIOD = /^(next|last|olderthan)-x-(\w+?)s?$/;

/** `next-x-hours` with 4 as `in the next 4 hours`, `today` as `today`. */
function timeWords(operator: string, amount: string): string {
  const [, direction, unit] = PERIOD.exec(operator) ?? [];
  if (direction === undefined) return operator.replaceAll('-', ' ');
  const period = `${amount} ${unit}${amount === '1' ? '' : 's'}`;
  return direction === 'olderthan' ? `more than ${period} ago` : `in the ${direction} ${period}`;
}

function valueWords(column: Column | undefined, value: string): string {
  const option = column?.options?.get(Number(value));
  return option === undefined ? value : english(option.labels);
}

function conditionWords(condition: XmlElement, table: Table): string {
  const name = attribute(condition, 'attribute');
  const column = table.columns.get(name);
  const operator = attribute(condition, 'operator');
  const single = attribute(condition, 'value');
  const subject = column === undefined ? name : english(column.labels);
  if (OPERATORS[operator] === undefined) return `${subject} ${timeWords(operator, single)}`;
  const values = single === '' ? children(condition, 'value').map(textOf) : [single];
  const words = values.map((value) => valueWords(column, value)).join(', ');
  return [subject, OPERATORS[operator], words].filter(Boolean).join(' ');
}

/**
 * Which rows a filter of FetchXML lets through, in words.
 * @param filter a `filter` element
 * @param table whose labels name columns and choices
 */
export function filterWords(filter: XmlElement, table: Table): string {
  const parts = children(filter).map((each) => {
    if (each.name !== 'filter') return conditionWords(each, table);
    const inner = filterWords(each, table);
    return children(each).length > 1 ? `(${inner})` : inner;
  });
  return parts.join(attribute(filter, 'type') === 'or' ? ' or ' : '; ');
}
