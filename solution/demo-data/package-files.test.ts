import { projectFile } from '../../proxy/src/project-file';
import { readTables } from '../tables/read-tables';
import { attribute, child, children, type XmlElement } from '../xml/element';
import { readXml } from '../xml/read-xml';
import { demoRows } from './demo-rows';
import { packageFiles } from './package-files';

const tables = new Map(readTables(projectFile('solution/core/src')).map((table) => [table.logicalName, table]));
const ANNA = { email: 'anna@shop.example', firstname: 'Anna', lastname: 'Weber', agent: true };
const users = new Map([[ANNA.email, 'a0000000-0000-4000-8000-000000000001']]);

const { tables: rows } = demoRows(
  [
    {
      file: 'agents',
      table: 'rcc_agentprofile',
      rows: [
        {
          id: 1,
          rcc_name: 'Anna "A" Weber',
          rcc_user: ANNA.email,
          rcc_teams: ['Orders', 'Care'],
          rcc_languages: 'en',
          rcc_capacity: 5,
          rcc_timezone: 'UTC',
          rcc_available: true,
        },
      ],
    },
    {
      file: 'tickets',
      table: 'rcc_ticket',
      rows: [
        {
          id: 2,
          rcc_title: '1 < 2 & 3',
          rcc_channel: 'Email',
          rcc_draftreply: 'Hello,\n\n\tAnna',
          rcc_assignedagent: ANNA.email,
          rcc_confidence: 0.75,
          rcc_resolvedon: '2026-03-01T10:00:00Z',
          statuscode: 'Closed',
        },
      ],
    },
    { file: 'none', table: 'rcc_team', rows: [] },
  ],
  tables,
  [ANNA],
  users,
);
const files = packageFiles(rows, '2026-03-20');
const document = (name: string): XmlElement => readXml(files.get(name)!, name);
const named = (root: XmlElement, name: string) =>
  children(root, 'entity').find((one) => attribute(one, 'name') === name)!;
const attributesOf = (root: XmlElement) => children(root, 'field').map(({ attributes }) => attributes);
const record = (table: string) => child(named(document('data.xml'), table), 'records', 'record');

it('a package has its data, their schema and the content types', () => {
  expect([...files.keys()]).toEqual(['[Content_Types].xml', 'data.xml', 'data_schema.xml']);
});

it('values are written as the import reads them, signs and line ends kept', () => {
  expect(attributesOf(record('rcc_ticket'))).toEqual([
    { name: 'rcc_ticketid', value: '7c9e1a10-0019-4a00-9a00-000000000002' },
    { name: 'rcc_title', value: '1 < 2 & 3' },
    { name: 'rcc_channel', value: '727000000' },
    { name: 'rcc_draftreply', value: 'Hello,\n\n\tAnna' },
    {
      name: 'rcc_assignedagent',
      value: 'a0000000-0000-4000-8000-000000000001',
      lookupentity: 'systemuser',
      lookupentityname: 'Anna Weber',
    },
    { name: 'rcc_confidence', value: '0.75' },
    { name: 'rcc_resolvedon', value: '2026-03-01T10:00:00.0000000Z' },
    { name: 'statuscode', value: '2' },
    {
      name: 'ownerid',
      value: 'a0000000-0000-4000-8000-000000000001',
      lookupentity: 'systemuser',
      lookupentityname: 'Anna Weber',
    },
    { name: 'statecode', value: '1' },
  ]);
  const agent = new Map(attributesOf(record('rcc_agentprofile')).map(({ name, value }) => [name, value]));
  expect([agent.get('rcc_teams'), agent.get('rcc_available')]).toEqual(['[-1,727000000,727000005,-1]', 'True']);
});

it('the schema names every column of the data with its type, tables in the order of import', () => {
  const schema = document('data_schema.xml');
  expect(children(child(schema, 'entityImportOrder')).map((one) => one.children)).toEqual([
    ['rcc_agentprofile'],
    ['rcc_ticket'],
  ]);
  const ticket = attributesOf(child(named(schema, 'rcc_ticket'), 'fields'));
  expect(ticket.map(({ name, type }) => [name, type])).toEqual([
    ['rcc_ticketid', 'guid'],
    ['rcc_title', 'string'],
    ['rcc_channel', 'optionsetvalue'],
    ['rcc_confidence', 'decimal'],
    ['rcc_draftreply', 'string'],
    ['rcc_assignedagent', 'entityreference'],
    ['rcc_resolvedon', 'datetime'],
    ['ownerid', 'owner'],
    ['statuscode', 'status'],
    ['statecode', 'state'],
  ]);
});

it('rows are compared by a key of the desk where there is one, else by their id, never by their name', () => {
  const compared = (table: string) =>
    attributesOf(child(named(document('data_schema.xml'), table), 'fields'))
      .filter(({ updateCompare }) => updateCompare === 'true')
      .map(({ name }) => name);
  expect(compared('rcc_agentprofile')).toEqual(['rcc_user']);
  expect(compared('rcc_ticket')).toEqual(['rcc_ticketid']);
});
