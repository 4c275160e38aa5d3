import { attribute } from '../../xml/element';
import { isOwnedByUsers, type TablePart } from '../parts/tables';
import type { Rule } from '../rule';

const VERBS = ['Create', 'Read', 'Write', 'Delete', 'Append', 'AppendTo', 'Assign', 'Share'];
/** Rows of the organization belong to nobody, so they are neither assigned nor shared. */
const OWNER_VERBS = ['Assign', 'Share'];
const LEVELS = ['Basic', 'Local', 'Deep', 'Global'];

const privilegesOf = (table: TablePart): string[] =>
  VERBS.filter((verb) => isOwnedByUsers(table) || !OWNER_VERBS.includes(verb)).map(
    (verb) => `prv${verb}${table.schemaName}`,
  );

export const roleRules: readonly Rule[] = [
  {
    code: 'S110',
    severity: 'error',
    title:
      'Privileges are `prv`, what may be done, and the schema name of the table in its own case; those of own tables exist. An unknown name fails at import.',
    *check(solution) {
      const prefix = `${solution.manifest().prefix}_`.toLowerCase();
      const known = new Set(solution.all.flatMap((each) => each.ownTables()).flatMap(privilegesOf));
      // A table that is listed and not there is reported as that, and not again for its privileges.
      const present = new Set(solution.tables().map(({ name }) => name));
      const missing = solution
        .manifest()
        .roots.filter(({ type, name }) => type === '1' && !present.has(name))
        .map(({ name }) => name);
      for (const { file, privileges } of solution.roles()) {
        for (const element of privileges) {
          const name = attribute(element, 'name');
          const own = name.toLowerCase().includes(prefix);
          if (
            !/^prv[A-Z]\w+$/.test(name) ||
            (own && !known.has(name) && !missing.some((table) => name.toLowerCase().endsWith(table)))
          )
            yield {
              file,
              line: element.line,
              message: `There is no privilege '${name}'.`,
              fix:
                'Write prv, one of ' +
                VERBS.join(', ') +
                ', and the schema name of a table; tables of the organization have no Assign and Share.',
            };
        }
      }
    },
  },
  {
    code: 'S111',
    severity: 'error',
    title: 'The level of a privilege is Basic, Local, Deep or Global; for tables of the organization only Global.',
    *check(solution) {
      const organization = new Set(
        solution.all
          .flatMap((each) => each.ownTables())
          .filter((table) => !isOwnedByUsers(table))
          .flatMap(privilegesOf),
      );
      for (const { file, privileges } of solution.roles()) {
        for (const element of privileges) {
          const [name, level] = ['name', 'level'].map((each) => attribute(element, each));
          if (!LEVELS.includes(level!))
            yield {
              file,
              line: element.line,
              message: `'${level}' is no level of a privilege.`,
              fix: `Write one of ${LEVELS.join(', ')}.`,
            };
          else if (organization.has(name!) && level !== 'Global')
            yield {
              file,
              line: element.line,
              message: `${name} has the level ${level}, but its table belongs to the organization.`,
              fix: 'Write Global.',
            };
        }
      }
    },
  },
  {
    code: 'S112',
    severity: 'error',
    title: 'A role names a privilege once.',
    *check(solution) {
      for (const { file, privileges } of solution.roles()) {
        const seen = new Set<string>();
        for (const element of privileges) {
          const name = attribute(element, 'name');
          if (seen.has(name))
            yield {
              file,
              line: element.line,
              message: `The privilege ${name} stands twice.`,
              fix: 'Keep the one with the right level.',
            };
          seen.add(name);
        }
      }
    },
  },
];
