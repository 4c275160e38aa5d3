import type { ReleasedColumn } from '../released-tables';
import type { Rule } from '../rule';
import { changed, columns, gone, KEEP, kept, removed, tables, type Upgrade } from './upgrade';

const shrunk = (old: ReleasedColumn, next: ReleasedColumn): string | undefined => {
  if (next.min !== undefined && (old.min ?? -Infinity) < next.min) return `its least value is now ${String(next.min)}`;
  if (next.max !== undefined && (old.max ?? Infinity) > next.max)
    return `its greatest value is now ${String(next.max)}`;
  if ((next.accuracy ?? 0) < (old.accuracy ?? 0)) return `it now has ${String(next.accuracy ?? 0)} decimal places`;
  return undefined;
};

/** Tables, columns, choices, keys and relationships: what rows are kept in. */
export const dataRules: readonly Rule<Upgrade>[] = [
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
];
