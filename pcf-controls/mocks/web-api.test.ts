import * as fc from 'fast-check';
import { countsOf } from './recorder';
import { createWebApi } from './web-api';

const TICKET = '5e1f0000-0000-4000-8000-00000000000a';

describe('the Web API', () => {
  it('keeps, changes and deletes rows, with lookups as the platform answers them', async () => {
    const api = createWebApi();
    const { id } = await api.createRecord('rcc_message', {
      rcc_body: 'Hello',
      'rcc_Ticket@odata.bind': `/rcc_tickets(${TICKET})`,
    });
    await api.updateRecord('rcc_message', `{${id.toUpperCase()}}`, { rcc_status: 2 });
    expect(await api.retrieveRecord('rcc_message', id)).toEqual({
      rcc_messageid: id,
      rcc_body: 'Hello',
      rcc_status: 2,
      _rcc_ticket_value: TICKET,
    });
    await api.deleteRecord('rcc_message', id);
    await expect(api.retrieveRecord('rcc_message', id)).rejects.toMatchObject({
      message: expect.stringContaining('Does Not Exist') as string,
    });
    expect(countsOf(api.calls)).toEqual({ createRecord: 1, updateRecord: 1, retrieveRecord: 2, deleteRecord: 1 });
  });

  it('selects, filters, orders, cuts and pages', async () => {
    const rows = Array.from({ length: 7 }, (_, index) => ({
      rcc_title: `It's ${index}`,
      rcc_rank: index % 3,
      _rcc_ticket_value: index < 5 ? TICKET : null,
    }));
    const api = createWebApi({ tables: { rcc_message: rows } });
    const query = `?$select=rcc_title&$filter=_rcc_ticket_value eq ${TICKET} and rcc_rank ge 1&$orderby=rcc_rank desc,rcc_title&$top=3`;
    const titles = ({ entities }: ComponentFramework.WebApi.RetrieveMultipleResponse) =>
      entities.map((entity) => entity.rcc_title as string);
    expect(titles(await api.retrieveMultipleRecords('rcc_message', query))).toEqual(["It's 2", "It's 1", "It's 4"]);

    const first = await api.retrieveMultipleRecords('rcc_message', query, 2);
    const second = await api.retrieveMultipleRecords('rcc_message', first.nextLink, 2);
    expect([titles(first), titles(second), second.nextLink]).toEqual([["It's 2", "It's 1"], ["It's 4"], '']);
    const quoted = await api.retrieveMultipleRecords('rcc_message', "$filter=rcc_title eq 'It''s 6'");
    expect(titles(quoted)).toEqual(["It's 6"]);
    expect(Object.keys(first.entities[0] ?? {}).sort()).toEqual(['rcc_messageid', 'rcc_title']);
    const without = await api.retrieveMultipleRecords('rcc_message', '?$filter=_rcc_ticket_value eq null');
    expect(titles(without)).toEqual(["It's 5", "It's 6"]);
  });

  it('pages through every row once, whatever the size of a page', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 6 }), async (count, size) => {
        const rows = Array.from({ length: count }, (_, rank) => ({ rank }));
        const api = createWebApi({ tables: { row: rows } });
        const seen: unknown[] = [];
        let query: string | undefined = '?$orderby=rank desc';
        while (query) {
          const { entities, nextLink } = await api.retrieveMultipleRecords('row', query, size);
          seen.push(...entities.map(({ rank }) => rank as number));
          query = nextLink;
        }
        expect(seen).toEqual(rows.map(({ rank }) => rank).reverse());
      }),
    );
  });

  it('refuses what it does not imitate', async () => {
    const api = createWebApi();
    await expect(api.retrieveMultipleRecords('row', '?$expand=rcc_ticket')).rejects.toThrow('$expand is not imitated');
    await expect(api.retrieveMultipleRecords('row', "?$filter=contains(a,'b')")).rejects.toThrow('is not imitated');
    await expect(api.retrieveMultipleRecords('row', '?$filter=a eq 1 or b eq 2')).rejects.toThrow('is not imitated');
  });

  it('fails for all calls or for some, and is well again', async () => {
    const api = createWebApi({ failure: 'Busy.' });
    await expect(api.createRecord('row', {})).rejects.toMatchObject({ message: 'Busy.' });
    api.failure = ({ name, arguments: [table] }) => (name === 'createRecord' && table === 'row' ? 'No.' : undefined);
    await expect(api.createRecord('row', {})).rejects.toMatchObject({ message: 'No.' });
    await api.createRecord('other', {});
    api.failure = undefined;
    await api.createRecord('row', {});
    expect(api.rows('row')).toHaveLength(1);
  });
});
