import { CODES, DataverseError } from '../dataverse-error';
import type { StoredRow, StoredValue } from '../rows/stored-row';
import type { Column, Table } from '../tables/table';
import {
  parseFilter,
  type Comparison,
  type FilterSyntax,
  type Literal,
  type Property,
  type TextTest,
} from './filter-syntax';
import { findColumn, isLookup } from './find-column';

/** What a filter may look at besides the row itself. */
export interface Relations {
  table(logicalName: string): Table | undefined;
  row(table: string, id: string): StoredRow | undefined;
}

export interface CompiledFilter {
  matches(row: StoredRow): boolean;
  /** What every matching row fulfils at least; absent when an index cannot help. */
  narrowing?: Narrowing;
}

/** A condition indexes can answer: one column's value, or several of them together or as alternatives. */
export type Narrowing =
  { kind: 'equals'; column: Column; value: StoredValue } | { kind: 'all' | 'any'; of: readonly Narrowing[] };

const TEXT_TESTS: Readonly<Record<TextTest, (text: string, part: string) => boolean>> = {
  contains: (text, part) => text.includes(part),
  startswith: (text, part) => text.startsWith(part),
  endswith: (text, part) => text.endsWith(part),
};

type Read = (row: StoredRow) => StoredValue | null;
type Kind = Exclude<Literal['kind'], 'null'>;

/** Dataverse counts a row without a value as different from any value. */
const NULL_IS_DIFFERENT = true;

function kindOf(column: Column): Kind {
  if (isLookup(column) || column.type === 'primarykey') return 'guid';
  switch (column.type) {
    case 'nvarchar':
    case 'ntext':
      return 'text';
    case 'datetime':
      return 'date';
    case 'bit':
      return 'boolean';
    default:
      return 'number';
  }
}

function mismatch(column: Column, found: string): DataverseError {
  return new DataverseError(
    400,
    CODES.badPayload,
    `A ${kindOf(column)} column cannot be compared with a ${found}: '${column.logicalName}'.`,
  );
}

/** Makes two values of one kind comparable: texts ignore case, dates count as instants. */
function comparable(value: StoredValue, kind: Kind): string | number | boolean {
  if (kind === 'text') return String(value).toLowerCase();
  return kind === 'date' ? Date.parse(String(value)) : value;
}

function compare(operator: Comparison, left: string | number | boolean, right: string | number | boolean): boolean {
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

/**
 * Turns a `$filter` into a test of rows.
 * @throws {DataverseError} 400 for unknown properties and values of the wrong kind, 501 for what Dataverse does not support
 */
export function compileFilter(filter: string, table: Table, relations: Relations): CompiledFilter {
  function resolve({ path }: Property): { column: Column; read: Read } {
    const [first = '', second, ...deeper] = path;
    if (second === undefined) {
      const column = findColumn(table, first);
      return { column, read: (row) => row[column.logicalName] ?? null };
    }
    const lookup = [...table.columns.values()].find((one) => one.target?.navigationProperty === first);
    const other = lookup?.target === undefined ? undefined : relations.table(lookup.target.table);
    if (lookup === undefined || other === undefined || deeper.length > 0) {
      throw new DataverseError(501, CODES.notImplemented, `The path '${path.join('/')}' is not supported in a filter.`);
    }
    const column = findColumn(other, second);
    return {
      column,
      read: (row) => {
        const id = row[lookup.logicalName];
        const related = id === undefined ? undefined : relations.row(other.logicalName, String(id));
        return related?.[column.logicalName] ?? null;
      },
    };
  }

  function compileNull(operator: Comparison, read: Read): CompiledFilter['matches'] {
    if (operator === 'eq') return (row) => read(row) === null;
    if (operator === 'ne') return (row) => read(row) !== null;
    throw new DataverseError(400, CODES.badPayload, `Only eq and ne compare with null, not ${operator}.`);
  }

  function compileComparison({ operator, left, right }: Extract<FilterSyntax, { kind: 'compare' }>): CompiledFilter {
    const { column, read } = resolve(left);
    const kind = kindOf(column);
    if (right.kind === 'null') return { matches: compileNull(operator, read) };
    if (right.kind === 'property') {
      const other = resolve(right);
      if (kindOf(other.column) !== kind) throw mismatch(column, kindOf(other.column));
      return { matches: (row) => test(operator, read(row), other.read(row), kind) };
    }
    const { value: literal } = right;
    if (right.kind !== kind) throw mismatch(column, right.kind);
    if (kind === 'date' && Number.isNaN(Date.parse(String(literal)))) throw mismatch(column, `date '${literal}'`);
    const wanted = comparable(literal, kind);
    const matches: CompiledFilter['matches'] = (row) => {
      const value = read(row);
      if (value === null) return NULL_IS_DIFFERENT && operator === 'ne';
      return compare(operator, comparable(value, kind), wanted);
    };
    // One instant can be written in several ways, so an index of texts does not find dates.
    const narrows = operator === 'eq' && left.path.length === 1 && kind !== 'date';
    return narrows ? { matches, narrowing: { kind: 'equals', column, value: literal } } : { matches };
  }

  function compile(syntax: FilterSyntax): CompiledFilter {
    switch (syntax.kind) {
      case 'and':
      case 'or':
        return combine(syntax.kind, compile(syntax.left), compile(syntax.right));
      case 'not': {
        const { matches } = compile(syntax.operand);
        return { matches: (row) => !matches(row) };
      }
      case 'text': {
        const { column, read } = resolve(syntax.left);
        if (kindOf(column) !== 'text') throw mismatch(column, 'text');
        const wanted = syntax.right.toLowerCase();
        const holds = TEXT_TESTS[syntax.test];
        return {
          matches: (row) => {
            const value = read(row);
            return value !== null && holds(String(value).toLowerCase(), wanted);
          },
        };
      }
      case 'compare':
        return compileComparison(syntax);
    }
  }

  return compile(parseFilter(filter));
}

function combine(kind: 'and' | 'or', left: CompiledFilter, right: CompiledFilter): CompiledFilter {
  const parts = [left.narrowing, right.narrowing].filter((part) => part !== undefined);
  if (kind === 'and') {
    const matches: CompiledFilter['matches'] = (row) => left.matches(row) && right.matches(row);
    return parts.length === 0 ? { matches } : { matches, narrowing: { kind: 'all', of: parts } };
  }
  const matches: CompiledFilter['matches'] = (row) => left.matches(row) || right.matches(row);
  return parts.length < 2 ? { matches } : { matches, narrowing: { kind: 'any', of: parts } };
}

function test(operator: Comparison, left: StoredValue | null, right: StoredValue | null, kind: Kind): boolean {
  if (left === null || right === null) {
    const same = left === right;
    return operator === 'eq' ? same : operator === 'ne' && !same;
  }
  return compare(operator, comparable(left, kind), comparable(right, kind));
}
