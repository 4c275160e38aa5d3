import type { StoredRow, StoredValue } from './stored-row';

/** Rows' ids by the value of one column, so that an equality needs no walk over the table. Texts ignore case. */
export interface RowIndex {
  ids(value: StoredValue): ReadonlySet<string>;
  replace(id: string, before: StoredRow | undefined, after: StoredRow | undefined): void;
}

const NONE: ReadonlySet<string> = new Set();

/** @param column logical name of the column to index */
export function createRowIndex(column: string): RowIndex {
  const entries = new Map<StoredValue, Set<string>>();
  const keyOf = (value: StoredValue) => (typeof value === 'string' ? value.toLowerCase() : value);
  return {
    ids: (value) => entries.get(keyOf(value)) ?? NONE,
    replace(id, before, after) {
      const [old, now] = [before?.[column], after?.[column]].map((value) => value !== undefined && keyOf(value));
      if (old === now) return;
      if (old !== false && old !== undefined) {
        const ids = entries.get(old);
        ids?.delete(id);
        if (ids?.size === 0) entries.delete(old);
      }
      if (now !== false && now !== undefined) {
        const ids = entries.get(now);
        if (ids === undefined) entries.set(now, new Set([id]));
        else ids.add(id);
      }
    },
  };
}
