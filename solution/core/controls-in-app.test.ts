import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '../../proxy/src/project-file';
import { readTables } from '../tables/read-tables';
import { readViews } from '../views/read-views';
import { attribute, child, children, descendants, textAt, textOf, type XmlElement } from '../xml/element';
import { readXmlFile } from '../xml/read-xml';

const SOURCE = projectFile('solution/core/src');
const tables = readTables(SOURCE);
const tableOf = (name: string) => tables.find(({ logicalName }) => logicalName === name)!;

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => /FormXml|Dashboards|Entity\.xml/.test(file) && file.endsWith('.xml'))
  .map((file) => ({ file, root: readXmlFile(join(SOURCE, file)) }));

/** Where a code component stands: in the order of form factors. */
const placed = files.flatMap(({ file, root }) =>
  [...descendants(root, 'controlDescription')].map((description) => ({
    file,
    root,
    description,
    standard: children(description, 'customControl').filter((each) => attribute(each, 'id') !== ''),
    components: children(description, 'customControl').filter((each) => attribute(each, 'name') !== ''),
  })),
);

const manifestOf = (control: string) =>
  child(readXmlFile(projectFile(`pcf-controls/${control}/ControlManifest.Input.xml`)), 'control');
const controlOf = (component: XmlElement) => attribute(component, 'name').replace(/^rcc_RetailCallCenter\./, '');
const namesOf = (parent: XmlElement, kind: string) => children(parent, kind).map((each) => attribute(each, 'name'));

const apartFromFormFactor = ({ name, attributes, children: inner }: XmlElement): unknown => ({
  name,
  attributes: { ...attributes, formFactor: '' },
  inner: inner.map((each) => (typeof each === 'string' ? each : apartFromFormFactor(each))),
});
const defaultOf = (control: string, property: string) =>
  attribute(
    children(manifestOf(control), 'property').find((each) => attribute(each, 'name') === property)!,
    'default-value',
  );
/** Type of the solution's column that fits a bound property of the order context. */
const kindOf = (property: XmlElement) =>
  attribute(property, 'of-type') === 'DateAndTime.DateAndTime' ? 'datetime' : 'ntext';

describe('Our controls in the app', () => {
  it('stand where they are said to: the queue, the key figures and the order, on tables, form and dashboards', () => {
    const places = placed.map(({ file, components }) => [
      file.replace(/\{.*|Entity\.xml/, '').replaceAll('\\', '/'),
      controlOf(components[0]!),
    ]);
    expect(places.sort()).toEqual([
      ['Dashboards/', 'TicketAnalytics'],
      ['Dashboards/', 'TicketTriage'],
      ['Entities/rcc_DailyMetric/', 'TicketAnalytics'],
      ['Entities/rcc_Ticket/', 'TicketTriage'],
      ['Entities/rcc_Ticket/FormXml/main/', 'OrderContext'],
    ]);
  });

  it('are there for web, tablet and phone alike, beside the standard control, for a control that exists', () => {
    for (const { file, root, description, standard, components } of placed) {
      const [first, ...others] = components;
      expect([file, components.map((each) => attribute(each, 'formFactor'))]).toEqual([file, ['0', '1', '2']]);
      for (const other of others) {
        expect(attribute(other, 'name')).toBe(attribute(first!, 'name'));
        expect(apartFromFormFactor(other)).toEqual(apartFromFormFactor(first!));
      }
      expect(standard).toHaveLength(1);
      const target = attribute(description, 'forControl');
      const controls = [...descendants(root, 'control')].filter((each) => attribute(each, 'uniqueid') === target);
      expect([file, controls.length]).toEqual([file, target === '' ? 0 : 1]);
      for (const control of controls)
        expect(attribute(control, 'classid').toLowerCase()).toBe(attribute(standard[0]!, 'id').toLowerCase());
    }
  });

  it('get only properties they have, bound to columns of the kind they take', () => {
    for (const { file, components } of placed) {
      const manifest = manifestOf(controlOf(components[0]!));
      const table = tableOf(/rcc_\w+/.exec(file)?.[0].toLowerCase() ?? '');
      for (const parameter of children(child(components[0]!, 'parameters'))) {
        if (parameter.name === 'data-set') {
          expect(namesOf(manifest, 'data-set')).toEqual([attribute(parameter, 'name')]);
          continue;
        }
        const property = children(manifest, 'property').find((each) => attribute(each, 'name') === parameter.name);
        const { type } = table.columns.get(textOf(parameter))!;
        expect([parameter.name, property && attribute(property, 'usage')]).toEqual([parameter.name, 'bound']);
        expect([parameter.name, type]).toEqual([parameter.name, kindOf(property!)]);
      }
    }
  });

  it('find in every view an agent can choose the columns they name, but for the long texts, which are read when needed', () => {
    const named = defaultOf('TicketTriage', 'ticketColumns')
      .split(';')
      .map((pair) => pair.trim().split('=') as [string, string]);
    const shown = namesOf(child(manifestOf('TicketTriage'), 'data-set'), 'property-set');
    const needed = named
      .filter(([meaning]) => shown.includes(meaning) && !['draftFacts', 'orderContext'].includes(meaning))
      .map(([, column]) => column.toLowerCase());
    expect(needed.length).toBeGreaterThan(25);
    for (const { labels, columns } of readViews(SOURCE, tableOf('rcc_ticket')))
      expect([labels.get(1033), needed.filter((column) => !columns.includes(column))]).toEqual([labels.get(1033), []]);
  });

  it('find every figure in the view of the dashboard', () => {
    const dashboard = placed.find(
      ({ file, components }) =>
        file.startsWith('Dashboards') &&
        textAt(components[0]!, 'parameters', 'data-set', 'TargetEntityType') === 'rcc_dailymetric',
    )!;
    const id = textAt(dashboard.components[0]!, 'parameters', 'data-set', 'ViewId').replace(/[{}]/g, '');
    const view = readViews(SOURCE, tableOf('rcc_dailymetric')).find((each) => each.id === id)!;
    const prefix = defaultOf('TicketAnalytics', 'columnPrefix');
    const needed = namesOf(child(manifestOf('TicketAnalytics'), 'data-set'), 'property-set').map(
      (name) => `${prefix}${name.toLowerCase()}`,
    );
    expect(needed.filter((column) => !view.columns.includes(column))).toEqual([]);
  });
});

describe('Every dashboard', () => {
  const dashboards = files.filter(({ file }) => file.startsWith('Dashboards'));

  it('has at most six tiles, as many as the platform shows, each of a view and chart of its table', () => {
    for (const { file, root } of dashboards) {
      const tiles = [...descendants(root, 'control')].map((control) => child(control, 'parameters'));
      expect([file, tiles.length <= 6 && tiles.length > 0]).toEqual([file, true]);
      for (const tile of tiles) {
        const { schemaName } = tableOf(textAt(tile, 'TargetEntityType'));
        const chart = textAt(tile, 'VisualizationId');
        expect(textAt(tile, 'ChartGridMode')).toBe(chart === '' ? 'Grid' : 'Chart');
        const folder = join(SOURCE, 'Entities', schemaName);
        expect(readdirSync(join(folder, 'SavedQueries'))).toContain(`${textAt(tile, 'ViewId')}.xml`);
        if (chart !== '') expect(readdirSync(join(folder, 'Visualizations'))).toContain(`${chart}.xml`);
      }
    }
  });

  it('is listed in the manifest', () => {
    const manifest = readXmlFile(join(SOURCE, 'Other', 'Solution.xml'));
    const listed = [...descendants(manifest, 'RootComponent')]
      .filter((each) => attribute(each, 'type') === '60')
      .map((each) => attribute(each, 'id'));
    expect(listed).toEqual(dashboards.map(({ root }) => textAt(root, 'FormId')).sort());
  });
});
