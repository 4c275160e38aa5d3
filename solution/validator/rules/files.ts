import { TOP_FOLDERS } from '../../packer/copied-folders';
import { CUSTOMIZATIONS, MANIFEST } from '../parts/manifest';
import { VARIABLES } from '../parts/other-parts';
import { RELATIONSHIP_FOLDER, RELATIONSHIP_INDEX } from '../parts/relationships';
import { isManagedTwin, type Source } from '../parts/source';
import type { Rule } from '../rule';

/** Where files of a solution lie; what lies elsewhere in a known folder is left out of the package without a word. */
const PLACES: readonly RegExp[] = [
  /^Other\/(Solution|Customizations|Relationships)\.xml$/,
  /^Other\/Relationships\/[^/]+\.xml$/,
  /^Entities\/[^/]+\/(Entity|RibbonDiff)\.xml$/,
  /^Entities\/[^/]+\/FormXml\/[^/]+\/[^/]+\.xml$/,
  /^Entities\/[^/]+\/(SavedQueries|Visualizations)\/[^/]+\.xml$/,
  /^(OptionSets|Roles|Dashboards)\/[^/]+\.xml$/,
  /^Workflows\/[^/]+\.json(\.data\.xml)?$/,
  /^WebResources\/.+$/,
  /^AppModules\/[^/]+\/AppModule(_managed)?\.xml$/,
  /^AppModuleSiteMaps\/[^/]+\/AppModuleSiteMap(_managed)?\.xml$/,
  /^Controls\/[^/]+\/.+$/,
  /^Connectors\/[^/]+$/,
  new RegExp(`^${VARIABLES}/[^/]+/environmentvariable(definition\\.xml|values\\.json)$`),
  /^bots\/[^/]+\/(bot\.xml|configuration\.json)$/,
  /^botcomponents\/[^/]+\/(botcomponent\.xml|data)$/,
  /^Assets\/.+$/,
];

/** Root elements of files that carry a component. */
const ROOTS: readonly [RegExp, string][] = [
  [/^Other\/(Solution|Customizations)\.xml$/, 'ImportExportXml'],
  [/^Other\/Relationships(\/[^/]+)?\.xml$/, 'EntityRelationships'],
  [/^Entities\/[^/]+\/Entity\.xml$/, 'Entity'],
  [/\/FormXml\//, 'forms'],
  [/\/SavedQueries\//, 'savedqueries'],
  [/\/Visualizations\//, 'visualization'],
  [/^OptionSets\//, 'optionset'],
  [/^Roles\//, 'Role'],
  [/^Dashboards\//, 'Dashboard'],
  [/^Workflows\//, 'Workflow'],
  [/^WebResources\/.+\.data\.xml$/, 'WebResource'],
  [/^AppModules\//, 'AppModule'],
  [/^AppModuleSiteMaps\//, 'AppModuleSiteMap'],
  [/^Connectors\//, 'Connector'],
  [/^Controls\/.+\/ControlManifest\.xml$/, 'manifest'],
  [/^Controls\/.+\/ControlManifest\.xml\.data\.xml$/, 'CustomControl'],
  [new RegExp(`^${VARIABLES}/`), 'environmentvariabledefinition'],
  [/^bots\//, 'bot'],
  [/^botcomponents\//, 'botcomponent'],
];

/** XML and JSON files of the solution itself; contents of web resources have rules of their own. */
function documents(source: Source): string[] {
  return [...source.files.keys()].filter(
    (path) => /\.(xml|json|resx)$/.test(path) && (!path.startsWith('WebResources/') || path.endsWith('.data.xml')),
  );
}

export const fileRules: readonly Rule[] = [
  {
    code: 'S001',
    severity: 'error',
    title: 'Every XML and JSON file can be read. JSON is packed unread, so that a fault in it only shows at import.',
    *check({ source }) {
      for (const path of documents(source)) {
        if (path.endsWith('.json')) source.json(path);
        else source.xml(path);
      }
      for (const { file, line, fault } of source.unreadable)
        yield { file, line, message: `The file is ${fault}.`, fix: 'Mend that line, or restore the file.' };
    },
  },
  {
    code: 'S002',
    severity: 'error',
    title: '`Other/Solution.xml` and `Other/Customizations.xml` are there: nothing can be packed without them.',
    *check({ source }) {
      for (const file of [MANIFEST, CUSTOMIZATIONS]) {
        if (!source.has(file)) yield { file, message: 'The file is missing.', fix: 'Restore it.' };
      }
    },
  },
  {
    code: 'S003',
    severity: 'error',
    title:
      'Top folders are those of known kinds of component. Others are copied into the package as they are, which spoils it.',
    *check({ source }) {
      const folders = new Map([...source.files.keys()].reverse().map((path) => [path.split('/')[0]!, path] as const));
      for (const [folder, file] of [...folders].sort()) {
        if (!file.includes('/'))
          yield {
            file,
            message: 'No component is read from here: the file is left out of the package.',
            fix: 'Remove it.',
          };
        else if (!TOP_FOLDERS.has(folder))
          yield {
            file,
            message: `'${folder}' is no folder of a kind of component that is known here.`,
            fix: `Remove it, or move its files to one of ${[...TOP_FOLDERS].sort().join(', ')}.`,
          };
      }
    },
  },
  {
    code: 'S004',
    severity: 'error',
    title: 'Every file lies where its kind is looked for. A stray file is left out of the package without a word.',
    *check({ source }) {
      for (const file of source.files.keys()) {
        const top = file.split('/')[0]!;
        if (!file.includes('/') || !TOP_FOLDERS.has(top)) continue;
        if (!PLACES.some((place) => place.test(file)))
          yield {
            file,
            message: 'No component is read from here: the file is left out of the package.',
            fix: 'Move or remove it.',
          };
      }
    },
  },
  {
    code: 'S005',
    severity: 'error',
    title: 'The outermost element of a file is that of its kind, else its content is left out of the package.',
    *check({ source }) {
      for (const file of documents(source)) {
        const wanted = ROOTS.find(([place]) => place.test(file))?.[1];
        const root = wanted === undefined || !file.endsWith('.xml') ? undefined : source.xml(file);
        if (!root || root.name === wanted) continue;
        source.misplaced(file);
        yield {
          file,
          line: root.line,
          message: `The file holds a '${root.name}', not a '${wanted}'.`,
          fix: `Move it to its own folder, or restore the '${wanted}'.`,
        };
      }
    },
  },
  {
    code: 'S006',
    severity: 'error',
    title:
      'A file for managed packages (`…_managed.xml`) stands beside the one for unmanaged packages, and differs from it.',
    *check({ source }) {
      for (const file of source.files.keys()) {
        if (!isManagedTwin(file)) continue;
        const base = file.replace(/_managed\.xml$/, '.xml');
        if (!source.has(base))
          yield {
            file,
            message: `It stands alone: unmanaged packages have nothing of it.`,
            fix: `Add ${base}, or rename the file to it.`,
          };
        else if (source.text(file) === source.text(base))
          yield {
            file,
            severity: 'warning',
            message: `It says the same as ${base}, which managed packages take anyway.`,
            fix: 'Remove it.',
          };
      }
    },
  },
  {
    code: 'S007',
    severity: 'error',
    title: 'The index of relationships is there when relationships are defined; without it all of them are left out.',
    *check({ source }) {
      if (source.paths(RELATIONSHIP_FOLDER).length > 0 && !source.has(RELATIONSHIP_INDEX))
        yield {
          file: RELATIONSHIP_INDEX,
          message: 'The file is missing, so no relationship is packed.',
          fix: 'Restore it; it lists every relationship by name.',
        };
    },
  },
];
