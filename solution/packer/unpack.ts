import { Refusal } from '../cli/command';
import { CONTROL_DATA } from '../source/control-data';
import { COMPONENT_KINDS } from '../source/component-kinds';
import { inOrder, type SolutionFiles } from '../source/solution-files';
import { attribute, children, element, find, textAt, type XmlElement } from '../xml/element';
import { readXml } from '../xml/read-xml';
import { writeXml } from '../xml/write-xml';
import { canonicalXml } from './canonical';
import { filesNamedBy, keysOf } from './component';
import { CONTENT_TYPES } from './content-types';
import { checkDistinct, checkPaths, fileName, FreePaths, pathName } from './file-names';
import { type Entries } from './pack';
import { takeParts, type XmlFile } from './unpack-tables';

const XSI = { 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance' };
/** Folders of a package whose files are named by a component. */
const NAMED = ['Workflows', 'WebResources', 'Controls', 'Connector'];
/** A document type is at home before the root element only. */
const DOCUMENT_TYPE = /^\uFEFF?(\s|<\?[^]*?\?>|<!--[^]*?-->)*<!DOCTYPE/;
const MAIN = ['customizations.xml', 'solution.xml', CONTENT_TYPES];

/** Where the description of a component goes in a source. */
const PLACE: Record<string, (component: XmlElement) => string> = {
  Entity: (table) => `Entities/${fileName(textAt(table, 'Name'))}/Entity.xml`,
  Role: (role) => `Roles/${fileName(attribute(role, 'name'))}.xml`,
  Workflow: (flow) =>
    `${filesNamedBy(flow, 'Workflows')[0] ?? `Workflows/${fileName(keysOf(flow)[0] ?? '')}`}.data.xml`,
  optionset: (choice) => `OptionSets/${fileName(attribute(choice, 'Name'))}.xml`,
  WebResource: (resource) => `WebResources/${pathName(textAt(resource, 'Name'))}.data.xml`,
  CustomControl: (control) =>
    `${(filesNamedBy(control, 'Controls')[0] ?? `Controls/${fileName(textAt(control, 'Name'))}/`).replace(/[^/]*$/, CONTROL_DATA)}`,
  AppModuleSiteMap: (map) => `AppModuleSiteMaps/${fileName(textAt(map, 'SiteMapUniqueName'))}/AppModuleSiteMap.xml`,
  AppModule: (app) => `AppModules/${fileName(textAt(app, 'UniqueName'))}/AppModule.xml`,
  Connector: (connector) => `Connectors/${fileName(textAt(connector, 'name'))}.xml`,
  Dashboard: (dashboard) => `Dashboards/${fileName(textAt(dashboard, 'FormId'))}.xml`,
};

/** The index of relationships and, by the table each points at, their files. */
function relationshipFiles(relationships: readonly XmlElement[]): XmlFile[] {
  if (relationships.length === 0) return [];
  const byTable = new Map<string, XmlElement[]>();
  for (const each of relationships) {
    // One between many and many points at no table more than at the other.
    const table = fileName(textAt(each, 'ReferencedEntityName') || textAt(each, 'FirstEntityName'));
    const same = [...byTable.keys()].find((name) => name.toLowerCase() === table.toLowerCase()) ?? table;
    byTable.set(same, [...(byTable.get(same) ?? []), each]);
  }
  const index = relationships.map((each) => element('EntityRelationship', { Name: attribute(each, 'Name') }));
  return [
    ['Other/Relationships.xml', element('EntityRelationships', {}, index)],
    ...[...byTable].map(([table, held]): XmlFile => [
      `Other/Relationships/${table}.xml`,
      element('EntityRelationships', {}, held),
    ]),
  ];
}

/**
 * Takes the components out of `customizations.xml`.
 * @returns their files, and where entries of the zip go that are not copied under their own path
 */
function takeComponents(skeleton: XmlElement): { files: XmlFile[]; moved: Map<string, string> } {
  const free = new FreePaths();
  const files: XmlFile[] = [];
  const moved = new Map<string, string>();
  for (const kind of COMPONENT_KINDS) {
    const place = find(skeleton, kind.placeholder);
    if (place === undefined) continue;
    const stranger = children(place).find((each) => each.name !== kind.element);
    if (stranger) throw new Refusal(`customizations.xml:${stranger.line} holds <${stranger.name}> in <${kind.placeholder}>, which is of no kind this packer knows.`); // prettier-ignore
    // In one order whatever the zip's is, so that the same solution gives the same files.
    const components = children(place)
      .map((each) => [canonicalXml(each), each] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, each]) => each);
    place.children = [];
    if (kind.element === 'EntityRelationship') {
      files.push(...relationshipFiles(components));
      continue;
    }
    for (const component of components) {
      const path = free.take(PLACE[kind.element]!(component));
      files.push([path, component]);
      if (component.name === 'Entity') files.push(...takeParts(component, path.slice(0, path.lastIndexOf('/'))));
      if (component.name === 'WebResource') {
        moved.set(textAt(component, 'FileName').replace(/^\//, ''), path.slice(0, -'.data.xml'.length));
      }
    }
  }
  return { files, moved };
}

/** @throws {Refusal} when a component names a file that is not there */
function checkNamed(files: readonly XmlFile[], entries: Entries, zip: string): void {
  for (const [, component] of files) {
    const missing = NAMED.flatMap((folder) => filesNamedBy(component, folder)).find((file) => !entries.has(file));
    if (missing !== undefined) throw new Refusal(`${zip} has no ${missing}, which customizations.xml:${component.line} names. Get it again.`); // prettier-ignore
  }
}

/**
 * The unpacked source of a package: ours, an export or anybody's. What is of no known kind stays as it is, in
 * `Other/Customizations.xml` or under its own path.
 * @param zip name of the file for messages
 * @throws {Refusal} when it is no solution, holds a path that must not be written, or lacks a file
 * @throws {MalformedXml}
 */
export function unpack(entries: Entries, zip: string): SolutionFiles {
  const main = (name: string): XmlElement => {
    const content = entries.get(name);
    if (content === undefined) throw new Refusal(`${zip} has no ${name}: it is no package of a solution.`);
    if (DOCUMENT_TYPE.test(Buffer.from(content).toString('utf8'))) throw new Refusal(`${zip}: ${name} declares a document type, which would be lost and no export has. Ask where the file comes from.`); // prettier-ignore
    return readXml(content, name);
  };
  checkDistinct(entries.keys(), zip);
  const skeleton = main('customizations.xml');
  const { files, moved } = takeComponents(skeleton);
  const copied = [...entries]
    .filter(([path]) => !MAIN.includes(path))
    .map(([path, content]): [string, Uint8Array] => [
      moved.get(path) ?? path.replace(/^Connector\//, 'Connectors/'),
      content,
    ]);
  const written = [
    ...files.map(([path, { name, attributes, ...rest }]): XmlFile => [path, { ...rest, name, attributes: { ...attributes, ...XSI } }]), // prettier-ignore
    ['Other/Solution.xml', main('solution.xml')] as XmlFile,
    ['Other/Customizations.xml', skeleton] as XmlFile,
  ].map(([path, root]): [string, Uint8Array] => [path, writeXml(root)]);
  const all = [...written, ...copied];
  checkPaths(
    all.map(([path]) => path),
    zip,
  );
  checkNamed(files, entries, zip);
  return inOrder(all);
}
