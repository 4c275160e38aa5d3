import type { Table } from '../tables/table';
import { code, markdownTable } from './markdown-table';
import { english } from './names';
import { ACTIONS, LEVELS, readRoles, type Privilege, type Role } from './read-roles';

const INTRODUCTION = `# What the roles may do

Security roles and tables, from the source of the solution. Written by \`npm run solution -- docs\`. _All_ rows, those of the own
_business unit_, that _and those below it_, or the user's _own_; rows of tables of the organization have no owner, so there it is always all. To relate two rows
takes _append_ on the one that holds the lookup and _append to_ on the other.`;

const REACH: Record<Privilege['level'], string> = {
  Basic: 'own',
  Local: 'business unit',
  Deep: 'and those below it',
  Global: 'all',
};

/**
 * The roles beside each other: our tables, the platform's, and what is about no table.
 * @param source the unpacked source of the solution
 * @throws {MalformedXml} naming the file and the line
 */
export function rolesPage(source: string, tables: readonly Table[]): string {
  const roles = readRoles(source);
  const own = new Map(tables.map((table) => [table.schemaName, english(table.labels)]));
  const subjects = (isWanted: (privilege: Privilege) => boolean) =>
    [...new Set(roles.flatMap(({ privileges }) => privileges.filter(isWanted).map(({ subject }) => subject)))].sort();
  const rows = (names: readonly string[]) =>
    names.map((name) => [
      own.has(name) ? `${own.get(name)} ${code(name.toLowerCase())}` : name,
      ...roles.map((role) => allowed(role, name)),
    ]);
  const header = ['Table', ...roles.map(({ name }) => name)];
  return `${[
    INTRODUCTION,
    '## Tables of the solution',
    markdownTable(header, rows(subjects(({ subject }) => own.has(subject)))),
    '## Tables of the platform',
    'Most of what is read only is what the platform reads of itself to open an app: tables, forms, views, settings.',
    markdownTable(header, rows(subjects(({ action, subject }) => action !== undefined && !own.has(subject)))),
    '## Without a table',
    markdownTable(['Privilege', ...header.slice(1)], rows(subjects(({ action }) => action === undefined))),
  ].join('\n\n')}\n`;
}

/** What a role may do with a table: `all: read, write; own: delete`. */
function allowed({ privileges }: Role, name: string): string {
  const held = privileges.filter(({ subject }) => subject === name);
  const parts = [...LEVELS].reverse().flatMap((level) => {
    const reached = held.filter((privilege) => privilege.level === level);
    if (reached.length === 0) return [];
    const actions = ACTIONS.filter((action) => reached.some((each) => each.action === action)).map(spoken);
    return [[REACH[level], actions.join(', ')].filter(Boolean).join(': ')];
  });
  return parts.join('; ');
}

const spoken = (action: string) => (action === 'AppendTo' ? 'append to' : action.toLowerCase());
