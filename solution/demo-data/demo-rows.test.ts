import { projectFile } from '../../proxy/src/project-file';
import { readTables } from '../tables/read-tables';
import { demoId, demoRows } from './demo-rows';
import type { SourceRow, SourceTable } from './source';

const tables = new Map(readTables(projectFile('solution/core/src')).map((table) => [table.logicalName, table]));
const ANNA = { email: 'anna@shop.example', firstname: 'Anna', lastname: 'Weber', agent: true };
const ANNAS_ID = 'a0000000-0000-4000-8000-000000000001';
const users = new Map([[ANNA.email, ANNAS_ID]]);

const ticket: SourceRow = { id: 1, rcc_title: 'Where is my order?', rcc_channel: 'Email', statuscode: 'Assigned' };
const message: SourceRow = { id: 2, rcc_ticket: 1, rcc_subject: 'Hello', rcc_direction: 'Inbound' };
const policy: SourceRow = {
  id: 3,
  rcc_name: 'High',
  rcc_priority: 'High',
  rcc_firstresponseminutes: 240,
  rcc_resolutionminutes: 1440,
};

const source = (table: string, ...rows: SourceRow[]): SourceTable => ({ file: `rows/${table}.json`, table, rows });
const read = (sources: SourceTable[], known: ReadonlyMap<string, string> = users) =>
  demoRows(sources, tables, [ANNA], known);

describe('a row of the source', () => {
  it('has choices by their labels, pointers by the numbers of rows, people by their addresses, objects as JSON', () => {
    const filled = { ...ticket, rcc_assignedagent: ANNA.email, rcc_triagejson: { intent: 'returns' } };
    const [tickets, messages] = read([source('rcc_ticket', filled), source('rcc_message', message)]).tables;
    expect(tickets!.rows).toEqual([
      {
        id: '7c9e1a10-0019-4a00-9a00-000000000001',
        values: new Map<string, unknown>([
          ['rcc_title', 'Where is my order?'],
          ['rcc_channel', 727000000],
          ['statuscode', 727000003],
          ['rcc_assignedagent', { table: 'systemuser', id: ANNAS_ID, name: 'Anna Weber' }],
          ['rcc_triagejson', '{"intent":"returns"}'],
          ['ownerid', { table: 'systemuser', id: ANNAS_ID, name: 'Anna Weber' }],
        ]),
      },
    ]);
    expect(messages!.rows[0]!.values.get('rcc_ticket')).toEqual({
      table: 'rcc_ticket',
      id: demoId(1),
      name: 'Where is my order?',
    });
  });

  it.each<[string, SourceTable, RegExp]>([
    ['an unknown table', source('rcc_nothing', ticket), /rows\/rcc_nothing\.json: there is no table rcc_nothing/],
    ['an unknown column', source('rcc_ticket', { ...ticket, rcc_titel: 'x' }), /row 1, rcc_titel: .*no such column/],
    [
      'a column of the platform',
      source('rcc_ticket', { ...ticket, modifiedon: '2026-03-01' }),
      /modifiedon: the platform/,
    ],
    [
      'an unknown label',
      source('rcc_ticket', { ...ticket, rcc_channel: 'Fax' }),
      /rcc_channel: "Fax" is none.*Email, Chat/,
    ],
    [
      'a text that is too long',
      source('rcc_ticket', { ...ticket, rcc_language: 'x'.repeat(11) }),
      /11 characters, 10 are/,
    ],
    ['an empty text', source('rcc_ticket', { ...ticket, rcc_language: '' }), /rcc_language: an empty text/],
    ['a number that is too large', source('rcc_ticket', { ...ticket, rcc_confidence: 1.1 }), /not between 0 and 1/],
    ['a fraction', source('rcc_slapolicy', { ...policy, rcc_resolutionminutes: 1.5 }), /1.5 is no whole number/],
    ['a text for a number', source('rcc_ticket', { ...ticket, rcc_confidence: '1' }), /"1" is no number/],
    [
      'a date that is none',
      source('rcc_ticket', { ...ticket, rcc_resolvedon: '2026-13-01T00:00:00Z' }),
      /is no instant/,
    ],
    [
      'a text for yes or no',
      source('rcc_ticket', { ...ticket, rcc_requireshumanreview: 'yes' }),
      /neither true nor false/,
    ],
    [
      'a missing column',
      source('rcc_slapolicy', { ...policy, rcc_priority: undefined }),
      /rcc_priority: undefined is none/,
    ],
    ['a row that is not there', source('rcc_message', message), /rcc_ticket: no row of rcc_ticket has the number 1/],
    [
      'somebody unknown',
      source('rcc_ticket', { ...ticket, rcc_assignedagent: 'x@y.example' }),
      /names nobody.*x@y\.example/,
    ],
  ])('with %s is refused by file, row and column', (_, table, message) => {
    expect(() => read([table])).toThrow(message);
  });

  it('without a required column is refused', () => {
    const { rcc_name: _name, ...nameless } = policy;
    expect(() => read([source('rcc_slapolicy', nameless)])).toThrow('row 3: rcc_name is missing and has to be filled');
  });

  it('with the number of another row is refused', () => {
    expect(() => read([source('rcc_ticket', ticket, ticket)])).toThrow('row 1: another row has that number');
  });

  it('has all its problems in one message', () => {
    const wrong = { ...ticket, rcc_channel: 'Fax', rcc_confidence: 2 };
    expect(() => read([source('rcc_ticket', wrong)])).toThrow(/Fax[\s\S]*not between 0 and 1/);
  });
});

describe('without a user', () => {
  const nobody = new Map<string, string>();

  it('a ticket of that person is left out, with what points at it, and counted', () => {
    const mine = { ...ticket, rcc_assignedagent: ANNA.email };
    const { tables: found, leftOut } = read([source('rcc_ticket', mine), source('rcc_message', message)], nobody);
    expect(found.map(({ rows }) => rows)).toEqual([[], []]);
    expect([...leftOut]).toEqual([
      ['rcc_ticket', 1],
      ['rcc_message', 1],
    ]);
  });

  it('a row that only mentions that person comes without the mention', () => {
    const { tables: found, leftOut } = read([source('rcc_ticket', { ...ticket, rcc_correctedby: ANNA.email })], nobody);
    expect(found[0]!.rows[0]!.values.has('rcc_correctedby')).toBe(false);
    expect(leftOut.size).toBe(0);
  });
});
