import type { Column, LookupTarget, Table } from '../../../solution/tables/table';

/** A way from a row to others, as `$expand`, filters and `$ref` name it. */
export type Navigation =
  /** To the row a lookup points at. */
  | { kind: 'single'; name: string; column: Column; target: LookupTarget }
  /** To the rows of another table whose lookup points here. */
  | { kind: 'collection'; name: string; table: Table; column: Column; target: LookupTarget }
  /** To the rows of another table that an intersection connects with this one. */
  | { kind: 'many'; name: string; table: Table; intersection: Table; near: string; far: string };

function intersectionOf(from: Table, tables: ReadonlyMap<string, Table>, name: string): Navigation | undefined {
  for (const table of tables.values()) {
    if (table.intersection?.relationship !== name) continue;
    const [first, second] = table.intersection.columns;
    const targetOf = (column: string) => table.columns.get(column)?.targets?.[0]?.table ?? '';
    const near = targetOf(first) === from.logicalName ? first : second;
    if (targetOf(near) !== from.logicalName) continue;
    const far = near === first ? second : first;
    const other = tables.get(targetOf(far));
    if (other !== undefined) return { kind: 'many', name, table: other, intersection: table, near, far };
  }
  return undefined;
}

/** The single-valued navigation property of that name; names are case-sensitive. */
export function findSingle(from: Table, name: string): Extract<Navigation, { kind: 'single' }> | undefined {
  for (const column of from.columns.values()) {
    const target = column.targets?.find((one) => one.navigationProperty === name);
    if (target !== undefined) return { kind: 'single', name, column, target };
  }
  return undefined;
}

/** The navigation property of that name, lookups first; undefined when the table has none. */
export function findNavigation(from: Table, tables: ReadonlyMap<string, Table>, name: string): Navigation | undefined {
  const single = findSingle(from, name);
  if (single !== undefined) return single;
  for (const table of tables.values()) {
    for (const column of table.columns.values()) {
      const target = column.targets?.find(
        (one) => one.table === from.logicalName && (one.collection ?? one.relationship) === name,
      );
      if (target !== undefined) return { kind: 'collection', name, table, column, target };
    }
  }
  return intersectionOf(from, tables, name);
}
