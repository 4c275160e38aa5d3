import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '../../proxy/src/project-file';
import { readTables } from '../../solution/tables/read-tables';
import { standardTables } from '../../solution/tables/standard-tables';
import type { Table } from '../../solution/tables/table';
import { attribute, children, child } from '../../solution/xml/element';
import { readXmlFile } from '../../solution/xml/read-xml';

const CORE = projectFile('solution/core/src');
export const OWN_TABLES = readTables(CORE);
const TABLES: readonly Table[] = [...OWN_TABLES, ...standardTables(OWN_TABLES)];

export const VERBS = ['Create', 'Read', 'Write', 'Delete', 'Append', 'AppendTo', 'Assign', 'Share'] as const;
export type Verb = (typeof VERBS)[number];
export const LEVELS = ['Basic', 'Local', 'Deep', 'Global'];

/** The names of privileges that differ from the table's schema name, from Microsoft's list of privileges by table. */
const NAMED_OTHERWISE: Readonly<Record<string, string>> = {
  annotation: 'Note',
  systemuser: 'User',
  task: 'Activity',
  email: 'Activity',
};

export const privilege = (verb: Verb, { logicalName, schemaName }: Table): string =>
  `prv${verb}${NAMED_OTHERWISE[logicalName] ?? schemaName}`;

/** A table by its logical name or by the name of its set. */
export function tableOf(name: string): Table {
  const table = TABLES.find((one) => one.logicalName === name || one.entitySetName === name);
  if (table === undefined) throw new Error(`There is no table ${name}.`);
  return table;
}

/** What somebody needs: a privilege, for rows of anybody or only for their own. */
export interface Need {
  name: string;
  ofAnybody: boolean;
}

/** The navigation properties of an `$expand`, without what stands in their brackets. */
function namesOf(expand: string): string[] {
  let depth = 0;
  const outside = [...expand].filter((letter) => {
    if (letter === '(') depth++;
    if (letter === ')') depth--;
    return depth === 0 && letter !== ')';
  });
  return outside
    .join('')
    .split(',')
    .filter((name) => name !== '');
}

/** What reading a table and what it is expanded by needs. */
export function needsOfReading(table: Table, expand = ''): Need[] {
  const expanded = namesOf(expand);
  return [table, ...expanded.map((name) => otherSide(table, name))].map((one) => ({
    name: privilege('Read', one),
    ofAnybody: true,
  }));
}

/** The table behind a lookup or a collection of another. */
function otherSide(table: Table, navigation: string): Table {
  const lookup = [...table.columns.values()]
    .flatMap(({ targets }) => targets ?? [])
    .find((target) => target.navigationProperty === navigation);
  if (lookup !== undefined) return tableOf(lookup.table);
  const many = TABLES.find((one) =>
    [...one.columns.values()].some(({ targets }) =>
      targets?.some(({ table: to, collection }) => to === table.logicalName && collection === navigation),
    ),
  );
  if (many === undefined) throw new Error(`${table.logicalName} has no ${navigation}.`);
  return many;
}

/**
 * What writing columns of a row needs. @param names as the Web API takes them; lookups end with `@odata.bind`
 * @param isNew whether the row is created, and so one's own
 */
export function needsOfWriting(table: Table, verbs: readonly Verb[], names: readonly string[], isNew: boolean): Need[] {
  const needs = verbs.map((verb) => ({ name: privilege(verb, table), ofAnybody: !isNew }));
  for (const bound of names.filter((name) => name.endsWith('@odata.bind')).map((name) => name.split('@')[0]!)) {
    if (bound === 'ownerid') needs.push({ name: privilege('Assign', table), ofAnybody: true });
    else
      needs.push(
        { name: privilege('Append', table), ofAnybody: !isNew },
        { name: privilege('AppendTo', otherSide(table, bound)), ofAnybody: true },
      );
  }
  return needs;
}

/** The privileges of a role with their levels, by its name. */
export function readRole(name: string): Map<string, string> {
  const role = readXmlFile(join(CORE, 'Roles', `${name}.xml`));
  return new Map(
    children(child(role, 'RolePrivileges'), 'RolePrivilege').map((one) => [
      attribute(one, 'name'),
      attribute(one, 'level'),
    ]),
  );
}

export const ROLES = readdirSync(join(CORE, 'Roles')).map((file) => file.replace(/\.xml$/, ''));

/** Which of these needs a role leaves unmet, each once. */
export function unmet(role: ReadonlyMap<string, string>, needs: readonly Need[]): string[] {
  const missing = needs.filter(({ name, ofAnybody }) => (ofAnybody ? role.get(name) !== 'Global' : !role.has(name)));
  return [...new Set(missing.map(({ name, ofAnybody }) => `${name}${ofAnybody ? ' Global' : ''}`))].sort();
}
