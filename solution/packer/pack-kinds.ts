import { type ComponentKind } from '../source/component-kinds';
import { textAt, type XmlElement } from '../xml/element';
import { filesNamedBy, type Component } from './component';
import { packControl } from './control-files';
import { packRelationships } from './pack-relationships';
import { packTable } from './pack-tables';
import { type Source } from './source';

type Found = Omit<Component, 'kind'>;

const alone = (path: string, element: XmlElement): Found => ({ path, element, beside: [] });

/** Components that are one file each, whose name has no meaning. */
const files =
  (pattern: RegExp) =>
  (source: Source, { element }: ComponentKind): Found[] =>
    source.matching(pattern).map((path) => alone(path, source.xml(path, element)));

/** The file a `.data.xml` describes; undefined for a file that is itself described by one. */
const describedBy = (source: Source, data: string): string | undefined =>
  source.has(`${data}.data.xml`) ? undefined : data.slice(0, -'.data.xml'.length);

const dataFiles = (source: Source, folder: string): string[] =>
  source
    .matching(/\.data\.xml$/)
    .filter((path) => path.startsWith(`${folder}/`) && describedBy(source, path) !== undefined);

function workflows(source: Source, { folder, element: root }: ComponentKind): Found[] {
  return dataFiles(source, folder).map((path) => {
    const element = source.xml(path, root);
    const named = filesNamedBy(element, folder);
    return { path, element, beside: named.map((file) => [file, source.bytes(file, path)]) };
  });
}

function webResources(source: Source, { folder, element: root }: ComponentKind): Found[] {
  return dataFiles(source, folder).map((path) => {
    const element = source.xml(path, root);
    const content = source.bytes(describedBy(source, path)!, path);
    return { path, element, beside: [[textAt(element, 'FileName').replace(/^\//, ''), content]] };
  });
}

function controls(source: Source): Found[] {
  const folders = source.matching(/^Controls\/[^/]+\//).map((path) => path.split('/').slice(0, 2).join('/'));
  return [...new Set(folders)].map((folder) => {
    const { element, files: below } = packControl(source, folder);
    return { path: `${folder}/ControlManifest.xml`, element, beside: below.map((file) => [file, source.bytes(file)]) };
  });
}

/** Side files lie beside the description in the source, and in `Connector/` in the package. */
function connectors(source: Source, { folder, element: root }: ComponentKind): Found[] {
  return source.matching(/^Connectors\/[^/]+\.xml$/).map((path) => {
    const element = source.xml(path, root);
    const named = filesNamedBy(element, 'Connector');
    return {
      path,
      element,
      beside: named.map((file) => [file, source.bytes(file.replace('Connector', folder), path)]),
    };
  });
}

/** How the components of each kind are found, by the kind's folder. */
const FIND: Record<string, (source: Source, kind: ComponentKind) => Found[]> = {
  Entities: (source) =>
    source.matching(/^Entities\/[^/]+\/Entity\.xml$/).map((path) => alone(path, packTable(source, path))),
  Roles: files(/^Roles\/[^/]+\.xml$/),
  Workflows: workflows,
  'Other/Relationships': (source) => packRelationships(source).map(({ path, element }) => alone(path, element)),
  OptionSets: files(/^OptionSets\/[^/]+\.xml$/),
  WebResources: webResources,
  Controls: controls,
  AppModuleSiteMaps: files(/^AppModuleSiteMaps\/[^/]+\/AppModuleSiteMap\.xml$/),
  AppModules: files(/^AppModules\/[^/]+\/AppModule\.xml$/),
  Connectors: connectors,
  Dashboards: files(/^Dashboards\/[^/]+\.xml$/),
};

/** All components of a kind. @throws {Refusal} {MalformedXml} */
export const findComponents = (source: Source, kind: ComponentKind): Component[] =>
  FIND[kind.folder]!(source, kind).map((found) => ({ kind, ...found }));
