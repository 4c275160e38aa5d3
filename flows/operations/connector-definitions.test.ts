import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConnectorDefinitions } from './connector-definitions';
import { createOperationTable } from './operation-table';
import { type OperationCatalogue } from './operation-catalogue';
import { parseConnectorDefinitions } from './testing/connector-parameters';
import { type Operation } from './operation';

const folder = join(process.env.RCC_REFERENCE_DIR ?? '', 'schema', 'connectors');
const available = process.env.RCC_REFERENCE_DIR !== undefined && existsSync(folder);
const catalogue = JSON.parse(readFileSync(join(__dirname, '../operations.json'), 'utf8')) as OperationCatalogue;
const table = createOperationTable({ catalogue });

/** Where the definitions are shortened copies or write a parameter in another way; everything else has to agree. */
const KNOWN_DIFFERENCES = [
  // A default makes them optional, or the members of an optional object are marked as required.
  'shared_office365 MarkAsRead_V3 isRead: required',
  'shared_office365 SetAutomaticRepliesSetting_V2 automaticRepliesSetting/externalAudience: required',
  'shared_office365 SetAutomaticRepliesSetting_V2 automaticRepliesSetting/status: required',
  'shared_office365 HttpRequest Method: required',
  'shared_sharepointonline HttpRequest method: required',
  // The empty text is written as no value.
  'shared_office365 V4CalendarPostItem timeZone: enum',
  'shared_office365 V4CalendarPatchItem timeZone: enum',
  // File bodies are called `file`.
  'shared_office365 HttpRequest file: only defined',
  ...['CreateFile', 'UpdateFile', 'CreateAttachment'].map((id) => `shared_sharepointonline ${id} file: only defined`),
  // Columns to ask for and the number of users are left out.
  'shared_office365users Manager_V2 $select: only in the catalogue',
  'shared_office365users DirectReports_V2 $select: only in the catalogue',
  'shared_office365users DirectReports_V2 $top: only in the catalogue',
];

/** The catalogue's parameters without the name of the body they lie in. */
function unwrapped({ parameters }: Operation) {
  return new Map(
    parameters
      .filter(({ internal }) => !internal)
      .map((each) => {
        const wrapped = each.in === 'body' && each.name.includes('/') && !each.name.endsWith('/*');
        return [wrapped ? each.name.slice(each.name.indexOf('/') + 1) : each.name, each] as const;
      }),
  );
}

function differences(): string[] {
  const found: string[] = [];
  for (const [connector, operations] of parseConnectorDefinitions(folder)) {
    for (const id of table.operationIds(connector)) {
      const defined = operations.get(id);
      if (!defined) continue;
      const own = unwrapped(table.find(connector, id)!);
      // What is open on either side takes any name.
      const prefixes = [...own.keys()].filter((name) => name.endsWith('/*')).map((name) => name.slice(0, -2));
      const isOpen = (name: string): boolean =>
        prefixes.some((prefix) => `body/${name}`.startsWith(`${prefix}/`) || `/${prefix}`.endsWith(`/${name}`));
      for (const { name, required, enum: values } of defined) {
        const parameter = own.get(name);
        const place = `${connector} ${id} ${name}`;
        if (!parameter) {
          if (!isOpen(name)) found.push(`${place}: only defined`);
          continue;
        }
        if (parameter.required !== required) found.push(`${place}: required`);
        const sorted = (list: readonly unknown[] = []): string => JSON.stringify([...list].map(String).sort());
        if (sorted(parameter.enum) !== sorted(values)) found.push(`${place}: enum`);
      }
      for (const [name, parameter] of own) {
        const file = parameter.in === 'body' && !name.includes('/') && /^body$/i.test(name);
        if (name.endsWith('/*') || file || defined.some((each) => each.name === name)) continue;
        found.push(`${connector} ${id} ${name}: only in the catalogue`);
      }
    }
  }
  return found.sort();
}

describe('Microsoft’s connector definitions', () => {
  it('agree with the catalogue on names, required ones and enums of every operation both have', () => {
    if (!available) return console.warn('RCC_REFERENCE_DIR is not set: the catalogue is not held against them.');
    expect(differences()).toEqual([...KNOWN_DIFFERENCES].sort());
  });

  it('name operations the catalogue does not describe, which are then accepted', () => {
    const own = mkdtempSync(join(tmpdir(), 'definitions-'));
    const text =
      'connectorId: /providers/x/apis/shared_office365\noperations:\n  - displayName: A\n    operationId: GetRooms_V2\ntriggers:\n  - triggerId: OnNewCall\n';
    writeFileSync(join(own, 'shared_office365.yml'), text);
    const named = readConnectorDefinitions(own);
    rmSync(own, { recursive: true });
    const wider = createOperationTable({ catalogue, named });
    const accepts = (id: string) => wider.accepts('shared_office365', id);
    expect(['GetRooms_V2', 'OnNewCall', 'GetRooms_V9'].map(accepts)).toEqual([true, true, false]);
    expect(table.accepts('shared_office365', 'GetRooms_V2')).toBe(false);
  });
});
