import type { TableView } from '../desk-data';
import { createLiveWebApi } from './web-api';

const owner = { name: 'ownerid', type: 'owner', label: {} };
const tableOf = (name: string): Promise<TableView> =>
  Promise.resolve({
    name,
    set: `${name}s`,
    primaryId: `${name}id`,
    primaryName: 'name',
    columns: name === 'rcc_message' ? [owner] : [],
    views: [],
  });

/** A service that notes what it is asked for. */
function noted() {
  const asked: unknown[][] = [];
  const note =
    <T>(name: string, answer: T) =>
    (...values: unknown[]) => {
      asked.push([name, ...values]);
      return Promise.resolve(answer);
    };
  const next = 'https://org.example/api/data/rcc_messages?$select=a&$skiptoken=%7B1%7D';
  const service = {
    list: note('list', { value: [{ a: 1 }], '@odata.nextLink': next }),
    row: note('row', { a: 1 }),
    create: note('create', { rcc_messageid: 'new', accountid: 'new' }),
    change: note('change', {}),
  };
  return { asked, api: createLiveWebApi(service, tableOf, 'me') };
}

it('gives a new row to who makes it, unless the table has no owners or the row names another', async () => {
  const { asked, api } = noted();
  expect(await api.createRecord('rcc_message', { a: 1 } as never)).toEqual({ entityType: 'rcc_message', id: 'new' });
  await api.createRecord('account', { a: 1 } as never);
  await api.createRecord('rcc_message', { 'ownerid@odata.bind': '/teams(t)' } as never);
  expect(asked.map(([, , row]) => row)).toEqual([
    { a: 1, 'ownerid@odata.bind': '/systemusers(me)' },
    { a: 1 },
    { 'ownerid@odata.bind': '/teams(t)' },
  ]);
});

it('asks by the tables’ names in addresses and plain ids, and notes what was asked', async () => {
  const { asked, api } = noted();
  await api.retrieveRecord('rcc_ticket', '{ABC}', '?$select=a');
  await api.updateRecord('rcc_ticket', '{ABC}', { a: 1 } as never);
  expect(asked).toEqual([
    ['row', 'rcc_tickets', 'abc', '?$select=a'],
    ['change', 'rcc_tickets', 'abc', { a: 1 }],
  ]);
  expect(api.calls.map(({ name }) => name)).toEqual(['retrieveRecord', 'updateRecord']);
});

it('leads to the next page by the options of its link', async () => {
  const { asked, api } = noted();
  const { entities, nextLink } = await api.retrieveMultipleRecords('rcc_message', '?$select=a', 50);
  expect([entities, nextLink]).toEqual([[{ a: 1 }], '?$select=a&$skiptoken=%7B1%7D']);
  await api.retrieveMultipleRecords('rcc_message', nextLink, 50);
  expect(asked.at(-1)).toEqual(['list', 'rcc_messages', '?$select=a&$skiptoken=%7B1%7D', 50]);
});
