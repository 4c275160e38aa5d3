/** @jest-environment jsdom */
import type { TableView, ViewView } from '../desk-data';
import { viewRows } from './row-source';

const table: TableView = {
  name: 'rcc_ticket',
  set: 'rcc_tickets',
  primaryId: 'rcc_ticketid',
  primaryName: 'rcc_title',
  columns: [
    { name: 'rcc_title', type: 'nvarchar', label: { 1033: 'Title' } },
    { name: 'rcc_agent', type: 'lookup', label: {} },
    { name: 'rcc_due', type: 'datetime', label: {} },
    {
      name: 'rcc_priority',
      type: 'picklist',
      label: {},
      options: [{ value: 1, label: { 1033: 'High', 3082: 'Alta' } }],
    },
  ],
  views: [],
};
const view: ViewView = {
  id: 'v',
  label: {},
  columns: [],
  fetchXml: '<fetch><entity name="rcc_ticket"/></fetch>',
};
const query = { columns: [], sorting: [], filter: undefined, pageSize: 2 };

/** A server with five rows that notes which pages it is asked for. */
function server() {
  const pages: number[] = [];
  const fetchXml = (_set: string, xml: string) => {
    const page = Number(/page="(\d+)"/.exec(xml)?.[1]);
    pages.push(page);
    const numbers = [1, 2, 3, 4, 5].slice(page * 2 - 2, page * 2);
    return Promise.resolve({
      value: numbers.map((number) => ({
        rcc_ticketid: `id${number}`,
        rcc_title: `T${number}`,
        _rcc_agent_value: 'a1',
        '_rcc_agent_value@OData.Community.Display.V1.FormattedValue': 'Ana',
        '_rcc_agent_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'systemuser',
        rcc_due: '2026-03-02T10:00:00Z',
        rcc_priority: 1,
      })),
      '@Microsoft.Dynamics.CRM.totalrecordcount': 5,
      ...(page < 3 ? { '@odata.nextLink': 'https://next' } : {}),
    });
  };
  return { pages, rows: viewRows({ fetchXml }, table, view, { userId: 'me', language: 3082 }) };
}

it('asks for each page once, also when two are asked for at a time, and then for no more', async () => {
  const { pages, rows } = server();
  const take = rows.find(query);
  const [first, both] = await Promise.all([take(2), take(4)]);
  expect([pages, first.records.length, both.records.length, first.hasMore]).toEqual([[1, 2], 2, 4, true]);
  expect(both.records[0]).toBe(first.records[0]);
  const all = await take(100);
  await take(100);
  expect([pages, all.records.length, all.hasMore, all.total]).toEqual([[1, 2, 3], 5, false, 5]);
});

it('begins anew with each query', async () => {
  const { pages, rows } = server();
  await rows.find(query)(2);
  await rows.find(query)(2);
  expect(pages).toEqual([1, 1]);
});

it('gives values as a control finds them: references, instants, choices in the person’s language', async () => {
  const [record] = (await server().rows.find(query)(1)).records;
  expect(record?.getValue('rcc_agent')).toEqual({ id: 'a1', name: 'Ana', entityType: 'systemuser' });
  expect(record?.getValue('rcc_due')).toEqual(new Date('2026-03-02T10:00:00Z'));
  expect([record?.getValue('rcc_priority'), record?.getFormattedValue('rcc_priority')]).toEqual([1, 'Alta']);
  expect(record?.getNamedReference()).toEqual({ id: { guid: 'id1' }, etn: 'rcc_ticket', name: 'T1' });
});
