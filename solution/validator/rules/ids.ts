import { attribute, find, textOf, type XmlElement } from '../../xml/element';
import { bareId } from '../parts/manifest';
import type { Solution } from '../parts/solution';
import type { Rule } from '../rule';

interface WrittenId {
  kind: string;
  /** As it is written. */
  text: string;
  file: string;
  line: number;
  /** Whether its kind writes ids in braces. */
  braces: boolean;
}

const BARE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function writtenIds(solution: Solution): WrittenId[] {
  const text = <T extends { file: string; idElement: XmlElement }>(kind: string, parts: readonly T[]) =>
    parts.map(({ file, idElement }) => ({ kind, text: textOf(idElement), file, line: idElement.line, braces: true }));
  const named = (kind: string, name: string, parts: readonly { file: string; element: XmlElement }[]) =>
    parts.map(({ file, element }) => ({
      kind,
      text: attribute(element, name),
      file,
      line: element.line,
      braces: true,
    }));
  const inside = (
    kind: string,
    name: string,
    braces: boolean,
    parts: readonly { file: string; element: XmlElement }[],
  ) =>
    parts.map(({ file, element }) => {
      const found = find(element, name);
      return { kind, text: found ? textOf(found) : '', file, line: found?.line ?? element.line, braces };
    });
  return [
    ...text('form', solution.forms()),
    ...text('dashboard', solution.dashboards()),
    ...text('view', solution.views()),
    ...text('chart', solution.charts()),
    ...named('security role', 'id', solution.roles()),
    ...named('cloud flow', 'WorkflowId', solution.flows()),
    ...inside('web resource', 'WebResourceId', true, solution.webResources()),
    ...inside('connector', 'connectorid', false, solution.connectors()),
  ];
}

const bare = ({ text, braces }: WrittenId): string => (braces ? text.replace(/^\{(.*)\}$/, '$1') : text);
const isWellFormed = (id: WrittenId): boolean => BARE.test(bare(id)) && id.text.startsWith('{') === id.braces;

/** Files named after the id of their component: as `{id}.xml` or `Name-ID.json.data.xml`. */
const NAMED_BY_ID =
  /^(.*\/)?(?:\{([^}/]+)\}\.xml|[^/]*?-([0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12})\.json\.data\.xml)$/i;

export const idRules: readonly Rule[] = [
  {
    code: 'S022',
    severity: 'error',
    title:
      'Ids are GUIDs in lower case, in braces (a connector’s without): another form is another id to whatever compares text.',
    *check(solution) {
      for (const id of writtenIds(solution)) {
        if (isWellFormed(id)) continue;
        const form = id.braces ? 'in braces' : 'without braces';
        yield {
          file: id.file,
          line: id.line,
          message: `'${id.text}' is not the id of a ${id.kind}.`,
          fix: `Write a GUID in lower case ${form}.`,
        };
      }
    },
  },
  {
    code: 'S023',
    severity: 'error',
    title: 'No two components share an id; the second one would overwrite the first.',
    *check(solution) {
      const first = new Map<string, WrittenId>();
      for (const id of writtenIds(solution).filter(isWellFormed)) {
        const other = first.get(bare(id));
        if (other)
          yield {
            file: id.file,
            line: id.line,
            message: `The ${id.kind} has the id of the ${other.kind} in ${other.file}.`,
            fix: 'Give the newer one an id of its own.',
          };
        else first.set(bare(id), id);
      }
    },
  },
  {
    code: 'S024',
    severity: 'error',
    title: 'A file named after an id holds the component with that id, so that ids stay what they are for ever.',
    *check(solution) {
      const ids = writtenIds(solution).filter(isWellFormed);
      const isShared = (id: WrittenId) => ids.filter((each) => bare(each) === bare(id)).length > 1;
      for (const id of ids.filter((each) => !isShared(each))) {
        const match = NAMED_BY_ID.exec(id.file);
        const named = match && bareId(match[2] ?? match[3]!);
        if (named && named !== bare(id))
          yield {
            file: id.file,
            line: id.line,
            message: `The ${id.kind} has the id ${bare(id)}, but its file is named ${named}.`,
            fix: 'Rename the file, or restore the id if it was changed by mistake.',
          };
      }
    },
  },
  {
    code: 'S025',
    severity: 'error',
    title:
      'Names agree with the folder their component lies in: tables, apps, site maps, variables, bots and choices are found by it.',
    *check(solution) {
      const named = [
        ...solution.tables().map((each) => ({ ...each, kind: 'table', name: each.schemaName, line: each.info.line })),
        ...solution.apps().map((each) => uniquelyNamed('app', each, 'UniqueName')),
        ...solution.siteMaps().map((each) => uniquelyNamed('site map', each, 'SiteMapUniqueName')),
        ...solution.variables().map((each) => placed('environment variable', each, folderOf(each.file))),
        ...solution.bots().map((each) => placed('bot', each, folderOf(each.file))),
        ...solution.botComponents().map((each) => placed('component of a bot', each, folderOf(each.file))),
        ...solution.choices().map((each) => placed('choice', each, each.file.slice('OptionSets/'.length, -4))),
        ...solution
          .webResources()
          .map((each) => placed('web resource', each, each.content.slice('WebResources/'.length))),
      ];
      for (const { kind, name, folder, file, line } of named) {
        if (name !== folder)
          yield {
            file,
            line,
            message: `The ${kind} is called '${name}', but lies in '${folder}'.`,
            fix: 'Rename the folder or file, or restore the name.',
          };
      }
    },
  },
];

const folderOf = (file: string): string => file.split('/').at(-2)!;

interface Named {
  name: string;
  file: string;
  element: XmlElement;
}

const placed = (kind: string, { name, file, element }: Named, folder: string) => ({
  kind,
  name,
  folder,
  file,
  line: (find(element, 'Name') ?? element).line,
});

const uniquelyNamed = (kind: string, part: { uniqueName: string; file: string; element: XmlElement }, tag: string) => ({
  kind,
  name: part.uniqueName,
  folder: folderOf(part.file),
  file: part.file,
  line: (find(part.element, tag) ?? part.element).line,
});
