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
function* kept<T>(old: ReadonlyMap<string, T>, next: ReadonlyMap<string, T>): Generator<Pair<T>> {
  for (const [name, before] of old) {
    const after = next.get(name);
    if (after !== undefined) yield { old: before, next: after, name };
  }
}

const gone = <T>(old: ReadonlyMap<string, T>, next: ReadonlyMap<string, T>): string[] =>
  [...old.keys()].filter((name) => !next.has(name));

/** What happens to a part the next release does not have (Microsoft, "Apply an update or upgrade for a solution"). */
const fate = ({ next }: Upgrade, withWhat: string): string =>
  next.managed === false
    ? `An import leaves it where it is${withWhat && `, ${withWhat}`}.`
    : `An upgrade deletes it${withWhat && ` ${withWhat}`}.`;

const tables = ({ old, next }: Upgrade) => [...kept<ReleasedTable>(old.tables, next.tables)];
const columns = (upgrade: Upgrade) =>
  tables(upgrade).flatMap(({ name, ...pair }) =>
    [...kept<ReleasedColumn>(pair.old.columns, pair.next.columns)].map((column) => ({
      ...column,
      name: `${name}.${column.name}`,
    })),
  );

/** Versions have four numbers; one that is missing counts as zero. */
export function isHigher(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split('.').map(Number));
  const at = [0, 1, 2, 3].find((index) => (a![index] ?? 0) !== (b![index] ?? 0));
  return at !== undefined && (a![at] ?? 0) > (b![at] ?? 0);
}

const shrunk = (old: ReleasedColumn, next: ReleasedColumn): string | undefined => {
  if (next.min !== undefined && (old.min ?? -Infinity) < next.min) return `its least value is now ${String(next.min)}`;
  if (next.max !== undefined && (old.max ?? Infinity) > next.max)
    return `its greatest value is now ${String(next.max)}`;
  if ((next.accuracy ?? 0) < (old.accuracy ?? 0)) return `it now has ${String(next.accuracy ?? 0)} decimal places`;
  return undefined;
};

/** A rule about what the next release lacks. */
const removed = (
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
const changed = (
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

const KEEP = 'Put it back, or move the data first and accept the loss with --accept and this code.';

export const upgradeRules: readonly Rule<Upgrade>[] = [
  changed(
    'P201',
    'error',
    'The version is raised.',
    'Raise the version in package.json and pack anew.',
    function* (one) {
      const { old, next } = one;
      if (!isHigher(next.version, old.version)) yield `${next.version} does not come after ${old.version}.`;
    },
  ),
  changed('P202', 'error', 'Managed stays managed.', 'Pack the kind that is there.', function* ({ old, next }) {
    if (old.managed !== undefined && next.managed !== undefined && old.managed !== next.managed)
      yield `${old.file} is ${old.managed ? 'managed' : 'unmanaged'} and the next release is not: the import is refused.`;
  }),
  changed(
    'P203',
    'error',
    'The publisher prefix stays.',
    'Keep the prefix: every name begins with it.',
    function* (one) {
      const { old, next } = one;
      if (old.prefix !== next.prefix) yield `The prefix was ${old.prefix} and is ${next.prefix}.`;
    },
  ),
  removed(
    'P204',
    'error',
    'No table goes.',
    KEEP,
    ({ old, next }) => gone(old.tables, next.tables),
    'with all its rows',
  ),
  removed(
    'P205',
    'error',
    'No column goes.',
    KEEP,
    (upgrade) =>
      tables(upgrade).flatMap(({ name, old, next }) =>
        gone(old.columns, next.columns).map((column) => `${name}.${column}`),
      ),
    'with all its values',
  ),
  changed(
    'P206',
    'error',
    'No column changes its type.',
    'Keep the type; for another one, add a new column and move the values.',
    function* (upgrade) {
      for (const { name, old, next } of columns(upgrade))
        if (old.type !== next.type) yield `${name} was ${old.type} and is ${next.type}: the import is refused.`;
    },
  ),
  changed(
    'P207',
    'error',
    'No text gets shorter.',
    'Keep the length, or shorten the texts first.',
    function* (upgrade) {
      for (const { name, old, next } of columns(upgrade))
        if ((old.maxLength ?? 0) > (next.maxLength ?? Infinity))
          yield `${name} took ${String(old.maxLength)} characters and takes ${String(next.maxLength)}: longer texts can no longer be saved.`;
    },
  ),
  changed(
    'P208',
    'error',
    'No number gets narrower.',
    'Keep the range, or correct the values first.',
    function* (upgrade) {
      for (const { name, old, next } of columns(upgrade)) {
        const how = old.type === next.type ? shrunk(old, next) : undefined;
        if (how !== undefined) yield `${name}: ${how}; values beyond it can no longer be saved.`;
      }
    },
  ),
  removed('P209', 'error', 'No choice goes.', KEEP, ({ old, next }) => gone(old.choices, next.choices)),
  removed(
    'P210',
    'error',
    'No value of a choice goes.',
    'Put it back; to retire a value, rename it and stop using it.',
    function* (upgrade) {
      const missing = (what: string, old: ReadonlyMap<number, string>, next: ReadonlyMap<number, string>) =>
        [...old].filter(([value]) => !next.has(value)).map(([value, label]) => `${what}: ${String(value)} (${label})`);
      for (const { name, old, next } of kept(upgrade.old.choices, upgrade.next.choices))
        yield* missing(name, old, next);
      for (const { name, old, next } of columns(upgrade))
        if (old.choice === undefined && old.type === next.type) yield* missing(name, old.options, next.options);
    },
    'and rows keep a number without a name',
  ),
  changed('P211', 'error', 'A column keeps its choice.', 'Keep the choice, or add a new column.', function* (upgrade) {
    for (const { name, old, next } of columns(upgrade))
      if (old.choice !== undefined && old.type === next.type && old.choice !== next.choice)
        yield `${name} took its values from ${old.choice} and takes them from ${next.choice ?? 'a list of its own'}: the import is refused.`;
  }),
  removed('P212', 'error', 'No alternate key goes.', 'Put it back: callers find and match rows by it.', (upgrade) =>
    tables(upgrade).flatMap(({ name, old, next }) =>
      gone(old.keys, next.keys).map((key) => `The key ${key} of ${name}`),
    ),
  ),
  changed(
    'P213',
    'error',
    'An alternate key keeps its columns.',
    'Keep the key and add another one.',
    function* (upgrade) {
      for (const table of tables(upgrade))
        for (const { name, old, next } of kept(table.old.keys, table.next.keys))
          if (old.join() !== next.join())
            yield `The key ${name} of ${table.name} was over ${old.join(', ')} and is over ${next.join(', ')}: a key cannot be changed.`;
    },
  ),
  changed(
    'P214',
    'warning',
    'A new alternate key meets the rows that are there.',
    'Look for rows that are equal in these columns before the import.',
    function* (upgrade) {
      for (const { name, old, next } of tables(upgrade))
        for (const key of gone(next.keys, old.keys))
          yield `The key ${key} of ${name} is new: its index fails when two rows are equal in ${next.keys.get(key)!.join(', ')}.`;
    },
  ),
  changed('P215', 'error', 'A table keeps its kind of owner.', 'Keep it, or make a new table.', function* (upgrade) {
    for (const { name, old, next } of tables(upgrade))
      if (old.ownership !== next.ownership)
        yield `${name} was ${old.ownership} and is ${next.ownership}: the owner of a table cannot be changed.`;
  }),
  changed(
    'P216',
    'warning',
    'A column that becomes required is filled.',
    'Fill the column in the rows that are there.',
    function* (upgrade) {
      for (const { name, old, next } of columns(upgrade))
        if (next.required && !old.required) yield `${name} is required now: rows without it cannot be saved in forms.`;
    },
  ),
  removed(
    'P217',
    'error',
    'No relationship goes.',
    KEEP,
    ({ old, next }) =>
      gone(old.relationships, next.relationships).map(
        (name) => `The relationship ${name} (${old.relationships.get(name)!})`,
      ),
    'with its links',
  ),
  changed(
    'P218',
    'error',
    'A relationship keeps its ends.',
    'Keep it, and add another one.',
    function* ({ old, next }) {
      for (const pair of kept(old.relationships, next.relationships))
        if (pair.old !== pair.next)
          yield `The relationship ${pair.name} was ${pair.old} and is ${pair.next}: the import is refused.`;
    },
  ),
  removed(
    'P219',
    'warning',
    'Nothing else goes unnoticed.',
    'Put it back, or tell those who use it.',
    ({ old, next }) =>
      gone(old.others, next.others).map((key) => `The ${key.slice(0, key.lastIndexOf(' '))} ${old.others.get(key)!}`),
  ),
  removed('P220', 'error', 'No environment variable goes.', KEEP, ({ old, next }) => {
    const names = new Set(next.needs.variables.map(({ schemaName }) => schemaName));
    return old.needs.variables.map(({ schemaName }) => schemaName).filter((name) => !names.has(name));
  }),
  changed(
    'P221',
    'error',
    'An environment variable keeps its type.',
    'Keep the type, or add a new variable.',
    function* ({ old, next }) {
      for (const variable of old.needs.variables) {
        const now = next.needs.variables.find(({ schemaName }) => schemaName === variable.schemaName);
        if (now !== undefined && now.kind !== variable.kind)
          yield `${variable.schemaName} was ${variable.kind} and is ${now.kind}: the value that is set no longer fits.`;
      }
    },
  ),
  removed('P222', 'warning', 'No connection reference goes.', 'Turn off what uses it first.', ({ old, next }) => {
    const names = new Set(next.needs.connections.map(({ logicalName }) => logicalName));
    return old.needs.connections.map(({ logicalName }) => logicalName).filter((name) => !names.has(name));
  }),
  changed(
    'P223',
    'error',
    'A connection reference keeps its connector.',
    'Keep it, and add a reference for the other connector.',
    function* ({ old, next }) {
      for (const reference of old.needs.connections) {
        const now = next.needs.connections.find(({ logicalName }) => logicalName === reference.logicalName);
        if (now !== undefined && now.connectorId !== reference.connectorId)
          yield `${reference.logicalName} was of ${reference.connectorId} and is of ${now.connectorId}: its connection no longer fits.`;
      }
    },
  ),
  removed(
    'P224',
    'error',
    'No operation of the connector goes.',
    'Put it back and mark it deprecated; offer the new way beside it.',
    (upgrade) =>
      [...kept(upgrade.old.connectors, upgrade.next.connectors)].flatMap(({ old, next }) =>
        gone(old.operations, next.operations).map((operation) => `The operation ${operation} of ${next.name}`),
      ),
    'and what calls it fails',
  ),
  changed(
    'P225',
    'error',
    'No operation asks for more than it did.',
    'Make the parameter optional, or add a new operation.',
    function* (upgrade) {
      for (const connector of kept(upgrade.old.connectors, upgrade.next.connectors))
        for (const { name, old, next } of kept(connector.old.operations, connector.next.operations))
          for (const parameter of next.filter((each) => !old.includes(each)))
            yield `${name} now needs ${parameter}: flows and apps that do not give it fail.`;
    },
  ),
];
