import { openDataverseFixture, type DataverseFixture } from './stand-in.fixture';

let fixture: DataverseFixture;
beforeAll(async () => {
  fixture = openDataverseFixture({ pageSize: 3 });
  const contact = await fixture.call('CreateRecord', {
    entityName: 'contacts',
    item: { fullname: 'Ana Ruiz', emailaddress1: 'ana+shop@example.com' },
  });
  for (let number = 1; number <= 7; number += 1) {
    await fixture.call('CreateRecord', {
      entityName: 'rcc_tickets',
      item: {
        rcc_title: `Ticket ${number}`,
        rcc_channel: 727000000 + (number % 2),
        rcc_customeremail: number === 4 ? 'Ana+Shop@example.com' : `person${number}@example.com`,
        ...(number > 5 ? {} : { rcc_ordernumber: `ORD-${number}` }),
        ...(number === 4 ? { 'rcc_Customer@odata.bind': `/contacts(${String(contact.body.contactid)})` } : {}),
      },
    });
  }
});
afterAll(() => fixture.remove());

const list = (options: Record<string, unknown>) =>
  fixture.call('ListRecords', { entityName: 'rcc_tickets', ...options });
const titles = async (options: Record<string, unknown>) => {
  const { body } = await list(options);
  return body.value.map((row) => Number(String(row.rcc_title).slice(-1)));
};

describe('ListRecords', () => {
  it('gives pages with a next link that leads through all rows once', async () => {
    const seen: unknown[] = [];
    let token: string | undefined;
    for (;;) {
      const { body } = await list({ $select: 'rcc_title', $skiptoken: token });
      seen.push(...body.value.map((row) => row.rcc_title));
      const next = body['@odata.nextLink'];
      if (next === undefined) break;
      expect(body.value).toHaveLength(3);
      token = new URL(String(next)).searchParams.get('$skiptoken')!;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7].map((number) => `Ticket ${number}`));
  });

  it('gives whole pages at once, and then no next link, when the action paginates', async () => {
    const all = (count: number) => fixture.call('ListRecords', { entityName: 'rcc_tickets' }, count);
    expect((await all(4)).body.value).toHaveLength(6);
    expect((await all(4)).body).not.toHaveProperty('@odata.nextLink');
    expect((await all(5000)).body.value).toHaveLength(7);
  });

  it('gives smaller pages to a caller who prefers them, never larger ones', async () => {
    const first = (await list({ $select: 'rcc_title', prefer: 'odata.include-annotations=*,odata.maxpagesize=2' }))
      .body;
    expect(first.value).toHaveLength(2);
    const $skiptoken = new URL(String(first['@odata.nextLink'])).searchParams.get('$skiptoken')!;
    expect(await titles({ $skiptoken, prefer: 'odata.maxpagesize=2' })).toEqual([3, 4]);
    expect(await titles({ prefer: 'odata.maxpagesize=100' })).toEqual([1, 2, 3]);
  });

  it('tells with FetchXML how many rows all pages have, when it is asked', async () => {
    const fetch = (attributes: string) =>
      list({ fetchXml: `<fetch count="2" ${attributes}><entity name="rcc_ticket"/></fetch>` });
    const counted = (await fetch('page="2" returntotalrecordcount="true"')).body;
    expect([counted.value.length, counted['@Microsoft.Dynamics.CRM.totalrecordcount']]).toEqual([2, 7]);
    expect((await fetch('')).body).not.toHaveProperty('@Microsoft.Dynamics.CRM.totalrecordcount');
  });

  it('cuts at $top, and then gives no next link', async () => {
    const { body } = await list({ $top: 2 });
    expect(body.value).toHaveLength(2);
    expect(body).not.toHaveProperty('@odata.nextLink');
    expect((await list({ $top: 0 })).statusCode).toBe(400);
  });

  it('orders by several columns, rows without a value first, and the other way round', async () => {
    expect(await titles({ $orderby: 'rcc_ordernumber desc, rcc_title asc', $top: 3 })).toEqual([5, 4, 3]);
    expect(await titles({ $orderby: 'rcc_ordernumber,rcc_title desc', $top: 3 })).toEqual([7, 6, 1]);
    expect((await list({ $orderby: '_rcc_customer_value' })).statusCode).toBe(400);
    expect((await list({ $orderby: 'rcc_title upwards' })).statusCode).toBe(400);
  });

  it('shows only what is selected, with the key and the etag', async () => {
    const { body } = await list({ $select: 'rcc_title,_rcc_customer_value', $top: 1 });
    expect(Object.keys(body.value[0]!).sort()).toEqual(
      [
        '@odata.editLink',
        '@odata.etag',
        '@odata.id',
        '@odata.type',
        '_rcc_customer_value',
        'rcc_ticketid',
        'rcc_title',
      ].sort(),
    );
    for (const $select of ['rcc_nothing', 'rcc_customer', 'rcc_title,']) {
      expect((await list({ $select })).body.error.code).toBe('0x80060888');
    }
  });

  it('expands lookups with selected columns', async () => {
    const { body } = await list({
      $filter: "rcc_title eq 'ticket 4'",
      $select: 'rcc_title',
      $expand: 'rcc_Customer($select=fullname,emailaddress1),rcc_AssignedAgent',
    });
    expect(body.value).toMatchObject([{ rcc_Customer: { fullname: 'Ana Ruiz' }, rcc_AssignedAgent: null }]);
    expect(body.value[0]!.rcc_Customer).not.toHaveProperty('telephone1');
    expect((await list({ $expand: 'rcc_customer' })).statusCode).toBe(400);
  });

  it('needs + & # in a literal percent-encoded, and says so', async () => {
    const address = 'ana+shop@example.com';
    const wrong = await list({ $filter: `rcc_customeremail eq '${address}'` });
    expect(wrong.statusCode).toBe(400);
    expect(wrong.body.error.message).toMatch(/'\+' in \$filter has to be written as %2B: use encodeUriComponent/);
    expect(await titles({ $filter: `rcc_customeremail eq '${encodeURIComponent(address)}'` })).toEqual([4]);
  });

  it('reads through a navigation property', async () => {
    expect(await titles({ $filter: "rcc_Customer/fullname eq 'ana ruiz'" })).toEqual([4]);
    expect((await list({ $filter: "rcc_Nobody/fullname eq 'x'" })).statusCode).toBe(400);
  });

  it.each([
    ['rcc_nothing eq 1', 400, /named 'rcc_nothing'/],
    ['rcc_title eq 1', 400, /'rcc_title'/],
    ["rcc_channel eq 'email'", 400, /'rcc_channel'/],
    ["_rcc_customer_value eq 'x'", 400, /'rcc_customer'/],
    ['rcc_title eq', 400, /found the end/],
    ["rcc_title eq 'a' and", 400, /found the end/],
    ["(rcc_title eq 'a'", 400, /'\)'/],
    ["rcc_title = 'a'", 400, /found =/],
    ["rcc_title ? 'a'", 400, /position 10/],
    ["'a' eq rcc_title", 400, /a property name/],
    ["rcc_title gt null or rcc_title eq 'a'", 400, /null/],
    ["tolower(rcc_title) eq 'a'", 501, /'tolower'/],
    ['createdon gt 2026-13-45', 400, /createdon/],
    ['rcc_confidence add 1 eq 2', 400, /eq, ne/],
  ])('refuses the filter %s', async ($filter, statusCode, text) => {
    const answer = await list({ $filter });
    expect(answer.statusCode).toBe(statusCode);
    expect(answer.body.error.message).toMatch(text);
  });
});

describe('GetItem', () => {
  it('finds by id in any case and by alternate key', async () => {
    const { body } = await list({ $top: 1, $select: 'rcc_ticketid' });
    const get = (recordId: string) =>
      fixture.call('GetItem', { entityName: 'rcc_tickets', recordId, $select: 'rcc_title' });
    expect((await get(String(body.value[0]!.rcc_ticketid).toUpperCase())).body.rcc_title).toBe('Ticket 1');
    expect((await get("rcc_ticketnumber='TKT-000002'")).body.rcc_title).toBe('Ticket 2');
    expect((await get("rcc_ticketnumber='TKT-999999'")).statusCode).toBe(404);
    expect((await get('00000000-0000-0000-0000-000000000000')).statusCode).toBe(404);
    const unknown = await get("rcc_title='Ticket 1'");
    expect(unknown.statusCode).toBe(400);
    expect(unknown.body.error.message).toMatch(/key in the request URI is not valid for resource .*rcc_ticket'/);
    expect((await get('TKT-000002')).statusCode).toBe(400);
  });
});
