import type { Rows } from '../rows';
import type { StoredRow, StoredValue } from '../rows/stored-row';
import type { Column } from '../../../solution/tables/table';
import {
  compileFetchFilter,
  fetchColumn,
  type Joined,
  type JoinedTest,
  type Slot,
  type Slots,
} from './compile-condition';
import type { FetchLink, FetchQuery, FetchSource } from './fetch-query';
import { fetchError } from './read-fetch';

/** A link made ready: how to find its rows, and what has to hold for them. */
interface Join {
  link: FetchLink;
  slot: Slot;
  parent: Slot;
  from: Column;
  to: Column;
  tests: JoinedTest[];
  joins: Join[];
}

/** The tables of a query with their places, and how combinations of their rows are found. */
export interface JoinPlan extends Slots {
  /** The entity's place, then those of the links whose columns can be shown. */
  shown: readonly { slot: Slot; source: FetchSource }[];
  /** All combinations that begin with the row. */
  combine(row: StoredRow): Joined[];
  /** Tells a combination from the others. */
  keyOf(joined: Joined): string;
}

const NO_ROW = new Set(['any', 'not any', 'all', 'not all', 'exists', 'in']);

/** A link without an alias is called after its table, with its number. */
function aliasOf(link: FetchLink, index: number): string {
  return link.alias ?? `${link.table}${index}`;
}

/**
 * Prepares the joins of a query.
 * @throws {DataverseError} 400 naming an unknown table or column, or an alias given twice
 */
export function planJoins(query: FetchQuery, rows: Rows): JoinPlan {
  const slots: Slot[] = [];
  const shown: { slot: Slot; source: FetchSource }[] = [];

  function addSlot(source: FetchSource, name: string): Slot {
    const table = rows.table(source.table);
    if (table === undefined) throw fetchError(`there is no table '${source.table}'.`);
    if (slots.some((slot) => slot.name === name)) throw fetchError(`the alias '${name}' is given twice.`);
    const slot = { index: slots.length, table, name };
    slots.push(slot);
    return slot;
  }

  function place(link: FetchLink, parent: Slot): Join {
    const slot = addSlot(link, aliasOf(link, slots.length));
    if (!NO_ROW.has(link.type)) shown.push({ slot, source: link });
    const [from, to] = [fetchColumn(slot.table, link.from), fetchColumn(parent.table, link.to)];
    const joins = link.links.map((inner) => place(inner, slot));
    return { link, slot, parent, from, to, tests: [], joins };
  }

  /** Filters come last, because they may name any alias. */
  function compileTests(join: Join): void {
    join.tests = join.link.filters.map((filter) => compileFetchFilter(filter, join.slot, plan));
    for (const inner of join.joins) compileTests(inner);
  }

  function linked({ slot, from, to, parent }: Join, joined: Joined): StoredRow[] {
    const value = joined[parent.index]?.[to.logicalName];
    if (value === undefined) return [];
    const wanted = lower(value);
    const found = rows.store(slot.table.logicalName).candidates({ kind: 'equals', column: from, value });
    return [...found].filter((row) => lower(row[from.logicalName]) === wanted);
  }

  function extend(joined: Joined, join: Join): Joined[] {
    const all = linked(join, joined);
    const found = all.flatMap((row) => {
      const next = [...joined];
      next[join.slot.index] = row;
      return join.tests.every((test) => test(next)) ? extendAll(next, join.joins) : [];
    });
    switch (join.link.type) {
      case 'inner':
        return found;
      case 'outer':
        return found.length === 0 ? [joined] : found;
      case 'matchfirstrowusingcrossapply':
        return found.slice(0, 1);
      case 'not any':
        return found.length === 0 ? [joined] : [];
      case 'all':
        // The platform's meaning: there are such rows, and none of them passes the filters.
        return all.length > 0 && found.length === 0 ? [joined] : [];
      default:
        return found.length > 0 ? [joined] : [];
    }
  }

  function extendAll(joined: Joined, joins: readonly Join[]): Joined[] {
    return joins.reduce((list: Joined[], join) => list.flatMap((one) => extend(one, join)), [joined]);
  }

  const plan: JoinPlan = {
    rows,
    shown,
    find(name) {
      const found = slots.find((slot) => slot.name === name);
      // Without an alias of its own a link may also be named after its table, if there is only one of it.
      const ofTable = slots.filter((slot) => slot.table.logicalName === name);
      const slot = found ?? (ofTable.length === 1 ? ofTable[0] : undefined);
      if (slot === undefined) throw fetchError(`nothing is called '${name}'.`);
      return slot;
    },
    linkTest(link, parent) {
      const join = place(link, parent);
      compileTests(join);
      return (joined) => extend(joined, join).length > 0;
    },
    combine: (row) => extendAll([row], joins),
    keyOf: (joined) => slots.map(({ index, table }) => joined[index]?.[table.primaryId] ?? '').join('.'),
  };

  const root = addSlot(query, query.table);
  shown.push({ slot: root, source: query });
  const joins = query.links.map((link) => place(link, root));
  for (const join of joins) compileTests(join);
  return plan;
}

function lower(value: StoredValue | undefined): StoredValue | undefined {
  return typeof value === 'string' ? value.toLowerCase() : value;
}
