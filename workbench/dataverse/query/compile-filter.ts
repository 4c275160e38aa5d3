import { CODES, DataverseError } from '../dataverse-error';
import type { StoredRow, StoredValue } from '../rows/stored-row';
import { findNavigation, findSingle } from '../tables/navigation';
import type { Column, Table } from '../../../solution/tables/table';
import { parseFilter, type FilterSyntax, type Literal, type Property, type TextTest } from './filter-syntax';
import { findColumn, unknownProperty } from './find-column';
import { compileOperator } from './operators';
import type { Relations } from './relations';
import { rowsBehind, type RowTest } from './rows-behind';
import {
  compare,
  comparable,
  instantOf,
  kindOf,
  NULL_IS_DIFFERENT,
  operandOf,
  type Comparison,
  type Kind,
} from './values';

export interface CompiledFilter {
  matches: RowTest;
  /** What every matching row fulfils at least; absent when an index cannot help. */
  narrowing?: Narrowing;
}

/** A condition indexes can answer: one column's value, the rows others point at, or several together or as alternatives. */
export type Narrowing =
  | { kind: 'equals'; column: Column; value: StoredValue }
  | { kind: 'ids'; ids: () => Iterable<string> }
  | { kind: 'all' | 'any'; of: readonly Narrowing[] };

const TEXT_TESTS: Readonly<Record<TextTest, (text: string, part: string) => boolean>> = {
  contains: (text, part) => text.includes(part),
  startswith: (text, part) => text.startsWith(part),
  endswith: (text, part) => text.endsWith(part),
};

/** Ids and dates are found whether they stand in quotes or not, as in flows that run on the platform. */
const QUOTED_LITERALS_ARE_READ = true;

type Read = (row: StoredRow) => StoredValue | null;

function mismatch(column: Column, found: string): DataverseError {
  return new DataverseError(
    400,
    CODES.badPayload,
    `A ${kindOf(column)} column cannot be compared with a ${found}: '${column.logicalName}'.`,
  );
}

/** The literal at rest, when the column takes it. @throws {DataverseError} 400 when not */
function storedLiteral(column: Column, { kind: found, value }: Exclude<Literal, { kind: 'null' }>): StoredValue {
  const kind = kindOf(column);
  if (kind === 'open') return operandOf(String(value), column);
  const quoted = QUOTED_LITERALS_ARE_READ && found === 'text' && (kind === 'guid' || kind === 'date');
  if (quoted || (found === 'text' && kind === 'choices')) return operandOf(String(value), column);
  if (found !== kind) throw mismatch(column, found);
  if (kind === 'date' && Number.isNaN(instantOf(String(value)))) throw mismatch(column, `date '${value}'`);
  return value;
}

/**
 * Turns a `$filter` into a test of rows.
 * @throws {DataverseError} 400 for unknown properties and values of the wrong kind, 501 for what Dataverse does not support
 */
export function compileFilter(filter: string, table: Table, relations: Relations): CompiledFilter {
  return compileSyntax(parseFilter(filter), table, relations);
}

function compileSyntax(whole: FilterSyntax, table: Table, relations: Relations): CompiledFilter {
  /** Follows a lookup by its navigation property; of an open table, by the column of that name. */
  function through(path: readonly string[]): { table: Table; row: (row: StoredRow) => StoredRow | undefined } {
    const [name = '', ...deeper] = path;
    const single = findSingle(table, name);
    if (single === undefined && !table.open) throw unknownProperty(table, name);
    if (deeper.length > 0) {
      throw new DataverseError(501, CODES.notImplemented, `The path '${path.join('/')}' is not supported in a filter.`);
    }
    const other = single && relations.table(single.target.table);
    const column = single?.column.logicalName ?? name.toLowerCase();
    return {
      table: other ?? relations.anyTable,
      row: (row) => relations.behind(row, column, single?.target.table),
    };
  }

  function resolve({ path }: Property): { column: Column; read: Read } {
    const name = path.at(-1) ?? '';
    if (path.length === 1) {
      const column = findColumn(table, name);
      return { column, read: (row) => row[column.logicalName] ?? null };
    }
    const other = through(path.slice(0, -1));
    const column = findColumn(other.table, name);
    return { column, read: (row) => other.row(row)?.[column.logicalName] ?? null };
  }

  function compileNull(operator: Comparison, read: Read): RowTest {
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
      const otherKind = kindOf(other.column);
      if (otherKind !== kind && kind !== 'open' && otherKind !== 'open') throw mismatch(column, otherKind);
      return { matches: (row) => compareColumns(operator, read(row), other.read(row), kind) };
    }
    const literal = storedLiteral(column, right);
    const wanted = comparable(literal, kind);
    const matches: RowTest = (row) => {
      const value = read(row);
      if (value === null) return NULL_IS_DIFFERENT && operator === 'ne';
      return compare(operator, comparable(value, kind), wanted, kind);
    };
    // One instant can be written in several ways, so an index of texts does not find dates.
    const narrows = operator === 'eq' && left.path.length === 1 && kind !== 'date' && kind !== 'open';
    return narrows ? { matches, narrowing: { kind: 'equals', column, value: literal } } : { matches };
  }

  function compileOne(syntax: FilterSyntax): CompiledFilter {
    switch (syntax.kind) {
      case 'and':
      case 'or':
        return combine(syntax.kind, compileOne(syntax.left), compileOne(syntax.right));
      case 'not': {
        const { matches } = compileOne(syntax.operand);
        return { matches: (row) => !matches(row) };
      }
      case 'text': {
        const { column, read } = resolve(syntax.left);
        const kind = kindOf(column);
        if (kind !== 'text' && kind !== 'open') throw mismatch(column, 'text');
        const wanted = syntax.right.toLowerCase();
        const holds = TEXT_TESTS[syntax.test];
        return {
          matches: (row) => {
            const value = read(row);
            return value !== null && holds(String(value).toLowerCase(), wanted);
          },
        };
      }
      case 'operator': {
        const { column, read } = resolve({ kind: 'property', path: lookupForm(syntax.left.path, table) });
        const test = compileOperator(syntax.operator, column, syntax.values, relations.asking);
        return { matches: (row) => test(read(row)) };
      }
      case 'lambda':
        return compileLambda(syntax);
      case 'compare':
        return compileComparison(syntax);
    }
  }

  function compileLambda({ quantifier, path, condition }: Extract<FilterSyntax, { kind: 'lambda' }>): CompiledFilter {
    const name = path.at(-1) ?? '';
    if (path.length > 1) {
      throw new DataverseError(501, CODES.notImplemented, `The path '${path.join('/')}' is not supported in a filter.`);
    }
    const navigation = findNavigation(table, relations.tables, name);
    if (navigation?.kind === 'single' || (navigation === undefined && !table.open)) throw unknownProperty(table, name);
    const other = navigation?.table ?? relations.anyTable;
    const inside = condition && compileSyntax(condition, other, relations);
    const test = inside?.matches;
    const rows = rowsBehind(navigation ?? { kind: 'unknown', name }, table, relations);
    const matches: RowTest = (row) => {
      for (const one of rows(row)) {
        const holds = test === undefined || test(one);
        if (holds === (quantifier === 'any')) return quantifier === 'any';
      }
      return quantifier === 'all';
    };
    if (quantifier === 'all' || navigation?.kind !== 'collection' || inside?.narrowing === undefined)
      return { matches };
    const { narrowing } = inside;
    const lookup = navigation.column.logicalName;
    const ids = function* () {
      for (const one of relations.candidates(other, narrowing)) yield String(one[lookup] ?? '');
    };
    return { matches, narrowing: { kind: 'ids', ids } };
  }

  return compileOne(whole);
}

/** Functions name lookups by their logical name as well. */
function lookupForm(path: readonly string[], table: Table): readonly string[] {
  const name = path[0] ?? '';
  return path.length === 1 && table.columns.get(name)?.targets !== undefined ? [`_${name}_value`] : path;
}

function combine(kind: 'and' | 'or', left: CompiledFilter, right: CompiledFilter): CompiledFilter {
  const parts = [left.narrowing, right.narrowing].filter((part) => part !== undefined);
  if (kind === 'and') {
    const matches: RowTest = (row) => left.matches(row) && right.matches(row);
    return parts.length === 0 ? { matches } : { matches, narrowing: { kind: 'all', of: parts } };
  }
  const matches: RowTest = (row) => left.matches(row) || right.matches(row);
  return parts.length < 2 ? { matches } : { matches, narrowing: { kind: 'any', of: parts } };
}

/** Compares two columns of a row; two without a value are equal. */
export function compareColumns(
  operator: Comparison,
  left: StoredValue | null,
  right: StoredValue | null,
  kind: Kind,
): boolean {
  if (left === null || right === null) {
    const same = left === right;
    return operator === 'eq' ? same : operator === 'ne' && !same;
  }
  return compare(operator, comparable(left, kind), comparable(right, kind), kind);
}
