import { isLookup, propertyName } from '../query/find-column';
import { compareValues } from '../query/order-rows';
import type { Relations } from '../query/relations';
import { formattedValue } from '../rows/formatted-value';
import { targetOf } from '../rows/lookup-target';
import { allColumns, presentRow, presentValue, type PresentedRow } from '../rows/present-row';
import type { StoredRow, StoredValue } from '../rows/stored-row';
import type { Rows } from '../rows';
import type { Column, Table } from '../../../solution/tables/table';
import { compileFetchFilter, fetchColumn, narrowingOf, type Joined, type Slot } from './compile-condition';
import type { FetchOrder, FetchQuery, FetchSource } from './fetch-query';
import { planJoins, type JoinPlan } from './join-rows';

/** A row of the answer, not yet shown. */
export interface FetchedRow {
  /** Tells it from the others: the ids of all rows joined in it. */
  key: string;
  present(): PresentedRow;
}

/** Where a shown value comes from. */
interface Field {
  slot: Slot;
  column: Column;
  name: string;
}

function fieldsOf(slot: Slot, source: FetchSource, isRoot: boolean): Field[] | undefined {
  // Without a word about columns the entity shows all of them, a link none.
  if (source.allAttributes || (isRoot && source.attributes.length === 0)) return undefined;
  return source.attributes.map(({ name, alias }) => {
    const column = fetchColumn(slot.table, name);
    const own = isRoot ? propertyName(column) : `${slot.name}.${name}`;
    return { slot, column, name: alias ?? own };
  });
}

/** What people see is what choices and lookups are ordered by. */
function orderValue(column: Column, row: StoredRow, raw: boolean, relations: Relations): StoredValue | undefined {
  const value = row[column.logicalName];
  if (value === undefined || raw) return value;
  if (isLookup(column)) {
    const table = targetOf(column, row)?.table;
    const name = table === undefined ? undefined : relations.table(table)?.primaryName;
    return table === undefined || name === undefined ? value : relations.row(table, String(value))?.[name];
  }
  return column.options === undefined || column.type === 'bit' ? value : (formattedValue(column, value) ?? value);
}

/**
 * Carries out a FetchXML query.
 * @returns all rows of the answer, in order; pages are cut by the caller
 * @throws {DataverseError} 400 naming what is unknown or does not fit, 501 for conditions that are not carried out
 */
export function runFetch(query: FetchQuery, rows: Rows): FetchedRow[] {
  const plan = planJoins(query, rows);
  const root = plan.shown[0]!.slot;
  const { table } = root;
  const tests = query.filters.map((filter) => compileFetchFilter(filter, root, plan));
  const whole = { kind: 'filter' as const, type: 'and' as const, parts: query.filters };
  const fields = plan.shown.map(({ slot, source }, index) => ({ slot, fields: fieldsOf(slot, source, index === 0) }));

  const found: Joined[] = [];
  for (const row of rows.store(table.logicalName).candidates(narrowingOf(whole, table))) {
    for (const joined of plan.combine(row)) if (tests.every((test) => test(joined))) found.push(joined);
  }
  sort(found, query, plan, rows);
  const kept = query.distinct ? distinct(found, fields) : found;
  return kept.map((joined) => ({ key: plan.keyOf(joined), present: () => present(joined, fields, query, rows) }));
}

function sort(found: Joined[], query: FetchQuery, plan: JoinPlan, rows: Rows): void {
  const terms = plan.shown.flatMap(({ slot, source }) =>
    source.orders.map(({ attribute, entityName, descending }: FetchOrder) => {
      const of = entityName === undefined ? slot : plan.find(entityName);
      return { index: of.index, column: fetchColumn(of.table, attribute), sign: descending ? -1 : 1 };
    }),
  );
  if (terms.length === 0) return;
  const keyed = found.map((joined) => ({
    joined,
    keys: terms.map(({ index, column }) => {
      const row = joined[index];
      return row && orderValue(column, row, query.rawOrder, rows);
    }),
  }));
  keyed.sort((left, right) => {
    for (const [at, { sign }] of terms.entries()) {
      const order = compareValues(left.keys[at], right.keys[at]);
      if (order !== 0) return sign * order;
    }
    return 0;
  });
  found.splice(0, found.length, ...keyed.map(({ joined }) => joined));
}

type ShownFields = readonly { slot: Slot; fields: readonly Field[] | undefined }[];

/** Rows that show the same values count once. */
function distinct(found: readonly Joined[], shown: ShownFields): Joined[] {
  const seen = new Set<string>();
  return found.filter((joined) => {
    const values = shown.map(({ slot, fields }) => {
      const row = joined[slot.index];
      if (fields === undefined) return row?.[slot.table.primaryId];
      return fields.map(({ column }) => row?.[column.logicalName]);
    });
    const key = JSON.stringify(values);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function present(joined: Joined, [root, ...links]: ShownFields, query: FetchQuery, rows: Rows): PresentedRow {
  const { table } = root!.slot;
  const row = joined[0]!;
  const shown = presentRow(row, table, root!.fields === undefined ? undefined : [], [], rows);
  for (const { column, name } of root!.fields ?? []) presentValue(shown, name, column, row, rows);
  for (const { slot, fields } of links) {
    const linked = joined[slot.index];
    // What an outer link does not find is left out.
    if (linked === undefined) continue;
    for (const { column, name } of fields ?? fieldsOfAll(linked, slot)) presentValue(shown, name, column, linked, rows);
  }
  return query.distinct && root!.fields !== undefined ? withoutIdentity(shown, root!.fields, table) : shown;
}

function fieldsOfAll(row: StoredRow, slot: Slot): Field[] {
  return [...allColumns(row, slot.table)].map((column) => ({
    slot,
    column,
    name: `${slot.name}.${column.logicalName}`,
  }));
}

/** A distinct row that does not show the key may stand for several, so it has no identity. */
function withoutIdentity(shown: PresentedRow, fields: readonly Field[], table: Table): PresentedRow {
  if (fields.some(({ column }) => column.logicalName === table.primaryId)) return shown;
  return Object.fromEntries(
    Object.entries(shown).filter(([name]) => name !== table.primaryId && !/^@odata\.(?:id|etag|editLink)$/.test(name)),
  );
}
