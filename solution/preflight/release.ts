import { readFlowDocument } from '../../flows/file/read-flow-document';
import type { FlowDocument } from '../../flows/file/flow-document';
import { readNeeds, type Needs } from '../settings/needs';
import { COMPONENT_KINDS } from '../source/component-kinds';
import type { SolutionFiles } from '../source/solution-files';
import { attribute, child, children, descendants, textAt, type XmlElement } from '../xml/element';
import { readXml } from '../xml/read-xml';
import { readReleasedConnectors, type ReleasedConnector } from './released-connectors';
import { readReleasedTables, type ReleasedTable } from './released-tables';

/** A flow of a release. */
export interface ReleasedFlow {
  /** Lower case, without braces. */
  id: string;
  name: string;
  document: FlowDocument;
}

/** What of a solution matters to an environment that has it or gets it. */
export interface Release {
  /** Name for findings: the zip, or the solution. */
  file: string;
  uniqueName: string;
  /** Four numbers. */
  version: string;
  /** Undefined when the source serves both. */
  managed?: boolean;
  prefix: string;
  needs: Needs;
  /** By logical name. */
  tables: ReadonlyMap<string, ReleasedTable>;
  /** Global choices: value → English label, by name. */
  choices: ReadonlyMap<string, ReadonlyMap<number, string>>;
  /** Relationship → the columns it joins, by name in lower case. */
  relationships: ReadonlyMap<string, string>;
  /** By id. */
  flows: ReadonlyMap<string, ReleasedFlow>;
  /** By id. */
  connectors: ReadonlyMap<string, ReleasedConnector>;
  /** Ids of custom connectors its connection references name. */
  connectorsNeeded: readonly string[];
  /** Names of security roles. */
  roles: readonly string[];
  /** Everything else that is a component of its own: `view {…}` → what a person calls it. */
  others: ReadonlyMap<string, string>;
}

/** Kinds that have a rule of their own. */
const APART = new Set(['table', 'choice', 'connector', 'relationship']);
const KIND_OF_TYPE = new Map(COMPONENT_KINDS.map(({ rootType, name }) => [String(rootType), name]));
/** Parts of tables that are no root components: their files are named by their ids. */
const PARTS: readonly [RegExp, string][] = [
  [/^Entities\/[^/]+\/FormXml\/.*\/(\{[^}]+\})\.xml$/, 'form'],
  [/^Entities\/[^/]+\/SavedQueries\/(\{[^}]+\})\.xml$/, 'view'],
  [/^Entities\/[^/]+\/Visualizations\/(\{[^}]+\})\.xml$/, 'chart'],
];

const englishIn = (list: XmlElement): string =>
  attribute(children(list).find((each) => attribute(each, 'languagecode') === '1033') ?? list, 'description');

function nameOfPart(path: string, content: Uint8Array): string {
  const names = [...descendants(readXml(content, path), 'LocalizedNames')].at(-1);
  return (names && englishIn(names)) || path;
}

function othersOf(files: SolutionFiles, manifest: XmlElement): Map<string, string> {
  const others = new Map<string, string>();
  for (const root of children(child(manifest, 'RootComponents'), 'RootComponent')) {
    const kind = KIND_OF_TYPE.get(attribute(root, 'type'));
    if (kind === undefined || APART.has(kind)) continue;
    const id = (attribute(root, 'id') || attribute(root, 'schemaName')).toLowerCase();
    others.set(`${kind} ${id}`, attribute(root, 'schemaName') || id);
  }
  for (const [path, content] of files) {
    for (const [pattern, kind] of PARTS) {
      const id = pattern.exec(path)?.[1]?.toLowerCase();
      if (id !== undefined) others.set(`${kind} ${id}`, nameOfPart(path, content));
    }
  }
  return others;
}

function flowsOf(files: SolutionFiles): Map<string, ReleasedFlow> {
  const flows = new Map<string, ReleasedFlow>();
  for (const [path, content] of files) {
    if (!path.startsWith('Workflows/') || !path.endsWith('.data.xml')) continue;
    const row = readXml(content, path);
    const definition = files.get(path.slice(0, -'.data.xml'.length));
    if (definition === undefined || textAt(row, 'Category') !== '5') continue;
    const id = attribute(row, 'WorkflowId').replace(/[{}]/g, '').toLowerCase();
    const file = path.slice('Workflows/'.length, -'.data.xml'.length);
    const document = readFlowDocument(file, Buffer.from(definition).toString('utf8'));
    flows.set(id, { id, name: attribute(row, 'Name'), document });
  }
  return flows;
}

function relationshipsOf(files: SolutionFiles): Map<string, string> {
  const found = new Map<string, string>();
  for (const [path, content] of files) {
    if (!path.startsWith('Other/Relationships/')) continue;
    for (const each of children(readXml(content, path), 'EntityRelationship')) {
      const ends = ['ReferencingEntityName', 'ReferencingAttributeName', 'ReferencedEntityName'].map((name) =>
        textAt(each, name),
      );
      found.set(attribute(each, 'Name').toLowerCase(), `${ends[0]!}.${ends[1]!} to ${ends[2]!}`.toLowerCase());
    }
  }
  return found;
}

function choicesOf(files: SolutionFiles): Map<string, ReadonlyMap<number, string>> {
  const found = new Map<string, ReadonlyMap<number, string>>();
  for (const [path, content] of files) {
    if (!path.startsWith('OptionSets/')) continue;
    const choice = readXml(content, path);
    const options = children(child(choice, 'options'), 'option').map((option): [number, string] => [
      Number(attribute(option, 'value')),
      englishIn(child(option, 'labels')),
    ]);
    found.set(attribute(choice, 'Name'), new Map(options));
  }
  return found;
}

/**
 * Reads an unpacked solution as a release.
 * @param file name for findings
 * @throws {MalformedXml} and {UnreadableFlow}
 */
export function readRelease(files: SolutionFiles, file: string): Release {
  const manifest = child(
    readXml(files.get('Other/Solution.xml') ?? '<none />', `${file}: Solution.xml`),
    'SolutionManifest',
  );
  const managed = { '0': false, '1': true }[textAt(manifest, 'Managed')];
  const customizations = readXml(files.get('Other/Customizations.xml') ?? '<none />', `${file}: Customizations.xml`);
  return {
    file,
    uniqueName: textAt(manifest, 'UniqueName'),
    version: textAt(manifest, 'Version'),
    ...(managed === undefined ? {} : { managed }),
    prefix: textAt(manifest, 'Publisher', 'CustomizationPrefix'),
    needs: readNeeds(files),
    tables: readReleasedTables(files),
    choices: choicesOf(files),
    relationships: relationshipsOf(files),
    flows: flowsOf(files),
    connectors: readReleasedConnectors(files),
    connectorsNeeded: [...descendants(customizations, 'customconnectorid')].map((each) => textAt(each, 'connectorid')),
    roles: [...files]
      .filter(([path]) => path.startsWith('Roles/'))
      .map(([path, content]) => attribute(readXml(content, path), 'name')),
    others: othersOf(files, manifest),
  };
}
