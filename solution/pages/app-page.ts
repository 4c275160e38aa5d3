import { join } from 'node:path';
import type { Table } from '../tables/table';
import { readViews } from '../views/read-views';
import { attribute, child, children, descendants, textAt, type XmlElement } from '../xml/element';
import { readXmlFile, readXmlFolder } from '../xml/read-xml';
import { code, markdownTable } from './markdown-table';
import { bareId, english, nameOf } from './names';
import { readDashboards, type Dashboard, type Tile } from './read-dashboards';
import { FORM_KINDS, readForms } from './read-forms';
import { readRoles } from './read-roles';

const APP = 'rcc_RetailCallCenter';

const introduction = (app: XmlElement, source: string) => `# The app ${nameOf(app)}

What the model-driven app shows and where, with English names; all of them are there in Spanish too. Written by
\`npm run solution -- docs\` from the source of the solution.

It is shared with the roles ${openers(app, source).join(', ')}; [what they may do](roles.md).`;

/**
 * The app: who may open it, its site map, what it shows of each table, and its dashboards.
 * @param source the unpacked source of the solution
 * @throws {MalformedXml} naming the file and the line
 */
export function appPage(source: string, tables: readonly Table[]): string {
  const app = readXmlFile(join(source, 'AppModules', APP, 'AppModule.xml'));
  const siteMap = readXmlFile(join(source, 'AppModuleSiteMaps', APP, 'AppModuleSiteMap.xml'));
  const dashboards = readDashboards(source);
  const names = new Map([
    ...tables.flatMap((table) => readViews(source, table)).map(({ id, labels }) => [id, english(labels)] as const),
    ...tables.flatMap((table) => readCharts(source, table)).map(({ id, name }) => [id, name] as const),
  ]);
  return `${[
    introduction(app, source),
    '## Site map',
    markdownTable(['Area', 'Group', 'Entry', 'Opens'], siteMapRows(siteMap, dashboards)),
    '## Tables',
    markdownTable(
      ['Table', 'Forms', 'Views, first the one it opens with', 'Charts'],
      tables.map((table) => tableRow(source, table)),
    ),
    '## Dashboards',
    ...dashboards.flatMap(({ name, tiles }) => [
      `### ${name}`,
      markdownTable(
        ['Tile', 'Shown as', 'Table', 'Rows of the view'],
        tiles.map((tile) => tileRow(tile, names)),
      ),
    ]),
  ].join('\n\n')}\n`;
}

/** Names of our roles the app is shared with; those of the platform are not in the solution. */
function openers(app: XmlElement, source: string): string[] {
  const shared = children(child(app, 'AppModuleRoleMaps'), 'Role').map((role) => bareId(attribute(role, 'id')));
  return readRoles(source)
    .filter(({ id }) => shared.includes(id))
    .map(({ name }) => name);
}

/** The English title of an area, group or entry. */
function titleOf(element: XmlElement): string {
  const titles = children(child(element, 'Titles'), 'Title');
  return english(new Map(titles.map((title) => [Number(attribute(title, 'LCID')), attribute(title, 'Title')])));
}

/** A row for each entry; an area and a group are named where they begin. */
function siteMapRows(siteMap: XmlElement, dashboards: readonly Dashboard[]): string[][] {
  return [...descendants(siteMap, 'Area')].flatMap((area) =>
    children(area, 'Group').flatMap((group, groupAt) =>
      children(group, 'SubArea').map((entry, entryAt) => {
        const dashboard = dashboards.find(({ id }) => id === bareId(attribute(entry, 'DefaultDashboard')));
        return [
          groupAt + entryAt === 0 ? titleOf(area) : '',
          entryAt === 0 ? titleOf(group) : '',
          titleOf(entry),
          dashboard === undefined ? `table ${code(attribute(entry, 'Entity'))}` : `dashboard ${dashboard.name}`,
        ];
      }),
    ),
  );
}

function tableRow(source: string, table: Table): string[] {
  return [
    `${english(table.labels)} ${code(table.logicalName)}`,
    readForms(source, table)
      .map(({ type, labels }) => `${english(labels)} (${FORM_KINDS[type]?.toLowerCase()})`)
      .join(', '),
    readViews(source, table)
      .map(({ labels }) => english(labels))
      .join(', '),
    readCharts(source, table)
      .map(({ name }) => name)
      .join(', '),
  ];
}

function tileRow({ name, chart, shownBy, table, view }: Tile, names: ReadonlyMap<string, string>): string[] {
  const list = shownBy === undefined ? 'list' : code(shownBy);
  return [name, chart === undefined ? list : `chart ${names.get(chart)}`, code(table), names.get(view) ?? view];
}

function readCharts(source: string, { schemaName }: Table): { id: string; name: string }[] {
  return readXmlFolder(join(source, 'Entities', schemaName, 'Visualizations')).map((chart) => ({
    id: bareId(textAt(chart, 'savedqueryvisualizationid')),
    name: nameOf(chart),
  }));
}
