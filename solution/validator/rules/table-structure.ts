import { child, children, textAt, textOf } from '../../xml/element';
import { isOwnedByUsers, isPrimaryName } from '../parts/tables';
import type { Rule } from '../rule';
import { hasGap } from './app';

/** Columns a key may consist of, how many, how many keys, and how large (Microsoft: Work with alternate keys). */
const KEY_TYPES = new Set(['decimal', 'int', 'nvarchar', 'datetime', 'lookup', 'picklist']);
const MOST_KEYS = 10;
const MOST_KEY_COLUMNS = 16;
const MOST_KEY_BYTES = 900;
/** A text takes two bytes a character; a GUID, the largest of the other types, takes 16. */
const OTHER_BYTES = 16;

export const tableStructureRules: readonly Rule[] = [
  {
    code: 'S040',
    severity: 'error',
    title: 'A table has exactly one column with `PrimaryName`, a single line of text: its rows are called by it.',
    *check(solution) {
      for (const { name, file, info, allColumns } of solution.ownTables()) {
        const primary = allColumns.filter(isPrimaryName);
        const odd = primary.find(({ type }) => type !== 'nvarchar');
        if (primary.length !== 1)
          yield {
            file,
            line: (primary[1]?.element ?? info).line,
            message: `The table ${name} has ${primary.length} columns with PrimaryName.`,
            fix: 'Write PrimaryName in the DisplayMask of one text column.',
          };
        else if (odd)
          yield {
            file,
            line: odd.element.line,
            message: `The primary name ${odd.name} is of type ${odd.type}.`,
            fix: 'Use a column of type nvarchar.',
          };
      }
    },
  },
  {
    code: 'S041',
    severity: 'error',
    title: 'A table has exactly one primary key, called like the table with `id` at its end.',
    *check(solution) {
      for (const { name, file, info, allColumns } of solution.ownTables()) {
        const keys = allColumns.filter(({ type }) => type === 'primarykey');
        if (keys.length !== 1 || (keys[0]!.custom && keys[0]!.name !== `${name}id`))
          yield {
            file,
            line: (keys[1] ?? keys[0])?.element.line ?? info.line,
            message: `The table ${name} needs one primary key called ${name}id; it has ${keys.map((key) => key.name).join(', ') || 'none'}.`,
            fix: 'Restore the column of type primarykey.',
          };
      }
    },
  },
  {
    code: 'S042',
    severity: 'error',
    title:
      'The names of a table, of a column and of a key agree in all places, up to their case; no column is defined twice.',
    *check(solution) {
      for (const { name, schemaName, file, element, info, allColumns } of solution.tables()) {
        const outer = textOf(child(element, 'Name'));
        if (outer.toLowerCase() !== name)
          yield {
            file,
            line: child(element, 'Name').line,
            message: `The table is called '${outer}' here, and '${schemaName}' in EntityInfo.`,
            fix: 'Write one name.',
          };
        const seen = new Set<string>();
        for (const column of allColumns) {
          const all = [textAt(column.element, 'Name'), column.schemaName.toLowerCase()];
          if (all.some((each) => each !== column.name) || column.name !== column.name.toLowerCase())
            yield {
              file,
              line: column.element.line,
              message: `The column '${column.name}' is also called ${[...new Set(all)].map((each) => `'${each}'`).join(' and ')}.`,
              fix: 'Write the logical name in lower case, and the schema name with the same letters.',
            };
          else if (seen.has(column.name))
            yield {
              file,
              line: column.element.line,
              message: `The column '${column.name}' is defined twice.`,
              fix: 'Remove one of them.',
            };
          seen.add(column.name);
        }
        for (const key of children(child(info, 'EntityKeys'), 'EntityKey')) {
          if (textAt(key, 'Name').toLowerCase() !== textAt(key, 'LogicalName'))
            yield {
              file,
              line: key.line,
              message: `The key '${textAt(key, 'Name')}' has the logical name '${textAt(key, 'LogicalName')}'.`,
              fix: 'Write the same name in lower case.',
            };
        }
      }
    },
  },
  {
    code: 'S043',
    severity: 'error',
    title: `A key consists of columns of its table, of types that keys allow and not secured; at most ${MOST_KEYS} keys of ${MOST_KEY_COLUMNS} columns and ${MOST_KEY_BYTES} bytes each.`,
    *check(solution) {
      for (const { name, file, info, columns } of solution.ownTables()) {
        const keys = children(child(info, 'EntityKeys'), 'EntityKey');
        if (keys.length > MOST_KEYS)
          yield {
            file,
            line: keys[MOST_KEYS]!.line,
            message: `The table ${name} has ${keys.length} keys; ${MOST_KEYS} are allowed.`,
            fix: 'Remove some.',
          };
        for (const key of keys) {
          const parts = children(child(key, 'EntityKeyAttributes'), 'AttributeName').map(textOf);
          const found = parts.map((part) => columns.get(part));
          const missing = parts.find((part) => !columns.has(part));
          const odd = found.find(
            (column) => column && (!KEY_TYPES.has(column.type) || textAt(column.element, 'IsSecured') === '1'),
          );
          const bytes = found.reduce(
            (sum, column) =>
              sum + (column?.type === 'nvarchar' ? Number(textAt(column.element, 'MaxLength')) * 2 : OTHER_BYTES),
            0,
          );
          const fault =
            parts.length === 0
              ? 'has no columns'
              : missing !== undefined
                ? `names ${missing}, which is no column of ${name}`
                : odd
                  ? `uses ${odd.name}, which is secured or of type ${odd.type}`
                  : parts.length > MOST_KEY_COLUMNS
                    ? `has ${parts.length} columns`
                    : bytes > MOST_KEY_BYTES
                      ? `takes ${bytes} bytes`
                      : undefined;
          if (fault)
            yield {
              file,
              line: key.line,
              message: `The key ${textAt(key, 'LogicalName')} ${fault}.`,
              fix: `Use at most ${MOST_KEY_COLUMNS} columns of text, numbers, dates, choices or lookups with ${MOST_KEY_BYTES} bytes in all.`,
            };
        }
      }
    },
  },
  {
    code: 'S044',
    severity: 'error',
    title: 'A table of users has `ownerid`, a table of the organization `organizationid` and no owner.',
    *check(solution) {
      for (const table of solution.ownTables()) {
        const { name, file, info, columns } = table;
        const owned = isOwnedByUsers(table);
        if (columns.has('ownerid') !== owned || columns.has('organizationid') === owned)
          yield {
            file,
            line: child(info, 'OwnershipTypeMask').line,
            message: `The table ${name} is ${owned ? 'owned by users' : 'owned by the organization'}, but its columns say otherwise.`,
            fix: owned ? 'Add ownerid, and remove organizationid.' : 'Add organizationid, and remove ownerid.',
          };
      }
    },
  },
  {
    code: 'S045',
    severity: 'error',
    title: 'A table has a set name in lower case that no other table has: the Web API calls it by it.',
    *check(solution) {
      const seen = new Map<string, string>();
      for (const { name, file, info } of solution.ownTables()) {
        const set = textAt(info, 'EntitySetName');
        const other = seen.get(set);
        if (!/^[a-z]\w*$/.test(set) || set !== set.toLowerCase() || other !== undefined)
          yield {
            file,
            line: (children(info, 'EntitySetName')[0] ?? info).line,
            message: `'${set}' cannot be the set of ${name}${other === undefined ? '' : `: it is that of ${other}`}.`,
            fix: 'Write the plural of its name in lower case.',
          };
        seen.set(set, name);
      }
    },
  },
  {
    code: 'S046',
    severity: 'warning',
    title:
      'A table with `IsQuickCreateEnabled` has a quick-create form, and the other way round: the one does nothing without the other.',
    *check(solution) {
      for (const { name, file, info } of solution.ownTables()) {
        const element = child(info, 'IsQuickCreateEnabled');
        const has = solution.forms().some(({ table, type }) => table === name && type === 'quickCreate');
        if ((textOf(element) === '1') !== has && !hasGap(solution, '60'))
          yield {
            file,
            line: element.line,
            message: `IsQuickCreateEnabled is ${textOf(element)}, but ${name} has ${has ? 'a' : 'no'} quick-create form.`,
            fix: has ? 'Write 1.' : 'Write 0, or add the form.',
          };
      }
    },
  },
];
