import { compareColumns, type Narrowing } from '../query/compile-filter';
import { comparisonOf, compileOperator } from '../query/operators';
import { kindOf, operandOf } from '../query/values';
import type { StoredRow } from '../rows/stored-row';
import type { Rows } from '../rows';
import { openColumn } from '../tables/open-table';
import type { Column, Table } from '../../../solution/tables/table';
import type { FetchCondition, FetchFilter, FetchLink } from './fetch-query';
import { fetchError } from './read-fetch';

/** One combination of joined rows: the entity's first, then a place for each link; undefined where an outer link finds none. */
export type Joined = readonly (StoredRow | undefined)[];
export type JoinedTest = (joined: Joined) => boolean;

/** A table's place in a combination. */
export interface Slot {
  index: number;
  table: Table;
  /** The alias, for the entity its name. */
  name: string;
}

/** Finds tables' places by alias. */
export interface Slots {
  rows: Rows;
  /** @throws {DataverseError} 400 when nothing is called so */
  find(name: string): Slot;
  /** Makes the test of a link inside a filter, seen from a place. */
  linkTest(link: FetchLink, parent: Slot): JoinedTest;
}

/** @throws {DataverseError} 400 when the table has no such column */
export function fetchColumn(table: Table, name: string): Column {
  const column = table.columns.get(name);
  if (column !== undefined) return column;
  if (table.open) return openColumn(name);
  throw fetchError(`'${table.logicalName}' has no column with the name '${name}'.`);
}

function compileCondition(condition: FetchCondition, own: Slot, slots: Slots): JoinedTest {
  const slot = condition.entityName === undefined ? own : slots.find(condition.entityName);
  const column = fetchColumn(slot.table, condition.attribute);
  const { index } = slot;
  const name = column.logicalName;
  if (condition.valueOf !== undefined) return compileValueOf(condition, { slot, column }, own, slots);
  const test = compileOperator(condition.operator, column, condition.values, slots.rows.asking);
  return (joined) => test(joined[index]?.[name] ?? null);
}

function compileValueOf(
  { operator, valueOf = '', attribute }: FetchCondition,
  left: { slot: Slot; column: Column },
  own: Slot,
  slots: Slots,
): JoinedTest {
  const comparison = comparisonOf(operator);
  if (comparison === undefined) throw fetchError(`'${operator}' cannot compare '${attribute}' with another column.`);
  const [first = '', second] = valueOf.split('.');
  const slot = second === undefined ? own : slots.find(first);
  const column = fetchColumn(slot.table, second ?? first);
  const [kind, otherKind] = [kindOf(left.column), kindOf(column)];
  if (kind !== otherKind && kind !== 'open' && otherKind !== 'open') {
    throw fetchError(`'${attribute}' (${kind}) cannot be compared with '${valueOf}' (${otherKind}).`);
  }
  const read = (joined: Joined, at: Slot, name: string) => joined[at.index]?.[name] ?? null;
  return (joined) =>
    compareColumns(
      comparison,
      read(joined, left.slot, left.column.logicalName),
      read(joined, slot, column.logicalName),
      kind,
    );
}

/**
 * Makes the test of a filter; one without conditions lets everything through.
 * @throws {DataverseError} 400 naming an unknown column, alias or operator, or a value that does not fit
 */
export function compileFetchFilter({ type, parts }: FetchFilter, own: Slot, slots: Slots): JoinedTest {
  const tests = parts.map((part) => {
    if (part.kind === 'condition') return compileCondition(part, own, slots);
    return part.kind === 'filter' ? compileFetchFilter(part, own, slots) : slots.linkTest(part, own);
  });
  if (tests.length === 0) return () => true;
  return type === 'and'
    ? (joined) => tests.every((test) => test(joined))
    : (joined) => tests.some((test) => test(joined));
}

/** What every row that passes the filter fulfils at least, in terms indexes can answer. */
export function narrowingOf({ type, parts }: FetchFilter, table: Table): Narrowing | undefined {
  const found = parts.map((part): Narrowing | undefined => {
    if (part.kind === 'filter') return narrowingOf(part, table);
    if (part.kind !== 'condition' || part.entityName !== undefined || part.valueOf !== undefined) return undefined;
    if (part.operator !== 'eq' && part.operator !== 'in') return undefined;
    const column = fetchColumn(table, part.attribute);
    const kind = kindOf(column);
    if (kind === 'date' || kind === 'open' || part.values.length === 0) return undefined;
    const of = part.values.map((value): Narrowing => ({ kind: 'equals', column, value: operandOf(value, column) }));
    return of.length === 1 ? of[0] : { kind: 'any', of };
  });
  const known = found.filter((one) => one !== undefined);
  if (type === 'and') return known.length === 0 ? undefined : { kind: 'all', of: known };
  return known.length < parts.length || known.length === 0 ? undefined : { kind: 'any', of: known };
}
