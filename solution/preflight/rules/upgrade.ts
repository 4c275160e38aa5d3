import type { Release } from '../release';
import type { ReleasedColumn, ReleasedTable } from '../released-tables';
import type { Detail, Rule } from '../rule';

/** The last release beside the next one. */
export interface Upgrade {
  old: Release;
  next: Release;
}

interface Pair<T> {
  old: T;
  next: T;
  name: string;
}

/** What both releases have. */
export function* kept<T>(old: ReadonlyMap<string, T>, next: ReadonlyMap<string, T>): Generator<Pair<T>> {
  for (const [name, before] of old) {
    const after = next.get(name);
    if (after !== undefined) yield { old: before, next: after, name };
  }
}

/** Names only the first has. */
export const gone = <T>(old: ReadonlyMap<string, T>, next: ReadonlyMap<string, T>): string[] =>
  [...old.keys()].filter((name) => !next.has(name));

/** What happens to a part the next release does not have (Microsoft, "Apply an update or upgrade for a solution"). */
const fate = ({ next }: Upgrade, withWhat: string): string =>
  next.managed === false
    ? `An import leaves it where it is${withWhat && `, ${withWhat}`}.`
    : `An upgrade deletes it${withWhat && ` ${withWhat}`}.`;

/** Tables of both releases. */
export const tables = ({ old, next }: Upgrade) => [...kept<ReleasedTable>(old.tables, next.tables)];
/** Columns of both releases, as `table.column`. */
export const columns = (upgrade: Upgrade) =>
  tables(upgrade).flatMap(({ name, ...pair }) =>
    [...kept<ReleasedColumn>(pair.old.columns, pair.next.columns)].map((column) => ({
      ...column,
      name: `${name}.${column.name}`,
    })),
  );

/** A rule about what the next release lacks. */
export const removed = (
  code: string,
  severity: Rule<Upgrade>['severity'],
  title: string,
  fix: string,
  missing: (upgrade: Upgrade) => Iterable<string>,
  withWhat = '',
): Rule<Upgrade> => ({
  code,
  severity,
  title,
  *check(upgrade): Generator<Detail> {
    for (const what of missing(upgrade))
      yield { file: upgrade.next.file, message: `${what} is gone. ${fate(upgrade, withWhat)}`, fix };
  },
});

/** A rule about what is in both releases and differs. */
export const changed = (
  code: string,
  severity: Rule<Upgrade>['severity'],
  title: string,
  fix: string,
  differences: (upgrade: Upgrade) => Iterable<string>,
): Rule<Upgrade> => ({
  code,
  severity,
  title,
  *check(upgrade): Generator<Detail> {
    for (const message of differences(upgrade)) yield { file: upgrade.next.file, message, fix };
  },
});

/** What helps when data would be lost. */
export const KEEP = 'Put it back, or move the data first and accept the loss with --accept and this code.';
