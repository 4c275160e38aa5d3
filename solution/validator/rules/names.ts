import { attribute, child, children, textAt, type XmlElement } from '../../xml/element';
import { CUSTOMIZATIONS, MANIFEST } from '../parts/manifest';
import type { Solution } from '../parts/solution';
import type { Rule } from '../rule';

interface Name {
  kind: string;
  name: string;
  file: string;
  line: number;
  /** Longest allowed, in characters. */
  most: number;
  /** Own names begin with the publisher's prefix. */
  prefixed: boolean;
}

const line = (element: XmlElement, name: string): number => (children(element, name)[0] ?? element).line;

/**
 * Names with their greatest lengths, from Microsoft's table reference (`MaxLength` of the columns of Entity, Attribute,
 * Relationship, SystemForm, SavedQuery, Role, AppModule, WebResource, Solution and EnvironmentVariableDefinition); what
 * these tables do not say is not held against a length.
 */
function names(solution: Solution): Name[] {
  const of = (
    kind: string,
    most: number,
    prefixed: boolean,
    parts: readonly { name: string; file: string; line: number }[],
  ) => parts.map(({ name, file, line }) => ({ kind, name, file, line, most, prefixed }));
  const withLine = <T extends { name: string; file: string; element: XmlElement }>(parts: readonly T[]) =>
    parts.map((part) => ({ ...part, line: part.element.line }));
  const labels = (parts: readonly { file: string; element: XmlElement }[]) =>
    parts.flatMap(({ file, element }) =>
      children(child(element, 'LocalizedNames'), 'LocalizedName').map((each) => ({
        name: attribute(each, 'description'),
        file,
        line: each.line,
      })),
    );
  const { root, uniqueName } = solution.manifest();
  const tables = solution.ownTables();
  return [
    ...of('solution', 65, false, root ? [{ name: uniqueName, file: MANIFEST, line: line(child(root, 'SolutionManifest'), 'UniqueName') }] : []),
    ...of('table', 128, true, tables.map(({ schemaName, file, info }) => ({ name: schemaName, file, line: info.line }))),
    ...of(
      'column', 128, true,
      tables.flatMap(({ file, allColumns, name: table }) =>
        allColumns
          // The primary key is named after its table, and the platform adds columns of its own.
          .filter(({ custom, name }) => custom && name !== `${table}id`)
          .map(({ schemaName, element }) => ({ name: schemaName, file, line: element.line })),
      ),
    ),
    ...of(
      'key', 128, true,
      tables.flatMap(({ file, info }) => children(child(info, 'EntityKeys'), 'EntityKey').map((key) => ({ name: textAt(key, 'Name'), file, line: key.line }))),
    ),
    ...of('choice', 128, true, withLine(solution.choices())),
    ...of('relationship', 255, false, withLine(solution.relationships())),
    ...of('web resource', 256, true, solution.webResources().map(({ name, file, element }) => ({ name, file, line: line(element, 'Name') }))),
    ...of('environment variable', 100, true, withLine(solution.variables())),
    ...of('connection reference', 100, true, solution.connectionReferences().map(({ name, element }) => ({ name, file: CUSTOMIZATIONS, line: element.line }))),
    ...of('connector', 100, true, solution.connectors().map(({ name, file, element }) => ({ name, file, line: line(element, 'name') }))),
    ...of('app', 100, true, solution.apps().map(({ uniqueName: name, file, element }) => ({ name, file, line: line(element, 'UniqueName') }))),
    ...of('control', 128, true, solution.controls().map(({ name, file }) => ({ name, file, line: 0 }))),
    ...of('bot', 100, true, withLine(solution.bots())),
    ...of('form', 100, false, labels([...solution.forms(), ...solution.dashboards()])),
    ...of('view', 200, false, labels(solution.views())),
    ...of('app', 100, false, labels(solution.apps())),
    ...of('security role', 100, false, withLine(solution.roles())),
  ]; // prettier-ignore
}

export const nameRules: readonly Rule[] = [
  {
    code: 'S026',
    severity: 'error',
    title:
      'Own tables, columns, keys, choices, web resources, variables, connection references, connectors, controls, apps and bots begin with the publisher’s prefix and `_`, so that no other solution has the same.',
    *check(solution) {
      const { prefix } = solution.manifest();
      if (prefix === '') return;
      for (const { kind, name, file, line, prefixed } of names(solution)) {
        if (prefixed && !name.toLowerCase().startsWith(`${prefix.toLowerCase()}_`))
          yield {
            file,
            line,
            message: `The ${kind} '${name}' does not begin with '${prefix}_'.`,
            fix: `Call it ${prefix}_…, or take it out of the solution if it is somebody else's.`,
          };
      }
    },
  },
  {
    code: 'S027',
    severity: 'error',
    title:
      'Names are no longer than the platform keeps: 65 characters for a solution, 128 for tables, columns, keys and choices, 255 for relationships, 256 for web resources, 200 for views, 100 for the rest.',
    *check(solution) {
      for (const { kind, name, file, line, most } of names(solution)) {
        if (name.length > most)
          yield {
            file,
            line,
            message: `The name of the ${kind} '${name.slice(0, 40)}…' has ${name.length} characters; ${most} are allowed.`,
            fix: 'Shorten it.',
          };
      }
    },
  },
  {
    code: 'S028',
    severity: 'error',
    title: 'Schema names hold letters, digits and `_` only; names of web resources also `.` and single slashes.',
    *check(solution) {
      const plain = new Set([
        'table',
        'column',
        'key',
        'choice',
        'environment variable',
        'connection reference',
        'connector',
      ]);
      for (const { kind, name, file, line, prefixed } of names(solution)) {
        const odd = plain.has(kind)
          ? !/^\w+$/.test(name)
          : kind === 'web resource' && (!/^[\w./]+$/.test(name) || name.includes('//'));
        if (prefixed && odd)
          yield {
            file,
            line,
            message: `'${name}' cannot be the name of a ${kind}.`,
            fix:
              kind === 'web resource' ? 'Use letters, digits, _, . and single slashes.' : 'Use letters, digits and _.',
          };
      }
    },
  },
  {
    code: 'S029',
    severity: 'error',
    title: 'No two components of a kind have the same name, whatever its case.',
    *check(solution) {
      const seen = new Map<string, string>();
      for (const { kind, name, file, line, prefixed } of names(solution)) {
        if (!prefixed && kind !== 'security role' && kind !== 'relationship') continue;
        const scope = kind === 'column' || kind === 'key' ? file : '';
        const key = `${kind} ${scope} ${name.toLowerCase()}`;
        const other = seen.get(key);
        if (other !== undefined)
          yield {
            file,
            line,
            message: `There is another ${kind} '${name}' in ${other}.`,
            fix: 'Rename or remove one of them.',
          };
        else seen.set(key, file);
      }
    },
  },
];
