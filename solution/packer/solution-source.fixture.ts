import { COMPONENT_KINDS } from '../source/component-kinds';
import { inOrder, type SolutionFiles } from '../source/solution-files';
import { element, type XmlElement } from '../xml/element';
import { writeXml } from '../xml/write-xml';
import { fileName, FreePaths, pathName } from './file-names';

/** What a made-up solution holds, by kind; ids follow from the position. */
export interface Parts {
  managed: '0' | '1' | '2';
  /** A form with a twin differs in the managed package. */
  tables: { name: string; forms: { type: string; hasTwin: boolean }[]; views: number; charts: number; hasRibbon: boolean }[]; // prettier-ignore
  roles: string[];
  flows: string[];
  choices: string[];
  /** By the tables they point at. */
  relationships: string[];
  webResources: { name: string; content: string }[];
  controls: string[];
  apps: string[];
  connectors: string[];
  dashboards: number;
  variables: string[];
  bots: string[];
  /** What people read, of every component that has such a text. */
  label: string;
}

export const idOf = (kind: number, number: number): string =>
  `{7c9e1a10-f${String(kind).padStart(3, '0')}-4a00-9a00-${String(number).padStart(12, '0')}}`;

const XSI = { 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance' };
const bytes = (text: string) => Buffer.from(text);
const leaf = (name: string, text: string) => element(name, {}, text === '' ? [] : [text]);
const label = (text: string) => element('LocalizedNames', {}, [element('LocalizedName', { description: text, languagecode: '1033' })]); // prettier-ignore
const bare = (id: string) => id.slice(1, -1).toUpperCase();

type Xml = [string, XmlElement];

function table(parts: Parts, index: number): Xml[] {
  const { name, forms, views, charts, hasRibbon } = parts.tables[index]!;
  const folder = `Entities/${name}`;
  const form = (id: string, text: string) => element('forms', {}, [element('systemform', {}, [leaf('formid', id), element('form', { headerdensity: 'X' }, [leaf('tabs', text)])])]); // prettier-ignore
  const formFiles = forms.flatMap(({ type, hasTwin }, number): Xml[] => {
    const id = idOf(1, index * 100 + number);
    const path = `${folder}/FormXml/${type}/${id}`;
    const own: Xml = [`${path}.xml`, form(id, parts.label)];
    return hasTwin && parts.managed === '2'
      ? [own, [`${path}_managed.xml`, form(id, `${parts.label} managed`)]]
      : [own];
  });
  const view = (id: string) => element('savedqueries', {}, [element('savedquery', {}, [leaf('savedqueryid', id), label(parts.label)])]); // prettier-ignore
  const range = (count: number, kind: number) => Array.from({ length: count }, (_, number) => idOf(kind, index * 100 + number)); // prettier-ignore
  return [
    [
      `${folder}/Entity.xml`,
      element('Entity', {}, [
        element('Name', { LocalizedName: parts.label }, [name]),
        element('EntityInfo', {}, [element('entity', { Name: name }, [leaf('EntitySetName', `${name}s`)])]),
        ...['FormXml', 'SavedQueries', 'RibbonDiffXml', 'Visualizations'].map((place) => element(place)),
      ]),
    ],
    ...formFiles,
    ...range(views, 2).map((id): Xml => [`${folder}/SavedQueries/${id}.xml`, view(id)]),
    ...range(charts, 3).map((id): Xml => [`${folder}/Visualizations/${id}.xml`, element('visualization', {}, [leaf('savedqueryvisualizationid', id), leaf('name', parts.label)])]), // prettier-ignore
    ...(hasRibbon
      ? [[`${folder}/RibbonDiff.xml`, element('RibbonDiffXml', {}, [element('CustomActions')])] as Xml]
      : []),
  ];
}

function relationships({ relationships: tables }: Parts): Xml[] {
  if (tables.length === 0) return [];
  const nameOf = (index: number) => `rcc_relation_${index}`;
  const byTable = new Map<string, XmlElement[]>();
  tables.forEach((table, index) => {
    const definition = element('EntityRelationship', { Name: nameOf(index) }, [leaf('ReferencedEntityName', table)]);
    byTable.set(table, [...(byTable.get(table) ?? []), definition]);
  });
  const index = tables.map((_, number) => element('EntityRelationship', { Name: nameOf(number) }));
  return [
    ['Other/Relationships.xml', element('EntityRelationships', {}, index)],
    ...[...byTable].map(([table, held]): Xml => [`Other/Relationships/${table}.xml`, element('EntityRelationships', {}, held)]), // prettier-ignore
  ];
}

/** A whole source of such a solution, as unpacking would give it. */
export function sourceOf(parts: Parts): SolutionFiles {
  const xml: Xml[] = [...parts.tables.flatMap((_, index) => table(parts, index)), ...relationships(parts)];
  const raw: [string, Uint8Array][] = [];
  const roots: XmlElement[] = [];
  const root = (type: number, key: 'id' | 'schemaName', value: string) =>
    roots.push(element('RootComponent', { type: String(type), [key]: value, behavior: '0' }));
  const free = new FreePaths();
  const { label: text } = parts;

  parts.tables.forEach(({ name }) => root(1, 'schemaName', name.toLowerCase()));
  parts.choices.forEach((name) => {
    xml.push([`OptionSets/${name}.xml`, element('optionset', { Name: name, localizedName: text })]);
    root(9, 'schemaName', name);
  });
  parts.roles.forEach((name, index) => {
    const id = idOf(20, index);
    xml.push([free.take(`Roles/${fileName(name)}.xml`), element('Role', { id, name }, [element('RolePrivileges')])]);
    root(20, 'id', id);
  });
  parts.flows.forEach((name, index) => {
    const id = idOf(29, index);
    const file = `Workflows/${name}-${bare(id)}.json`;
    raw.push([file, bytes(JSON.stringify({ name: text }))]);
    xml.push([`${file}.data.xml`, element('Workflow', { WorkflowId: id, Name: text }, [leaf('JsonFileName', `/${file}`), leaf('Category', '5')])]); // prettier-ignore
    root(29, 'id', id);
  });
  parts.webResources.forEach(({ name, content }, index) => {
    const path = `WebResources/${pathName(name)}`;
    raw.push([path, bytes(content)]);
    const file = `/WebResources/${name.replace(/[^A-Za-z0-9_]/g, '')}${bare(idOf(61, index))}`;
    xml.push([`${path}.data.xml`, element('WebResource', {}, [leaf('WebResourceId', idOf(61, index)), leaf('Name', name), leaf('FileName', file)])]); // prettier-ignore
    root(61, 'schemaName', name);
  });
  parts.controls.forEach((name) => {
    const folder = `Controls/${name}`;
    raw.push([`${folder}/ControlManifest.xml`, bytes('<manifest><control><resources><code path="bundle.js"/></resources></control></manifest>')]); // prettier-ignore
    raw.push([`${folder}/bundle.js`, bytes(`// ${text}`)]);
    xml.push([`${folder}/ControlManifest.xml.data.xml`, element('CustomControl', {}, [leaf('Name', name), leaf('FileName', `/${folder}/ControlManifest.xml`)])]); // prettier-ignore
    root(66, 'schemaName', name);
  });
  parts.apps.forEach((name) => {
    xml.push([`AppModules/${name}/AppModule.xml`, element('AppModule', {}, [leaf('UniqueName', name), label(text)])]);
    xml.push([`AppModuleSiteMaps/${name}/AppModuleSiteMap.xml`, element('AppModuleSiteMap', {}, [leaf('SiteMapUniqueName', name)])]); // prettier-ignore
    root(62, 'schemaName', name);
    root(80, 'schemaName', name);
  });
  parts.connectors.forEach((name, index) => {
    const side = `${name}_openapidefinition.json`;
    raw.push([`Connectors/${side}`, bytes('{"swagger":"2.0"}')]);
    xml.push([`Connectors/${name}.xml`, element('Connector', {}, [leaf('connectorid', idOf(372, index).slice(1, -1)), leaf('displayname', text), leaf('name', name), leaf('openapidefinition', `/Connector/${side}`)])]); // prettier-ignore
    root(372, 'id', idOf(372, index));
  });
  Array.from({ length: parts.dashboards }, (_, index) => idOf(60, index)).forEach((id) => {
    xml.push([`Dashboards/${id}.xml`, element('Dashboard', {}, [label(text), leaf('FormId', id)])]);
    root(60, 'id', id);
  });
  parts.variables.forEach(
    (name) =>
    xml.push([`environmentvariabledefinitions/${name}/environmentvariabledefinition.xml`, element('environmentvariabledefinition', { schemaname: name })]), // prettier-ignore
  );
  parts.bots.forEach((name) => {
    xml.push([`bots/${name}/bot.xml`, element('bot', { schemaname: name })]);
    xml.push([`botcomponents/${name}.topic.Hello/botcomponent.xml`, element('botcomponent', { schemaname: name })]);
    raw.push([`botcomponents/${name}.topic.Hello/data`, bytes(`kind: AdaptiveDialog # ${text}\n`)]);
  });
  const manifest = element('ImportExportXml', { version: '9.2', ...XSI }, [
    element('SolutionManifest', {}, [leaf('UniqueName', 'Sample'), leaf('Version', '1.0.0.0'), leaf('Managed', parts.managed), element('RootComponents', {}, roots)]), // prettier-ignore
  ]);
  const skeleton = element('ImportExportXml', XSI, [
    ...COMPONENT_KINDS.map(({ placeholder }) => element(placeholder)),
    element('Languages', {}, [leaf('Language', '1033'), leaf('Language', '3082')]),
  ]);
  xml.push(['Other/Solution.xml', manifest], ['Other/Customizations.xml', skeleton]);
  return inOrder([...raw, ...xml.map(([path, each]): [string, Uint8Array] => [path, writeXml(each)])]);
}

/** A small solution that has every kind. */
export const SAMPLE: Parts = {
  managed: '2',
  tables: [
    { name: 'rcc_Case', forms: [{ type: 'main', hasTwin: true }, { type: 'quickCreate', hasTwin: false }], views: 2, charts: 1, hasRibbon: true }, // prettier-ignore
    { name: 'Contact', forms: [], views: 0, charts: 0, hasRibbon: false },
  ],
  roles: ['RCC Agent', 'Sales: "EU"/US', 'sales: "EU"/us'],
  flows: ['NewCase', 'CloseCase'],
  choices: ['rcc_priority'],
  relationships: ['Contact', 'rcc_Case', 'Contact'],
  webResources: [{ name: 'rcc_/icons/case.svg', content: '<svg/>' }, { name: 'rcc_script.js', content: '// é' }], // prettier-ignore
  controls: ['rcc_Sample.Chart'],
  apps: ['rcc_Desk'],
  connectors: ['rcc_shop'],
  dashboards: 1,
  variables: ['rcc_Mailbox'],
  bots: ['rcc_bot'],
  label: 'Caso & <más>',
};
