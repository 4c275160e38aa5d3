import { CODES, DataverseError } from '../dataverse-error';
import { findNavigation, type Navigation } from '../tables/navigation';
import type { Column, Table } from '../../../solution/tables/table';
import { compileFilter } from './compile-filter';
import { unknownProperty } from './find-column';
import { compileOrder, type RowOrder } from './order-rows';
import { parseSelect } from './parse-select';
import type { Relations } from './relations';
import type { RowTest } from './rows-behind';
import { topOf } from './top-of';

/** One navigation property to show, with what of the other rows. */
export interface Expansion {
  name: string;
  /** Unknown only for an open table. */
  navigation: Navigation | { kind: 'unknown'; name: string };
  /** Undefined for all. */
  columns: readonly Column[] | undefined;
  expansions: readonly Expansion[];
  /** Collections only. */
  filter?: RowTest;
  order?: RowOrder;
  top?: number;
  /** The options as written, without `$expand`, for a collection's next link. */
  options: string;
}

const ITEM = /^([A-Za-z_]\w*)\s*(?:\(([\s\S]*)\))?$/;
const OPTION = /^(\$\w+)\s*=([\s\S]*)$/;
const COLLECTIONS_ONLY = new Set(['$filter', '$orderby', '$top']);

/** Splits at a separator outside parentheses and quotes. */
function split(text: string, separator: ',' | ';'): string[] {
  const parts = [''];
  let depth = 0;
  let quoted = false;
  for (const character of text) {
    if (character === "'") quoted = !quoted;
    else if (!quoted && character === '(') depth += 1;
    else if (!quoted && character === ')') depth -= 1;
    if (character === separator && depth === 0 && !quoted) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim());
}

function notSupported(message: string): DataverseError {
  return new DataverseError(501, CODES.notImplemented, message);
}

/**
 * Reads an `$expand` of lookups and collections: `rcc_Customer($select=fullname),rcc_Ticket`. Inside the parentheses
 * stand `$select`, `$expand` and, for collections, `$filter`, `$orderby` and `$top`, separated by `;`.
 * @throws {DataverseError} 400 for an unknown navigation property or a broken option, 501 for other options
 */
export function parseExpand(expand: string | undefined, table: Table, relations: Relations): readonly Expansion[] {
  if (expand === undefined || expand.trim() === '') return [];
  return split(expand, ',').map((item) => parseItem(item, table, relations));
}

function parseItem(item: string, table: Table, relations: Relations): Expansion {
  const [, name, inside] = ITEM.exec(item) ?? [];
  if (name === undefined) {
    throw new DataverseError(400, CODES.badPayload, `'${item}' in $expand is no navigation property with options.`);
  }
  const found = findNavigation(table, relations.tables, name);
  if (found === undefined && !table.open) {
    const { message } = unknownProperty(table, name);
    throw new DataverseError(400, CODES.unknownProperty, `${message} Navigation properties are case-sensitive.`);
  }
  const navigation = found ?? { kind: 'unknown' as const, name };
  const options = new Map<string, string>();
  for (const option of inside === undefined ? [] : split(inside, ';')) {
    if (option === '') continue;
    const [, key, value] = OPTION.exec(option) ?? [];
    if (key === undefined || value === undefined) {
      throw new DataverseError(400, CODES.badPayload, `'${option}' inside $expand of '${name}' is no option.`);
    }
    if (key !== '$select' && key !== '$expand' && !COLLECTIONS_ONLY.has(key)) {
      throw notSupported(`The option ${key} inside $expand of '${name}' is not supported.`);
    }
    if (navigation.kind === 'single' && COLLECTIONS_ONLY.has(key)) {
      throw new DataverseError(
        400,
        CODES.badPayload,
        `${key} inside $expand belongs to collections; '${name}' is one row.`,
      );
    }
    options.set(key, value.trim());
  }
  const other =
    navigation.kind === 'unknown'
      ? relations.anyTable
      : navigation.kind === 'single'
        ? relations.table(navigation.target.table)
        : navigation.table;
  if (other === undefined) throw notSupported(`The table behind '${name}' is not part of the stand-in.`);
  const filter = options.get('$filter');
  const order = options.get('$orderby');
  return {
    name,
    navigation,
    columns: parseSelect(options.get('$select'), other),
    expansions: parseExpand(options.get('$expand'), other, relations),
    ...(filter ? { filter: compileFilter(filter, other, relations).matches } : {}),
    ...(order ? { order: compileOrder(order, other) } : {}),
    top: topOf(options.get('$top')),
    options: [...options]
      .filter(([key]) => key !== '$expand')
      .map(([key, value]) => `${key}=${value}`)
      .join('&'),
  };
}
