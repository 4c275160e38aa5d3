import fc from 'fast-check';
import { SERVICE_USER_ID } from './dataverse';
import { openDataverseFixture, type DataverseFixture } from './stand-in.fixture';

const ID = '11111111-2222-4333-8444-555555555555';
const OTHER = '11111111-2222-4333-8444-666666666666';
const FORMATTED = '@OData.Community.Display.V1.FormattedValue';

let fixture: DataverseFixture;
beforeEach(() => {
  fixture = openDataverseFixture();
});
afterEach(() => fixture.remove());

const ticket = (item: Record<string, unknown> = {}) => ({
  entityName: 'rcc_tickets',
  item: { rcc_title: 'Where is my order?', rcc_channel: 727000000, ...item },
});
const message = (item: Record<string, unknown> = {}) => ({
  entityName: 'rcc_messages',
  item: { rcc_subject: 'Hello', rcc_direction: 727000000, ...item },
});

describe('CreateRecord', () => {
  it('answers 201 with the whole row: number, defaults, state, times and annotations', async () => {
    const { statusCode, body } = await fixture.call('CreateRecord', ticket({ rcc_confidence: 0.91236 }));
    expect(statusCode).toBe(201);
    expect(body).toMatchObject({
      '@odata.type': '#Microsoft.Dynamics.CRM.rcc_ticket',
      '@odata.id': expect.stringMatching(/\/rcc_tickets\([0-9a-f-]{36}\)$/),
      '@odata.etag': expect.stringMatching(/^W\/"\d+"$/),
      rcc_ticketid: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      rcc_ticketnumber: 'TKT-000001',
      rcc_title: 'Where is my order?',
      rcc_channel: 727000000,
      [`rcc_channel${FORMATTED}`]: 'Email',
      rcc_confidence: 0.9124,
      [`rcc_confidence${FORMATTED}`]: '0.9124',
      rcc_requireshumanreview: false,
      [`rcc_requireshumanreview${FORMATTED}`]: 'No',
      statecode: 0,
      [`statecode${FORMATTED}`]: 'Active',
      statuscode: 1,
      [`statuscode${FORMATTED}`]: 'New',
      createdon: '2026-03-02T09:30:15Z',
      [`createdon${FORMATTED}`]: '3/2/2026 9:30 AM',
      modifiedon: '2026-03-02T09:30:15Z',
      _ownerid_value: SERVICE_USER_ID,
      rcc_ordernumber: null,
      _rcc_customer_value: null,
    });
    expect(body).not.toHaveProperty('rcc_customer');
    expect(body).not.toHaveProperty(`rcc_title${FORMATTED}`);
    expect((await fixture.call('CreateRecord', ticket())).body.rcc_ticketnumber).toBe('TKT-000002');
  });

  it('goes on counting after a restart, and a refused row uses no number', async () => {
    await fixture.call('CreateRecord', ticket());
    await fixture.call('CreateRecord', ticket({ rcc_channel: 5 }));
    fixture.restart();
    expect((await fixture.call('CreateRecord', ticket())).body.rcc_ticketnumber).toBe('TKT-000002');
  });

  it('binds lookups by id and shows them with name, table and navigation property', async () => {
    const contact = await fixture.call('CreateRecord', {
      entityName: 'contacts',
      item: { firstname: 'Ana', lastname: 'Ruiz', emailaddress1: 'ana@example.com' },
    });
    const { body } = await fixture.call(
      'CreateRecord',
      ticket({ 'rcc_Customer@odata.bind': `/contacts(${String(contact.body.contactid)})` }),
    );
    expect(body).toMatchObject({
      _rcc_customer_value: contact.body.contactid,
      [`_rcc_customer_value${FORMATTED}`]: 'Ana Ruiz',
      '_rcc_customer_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'contact',
      '_rcc_customer_value@Microsoft.Dynamics.CRM.associatednavigationproperty': 'rcc_Customer',
    });
  });

  it('binds lookups by alternate key', async () => {
    const created = await fixture.call('CreateRecord', ticket());
    const { body } = await fixture.call(
      'CreateRecord',
      message({ 'rcc_Ticket@odata.bind': "rcc_tickets(rcc_ticketnumber='tkt-000001')" }),
    );
    expect(body._rcc_ticket_value).toBe(created.body.rcc_ticketid);
  });

  it.each([
    ['an unknown column', { rcc_tittle: 'x' }, 400, /Invalid property 'rcc_tittle'/],
    ['a text for a choice', { rcc_intent: 'returns' }, 400, /"returns" of 'rcc_intent'.*Edm\.Int32/],
    ['a choice outside the list', { rcc_intent: 727000099 }, 400, /727000099 is outside.*'rcc_intent'/],
    ['a number out of range', { rcc_confidence: 1.5 }, 400, /1\.5 is outside the range 0 to 1 of 'rcc_confidence'/],
    ['a text for a number', { rcc_statusversion: '1' }, 400, /'rcc_statusversion'/],
    ['a broken number', { rcc_statusversion: 1.5 }, 400, /'rcc_statusversion'/],
    ['a text that is too long', { rcc_language: 'x'.repeat(11) }, 400, /length 11 exceeds.*10 of 'rcc_language'/],
    ['a number for a text', { rcc_ordernumber: 12345 }, 400, /'rcc_ordernumber'.*Edm\.String/],
    ['a text for yes or no', { rcc_requireshumanreview: 'true' }, 400, /'rcc_requireshumanreview'/],
    ['a date that is none', { rcc_resolvedon: '2026-02-31T00:00:00' }, 400, /'rcc_resolvedon'/],
    ['a lookup by its column', { rcc_customer: ID }, 400, /write 'rcc_Customer@odata\.bind'/],
    ['a lookup in the wrong case', { 'rcc_customer@odata.bind': `/contacts(${ID})` }, 400, /write 'rcc_Customer@odata/],
    ['a lookup to another table', { 'rcc_Customer@odata.bind': `/systemusers(${SERVICE_USER_ID})` }, 400, /'contact'/],
    ['a lookup to an unknown set', { 'rcc_Customer@odata.bind': `/people(${ID})` }, 404, /segment 'people'/],
    [
      'a lookup to a missing row',
      { 'rcc_Customer@odata.bind': `/contacts(${ID})` },
      404,
      /contact With Id = .* Does Not/,
    ],
    ['a lookup that is no address', { 'rcc_Customer@odata.bind': 'Ana' }, 400, /'Ana' is no row's address/],
    ['a status of another state', { statuscode: 2 }, 400, /2 is not a valid status code for state code 0/],
    ['an empty required column', { rcc_title: '' }, 400, /Required field 'rcc_title'/],
  ])('refuses %s and stores nothing', async (_, item, statusCode, text) => {
    const answer = await fixture.call('CreateRecord', ticket(item));
    expect(answer.statusCode).toBe(statusCode);
    expect(answer.body.error.message).toMatch(text);
    expect(answer.body.error.code).toMatch(/^0x[0-9a-f]{8}$/);
    expect([...fixture.dataverse.rows('rcc_ticket')]).toEqual([]);
  });

  it('lets exactly one of many writers with one alternate key win, whatever the case of its letters', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('<a@x>', '<A@X>', '<b@x>', "<o'hara@x>"), { minLength: 1, maxLength: 8 }),
        async (keys) => {
          const fresh = openDataverseFixture();
          try {
            const answers = await Promise.all(
              keys.map((key) => fresh.call('CreateRecord', message({ rcc_internetmessageid: key }))),
            );
            const distinct = new Set(keys.map((key) => key.toLowerCase())).size;
            expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(distinct);
            const refused = answers.filter(({ statusCode }) => statusCode === 412);
            expect(refused).toHaveLength(keys.length - distinct);
            for (const { body } of refused) {
              expect(body.error).toMatchObject({
                code: '0x80040237',
                message: 'A record with matching key values already exists.',
              });
            }
          } finally {
            fresh.remove();
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it('refuses an alternate key that exists after a restart, and an id that exists', async () => {
    await fixture.call('CreateRecord', message({ rcc_internetmessageid: '<a@x>', rcc_messageid: ID }));
    fixture.restart();
    expect((await fixture.call('CreateRecord', message({ rcc_internetmessageid: '<a@x>' }))).statusCode).toBe(412);
    expect((await fixture.call('CreateRecord', message({ rcc_messageid: ID }))).statusCode).toBe(412);
    expect((await fixture.call('CreateRecord', message())).statusCode).toBe(201);
    expect((await fixture.call('CreateRecord', message())).statusCode).toBe(201);
  });
});

describe('UpdateRecord', () => {
  it('creates the row with that id when it is missing, and changes it afterwards', async () => {
    const args = { ...ticket(), recordId: ID };
    const created = await fixture.call('UpdateRecord', args);
    expect(created).toMatchObject({ statusCode: 200, body: { rcc_ticketid: ID, rcc_ticketnumber: 'TKT-000001' } });
    fixture.setTime('2026-03-02T10:00:00Z');
    const updated = await fixture.call('UpdateRecord', { ...args, item: { rcc_ordernumber: 'ORD-12345' } });
    expect(updated.body).toMatchObject({
      rcc_ticketid: ID,
      rcc_title: 'Where is my order?',
      rcc_ordernumber: 'ORD-12345',
      createdon: '2026-03-02T09:30:15Z',
      modifiedon: '2026-03-02T10:00:00Z',
    });
    expect(updated.body['@odata.etag']).not.toBe(created.body['@odata.etag']);
    expect([...fixture.dataverse.rows('rcc_ticket')]).toHaveLength(1);
  });

  it('creates and finds rows by an alternate key', async () => {
    const args = { ...message(), recordId: "rcc_internetmessageid='<o''hara@x>'" };
    const created = await fixture.call('UpdateRecord', args);
    expect(created.body.rcc_internetmessageid).toBe("<o'hara@x>");
    const updated = await fixture.call('UpdateRecord', { ...args, item: { rcc_body: 'Hi' } });
    expect(updated.body).toMatchObject({ rcc_messageid: created.body.rcc_messageid, rcc_body: 'Hi' });
  });

  it('clears columns with null, lookups too, and moves the status with its state', async () => {
    await fixture.call('UpdateRecord', {
      ...ticket({ rcc_ordernumber: '1', 'rcc_AssignedAgent@odata.bind': `systemusers(${SERVICE_USER_ID})` }),
      recordId: ID,
    });
    const { body } = await fixture.call('UpdateRecord', {
      entityName: 'rcc_tickets',
      recordId: ID,
      item: { rcc_ordernumber: null, 'rcc_AssignedAgent@odata.bind': null, statecode: 1 },
    });
    expect(body).toMatchObject({ rcc_ordernumber: null, _rcc_assignedagent_value: null, statecode: 1, statuscode: 2 });
    const reopened = await fixture.call('UpdateRecord', {
      entityName: 'rcc_tickets',
      recordId: ID,
      item: { statecode: 0, statuscode: 727000003 },
    });
    expect(reopened.body).toMatchObject({ statecode: 0, statuscode: 727000003 });
  });

  it('refuses to take a key that another row has, or to empty a required column', async () => {
    await fixture.call('CreateRecord', message({ rcc_internetmessageid: '<a@x>', rcc_messageid: ID }));
    await fixture.call('CreateRecord', message({ rcc_internetmessageid: '<b@x>', rcc_messageid: OTHER }));
    const change = (item: Record<string, unknown>) =>
      fixture.call('UpdateRecord', { entityName: 'rcc_messages', recordId: OTHER, item });
    expect((await change({ rcc_internetmessageid: '<A@x>' })).statusCode).toBe(412);
    expect((await change({ rcc_internetmessageid: '<b@x>' })).statusCode).toBe(200);
    expect((await change({ rcc_direction: null })).statusCode).toBe(400);
    expect((await change({ rcc_internetmessageid: '<c@x>' })).statusCode).toBe(200);
    expect((await fixture.call('CreateRecord', message({ rcc_internetmessageid: '<b@x>' }))).statusCode).toBe(201);
  });
});

describe('UpdateOnlyRecord and DeleteRecord', () => {
  it('answer 404 for a missing row, by id and by key', async () => {
    const byId = { entityName: 'rcc_tickets', recordId: ID, item: {} };
    const byKey = { entityName: 'rcc_tickets', recordId: "rcc_ticketnumber='TKT-9'", item: {} };
    for (const operation of ['UpdateOnlyRecord', 'DeleteRecord']) {
      const answer = await fixture.call(operation, byId);
      expect(answer).toMatchObject({
        statusCode: 404,
        body: { error: { code: '0x80040217', message: `rcc_ticket With Id = ${ID} Does Not Exist` } },
      });
      expect((await fixture.call(operation, byKey)).statusCode).toBe(404);
    }
  });

  it('take messages along with their ticket, and cut the link of error logs', async () => {
    await fixture.call('UpdateRecord', { ...ticket(), recordId: ID });
    const bound = { 'rcc_Ticket@odata.bind': `/rcc_tickets(${ID})` };
    await fixture.call('CreateRecord', message(bound));
    await fixture.call('CreateRecord', { entityName: 'rcc_errorlogs', item: { rcc_name: 'Failed', ...bound } });
    expect((await fixture.call('DeleteRecord', { entityName: 'rcc_tickets', recordId: ID })).statusCode).toBe(204);
    fixture.restart();
    expect([...fixture.dataverse.rows('rcc_ticket')]).toEqual([]);
    expect([...fixture.dataverse.rows('rcc_message')]).toEqual([]);
    expect([...fixture.dataverse.rows('rcc_errorlog')]).toMatchObject([
      { rcc_name: 'Failed', _rcc_ticket_value: null },
    ]);
  });
});

describe('the stand-in', () => {
  it('refuses unknown operations and sets by name', async () => {
    for (const [operation, statusCode] of [
      ['ExecuteChangeset', 501],
      ['GetRelevantRows', 501],
      ['PerformBackgroundOperation', 501],
      ['EmptyTheTable', 404],
    ] as const) {
      const unknown = await fixture.call(operation, {});
      expect(unknown.statusCode).toBe(statusCode);
      expect(unknown.body.error.message).toContain(operation);
    }
    const set = await fixture.call('CreateRecord', { entityName: 'rcc_ticket', item: {} });
    expect(set.statusCode).toBe(404);
    expect(set.body.error.message).toBe("Resource not found for the segment 'rcc_ticket'.");
  });
});
