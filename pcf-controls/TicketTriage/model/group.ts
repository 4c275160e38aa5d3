/** The rows that belong together, by their place in the view. */
export interface Group<K> {
  readonly key: K;
  readonly rows: readonly number[];
}

/**
 * Puts rows into groups; within a group they keep the order of the view.
 * @param keyOf the group of the row at a place
 * @param order the groups in the order they are shown; those without rows are left out, others come last
 */
export function groupRows<K>(count: number, keyOf: (row: number) => K, order: readonly K[]): Group<K>[] {
  const groups = new Map<K, number[]>(order.map((key) => [key, []]));
  for (let row = 0; row < count; row += 1) {
    const key = keyOf(row);
    const rows = groups.get(key);
    if (rows) rows.push(row);
    else groups.set(key, [row]);
  }
  return [...groups].filter(([, rows]) => rows.length > 0).map(([key, rows]) => ({ key, rows }));
}

/** What stands in a line of the list: the heading of a group, or a row of the view. */
export type Line<K> =
  | { readonly kind: 'heading'; readonly group: Group<K>; readonly isOpen: boolean }
  | { readonly kind: 'row'; readonly row: number };

/** The lines of a list, counted without making them: a list of 100,000 rows costs nothing until it is seen. */
export interface Lines<K> {
  readonly count: number;
  /** The lines that are headings, ascending. */
  readonly headings: readonly number[];
  at(line: number): Line<K>;
  /** The line of a row; nothing while its group is folded, or when there is no such row. */
  lineOf(row: number): number | undefined;
}

/** The lines of a view without groups. */
export const plainLines = (count: number): Lines<never> => ({
  count,
  headings: [],
  at: (line) => ({ kind: 'row', row: line }),
  lineOf: (row) => (row >= 0 && row < count ? row : undefined),
});

/** @param folded the groups of which only the heading is shown */
export function groupedLines<K>(groups: readonly Group<K>[], folded: ReadonlySet<K>): Lines<K> {
  const lines: Line<K>[] = [];
  const headings: number[] = [];
  const byRow = new Map<number, number>();
  for (const group of groups) {
    const isOpen = !folded.has(group.key);
    headings.push(lines.length);
    lines.push({ kind: 'heading', group, isOpen });
    for (const row of isOpen ? group.rows : []) {
      byRow.set(row, lines.length);
      lines.push({ kind: 'row', row });
    }
  }
  return {
    count: lines.length,
    headings,
    at(line) {
      const found = lines[line];
      if (!found) throw new RangeError(`There is no line ${line} among ${lines.length}.`);
      return found;
    },
    lineOf: (row) => byRow.get(row),
  };
}
