import { schemaCompiler } from '../../proxy/src/contract/compile-schema';
import { readConnectorDocument } from '../../proxy/src/contract/connector-document';
import type { DemoTable } from '../../solution/demo-data/demo-rows';
import { readDemoData } from '../../solution/demo-data/demo-data';
import { packageFiles } from '../../solution/demo-data/package-files';
import { demoPeople } from '../../solution/demo-data/source';
import type { Table } from '../../solution/tables/table';
import { attribute, child, children, type XmlElement } from '../../solution/xml/element';
import { readXml } from '../../solution/xml/read-xml';
import { openDataverseFixture, type DataverseFixture } from '../../workbench/dataverse/stand-in.fixture';
import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';

const TODAY = '2026-03-20';
const users = new Map(demoPeople().map(({ email }, index) => [email, `a0000000-0000-4000-8000-00000000000${index}`]));

let desk: DataverseFixture;
beforeAll(async () => {
  desk = openDataverseFixture();
  for (const { email, firstname, lastname } of demoPeople()) {
    const item = { firstname, lastname, internalemailaddress: email };
    await upsert('systemusers', users.get(email)!, item);
  }
});
afterAll(() => desk.remove());

async function upsert(entityName: string, recordId: string, item: Record<string, unknown>): Promise<void> {
  const { statusCode, body } = await desk.call('UpdateRecord', { entityName, recordId, item });
  if (statusCode >= 300) throw new Error(`${entityName} ${recordId}: ${body.error.message}`);
}

/** What the Web API takes for a value of the package. */
function itemOf(table: Table, record: XmlElement): Record<string, unknown> {
  const values = children(record, 'field').map(({ attributes: { name = '', value = '', lookupentity } }) => {
    const { type, targets, dateOnly } = table.columns.get(name)!;
    if (lookupentity !== undefined) {
      const target = targets!.find(({ table: one }) => one === lookupentity)!;
      const { entitySetName } = desk.dataverse.tables.get(lookupentity)!;
      return [`${target.navigationProperty}@odata.bind`, `/${entitySetName}(${value})`];
    }
    if (type === 'bit') return [name, value === 'True'];
    if (type === 'multiselectpicklist') return [name, value.replace(/^\[-1,|,-1\]$/g, '')];
    if (type === 'datetime') return [name, dateOnly ? value.slice(0, 10) : value];
    return [name, ['int', 'decimal', 'picklist', 'state', 'status'].includes(type) ? Number(value) : value];
  });
  return Object.fromEntries(values);
}

/** Imports a package as the tool does: table by table in the order of its schema, a row that is there is changed. */
async function importPackage(tables: readonly DemoTable[]): Promise<void> {
  const files = packageFiles(tables, TODAY);
  const data = readXml(files.get('data.xml')!, 'data.xml');
  const schema = readXml(files.get('data_schema.xml')!, 'data_schema.xml');
  for (const {
    children: [name],
  } of children(child(schema, 'entityImportOrder'))) {
    const table = desk.dataverse.tables.get(String(name))!;
    const entity = children(data, 'entity').find((one) => attribute(one, 'name') === name)!;
    for (const record of children(child(entity, 'records')))
      await upsert(table.entitySetName, attribute(record, 'id'), itemOf(table, record));
  }
}

const demo = readDemoData(TODAY, users);
const rows = (table: string): PresentedRow[] => [...desk.dataverse.rows(table)];
const count = () => demo.tables.map(({ table }) => [table.logicalName, rows(table.logicalName).length]);

it('every row is taken by the tables, and importing again doubles none', async () => {
  await importPackage(demo.tables);
  const imported = count();
  expect(imported).toEqual(demo.tables.map(({ table, rows: given }) => [table.logicalName, given.length]));
  await importPackage(demo.tables);
  expect(count()).toEqual(imported);
}, 60_000);

it('has a ticket in every status, and messages for each that was written', () => {
  const statuses = desk.dataverse.tables.get('rcc_ticket')!.columns.get('statuscode')!.options!;
  expect(new Set(rows('rcc_ticket').map(({ statuscode }) => statuscode))).toEqual(new Set(statuses.keys()));
  expect(rows('rcc_message').filter((row) => row._rcc_ticket_value === null)).toEqual([]);
});

it('without users it is a desk of its own: what people have is left out, the rest is taken', () => {
  const { tables, leftOut } = readDemoData(TODAY, new Map());
  expect([...leftOut.keys()].sort()).toEqual([
    'rcc_agentprofile',
    'rcc_dailymetric',
    'rcc_feedback',
    'rcc_message',
    'rcc_ticket',
  ]);
  const kept = new Map(tables.map(({ table, rows: some }) => [table.logicalName, some]));
  expect(kept.get('rcc_agentprofile')).toEqual([]);
  expect(kept.get('rcc_ticket')!.length).toBeGreaterThan(8);
});

it('what tickets hold as JSON is what the connector’s document promises', () => {
  const compile = schemaCompiler(readConnectorDocument().definitions);
  const contents = { rcc_ordercontext: 'OrderContext', rcc_triagejson: 'Triage' };
  for (const [column, definition] of Object.entries(contents)) {
    const isValid = compile({ $ref: `#/definitions/${definition}` });
    const filled = rows('rcc_ticket').filter((row) => row[column] !== null);
    expect(filled.length).toBeGreaterThan(8);
    for (const row of filled) {
      isValid(JSON.parse(String(row[column])));
      expect([row.rcc_title, column, isValid.errors]).toEqual([row.rcc_title, column, null]);
    }
  }
});
