import fc from 'fast-check';
import { refusals } from './dataverse-error';
import type { DataverseOptions } from './dataverse';
import { sampleTables } from './sample-tables.fixture';
import { openDataverseFixture, type Answer, type DataverseFixture } from './stand-in.fixture';

const ID = '11111111-2222-4333-8444-555555555555';
let fixture: DataverseFixture;
const open = (options: Partial<DataverseOptions> = {}) => {
  fixture = openDataverseFixture({ tables: sampleTables(), ...options });
};
afterEach(() => fixture.remove());

const parcel = { entityName: 'sam_parcels', recordId: ID, item: { sam_name: 'A' } };

describe('a refused request', () => {
  it.each<[number, string, RegExp, (call: DataverseFixture['call']) => Promise<Answer>]>([
    [
      400,
      '0x80060888',
      /'sam_x' on type 'Microsoft\.Dynamics\.CRM\.sam_parcel'/,
      (call) => call('ListRecords', { entityName: 'sam_parcels', $select: 'sam_x' }),
    ],
    [
      400,
      '0x80048d19',
      /Invalid property 'sam_x'/,
      (call) => call('CreateRecord', { entityName: 'sam_parcels', item: { sam_x: 1 } }),
    ],
    [
      400,
      '0x80048d19',
      /"5" of 'sam_weight'/,
      (call) => call('CreateRecord', { entityName: 'sam_parcels', item: { sam_weight: '5' } }),
    ],
    [400, '0x80048d19', /'recordId' is missing/, (call) => call('GetItem', { entityName: 'sam_parcels' })],
    [
      400,
      '0x80060891',
      /key in the request URI/,
      (call) => call('GetItem', { entityName: 'sam_parcels', recordId: 'sam_weight=1' }),
    ],
    [
      400,
      '0x80041103',
      /Invalid FetchXML/,
      (call) => call('ListRecords', { entityName: 'sam_parcels', fetchXml: '<fetch>' }),
    ],
    [404, '0x80040217', /^sam_parcel With Id = 1.* Does Not Exist$/, (call) => call('GetItem', parcel)],
    [
      404,
      '0x80060888',
      /^Resource not found for the segment 'nothing'\.$/,
      (call) => call('ListRecords', { entityName: 'nothing' }),
    ],
    [
      501,
      '0x80060889',
      /'year'/,
      (call) => call('ListRecords', { entityName: 'sam_parcels', $filter: 'year(createdon) eq 1' }),
    ],
  ])('is answered %i %s %s', async (statusCode, code, text, send) => {
    open();
    const { statusCode: found, body } = await send(fixture.call);
    expect([found, body.error.code]).toEqual([statusCode, code]);
    expect(body.error.message).toMatch(text);
  });

  it('carries the members that annotations add', async () => {
    open();
    const { body } = await fixture.call('GetItem', parcel);
    const { message } = body.error;
    expect(body.error).toEqual({
      code: '0x80040217',
      message,
      '@Microsoft.PowerApps.CDS.ErrorDetails.OperationStatus': '0',
      '@Microsoft.PowerApps.CDS.ErrorDetails.SubErrorCode': expect.any(String),
      '@Microsoft.PowerApps.CDS.HelpLink': expect.stringContaining('0x80040217'),
      '@Microsoft.PowerApps.CDS.TraceText': message,
      '@Microsoft.PowerApps.CDS.InnerError.Message': message,
    });
  });

  it('405: a row is kept while a restricting relationship has rows', async () => {
    open();
    await fixture.call('UpdateRecord', parcel);
    const item = { sam_name: 'S', 'sam_parcel@odata.bind': `/sam_parcels(${ID})` };
    const seal = await fixture.call('CreateRecord', { entityName: 'sam_seals', item });
    const blocked = await fixture.call('DeleteRecord', parcel);
    expect(blocked).toMatchObject({ statusCode: 405, body: { error: { code: '0x80040227' } } });
    await fixture.call('DeleteRecord', { entityName: 'sam_seals', recordId: seal.body.sam_sealid });
    expect((await fixture.call('DeleteRecord', parcel)).statusCode).toBe(204);
  });

  it('412: a key that exists, and a version that is no longer there', async () => {
    open();
    const first = await fixture.call('UpdateRecord', parcel);
    const twice = await fixture.call('CreateRecord', { entityName: 'sam_parcels', item: { sam_name: 'a' } });
    expect(twice).toMatchObject({
      statusCode: 412,
      body: { error: { code: '0x80040237', message: 'A record with matching key values already exists.' } },
    });
    const tag = String(first.body['@odata.etag']);
    const guarded = (etag: string) =>
      fixture.call('UpdateOnlyRecord', { ...parcel, item: { sam_weight: 1 }, 'If-Match': etag });
    expect((await guarded('*')).statusCode).toBe(200);
    expect(await guarded(tag)).toMatchObject({
      statusCode: 412,
      body: {
        error: {
          code: '0x80060882',
          message: "The version of the existing record doesn't match the RowVersion property provided.",
        },
      },
    });
    const { body } = await fixture.call('GetItem', parcel);
    expect((await guarded(String(body['@odata.etag']))).statusCode).toBe(200);
  });

  it('413: a request that is too large', async () => {
    open({ maxRequestLength: 10 });
    const send = (sam_name: string) => fixture.call('CreateRecord', { entityName: 'sam_parcels', item: { sam_name } });
    expect((await send('x'.repeat(11))).statusCode).toBe(413);
    expect((await send('x'.repeat(10))).statusCode).toBe(201);
  });

  it.each([
    [400, '0x80040265', refusals.plugIn('Too many parcels.'), /Too many parcels/],
    [401, '0x80040225', refusals.unauthenticated(), /sign in again/],
    [403, '0x80040220', refusals.privilegeDenied('prvCreatesam_Parcel', ID), /missing prvCreatesam_Parcel privilege/],
    [500, '0x80040216', refusals.internal(), /unexpected error/],
    [503, '0x8005f030', refusals.unavailable(30), /unavailable/],
  ])(
    '%i %s: when a test has the service refuse it, and then nothing is stored',
    async (statusCode, code, error, text) => {
      open({ refuse: ({ operationId }) => (operationId === 'CreateRecord' ? error : undefined) });
      const answer = await fixture.call('CreateRecord', parcel);
      expect(answer).toMatchObject({ statusCode, body: { error: { code } } });
      expect(answer.body.error.message).toMatch(text);
      expect(answer.headers['Retry-After']).toBe(statusCode === 503 ? '30' : undefined);
      expect((await fixture.call('ListRecords', parcel)).body.value).toEqual([]);
    },
  );
});

describe('the service protection limits', () => {
  const list = () => fixture.call('ListRecords', { entityName: 'sam_parcels' });

  it('are not kept unless a test asks', async () => {
    open();
    const answers = await Promise.all(Array.from({ length: 100 }, list));
    expect(answers.every(({ statusCode }) => statusCode === 200)).toBe(true);
    expect(answers[0]!.headers).not.toHaveProperty('x-ms-ratelimit-burst-remaining-xrm-requests');
  });

  it('429: 6,000 requests in 300 seconds, with a wait that grows while the caller pushes on', async () => {
    open({ limits: {} });
    fixture.setTime('2026-03-02T10:00:00Z');
    for (let count = 0; count < 5_999; count += 1) await list();
    fixture.setTime('2026-03-02T10:01:00Z');
    expect((await list()).headers['x-ms-ratelimit-burst-remaining-xrm-requests']).toBe('0');
    const refused = await list();
    expect(refused).toMatchObject({
      statusCode: 429,
      headers: { 'Retry-After': '240' },
      body: {
        error: {
          code: '0x80072322',
          message: 'Number of requests exceeded the limit of 6000 over time window of 300 seconds.',
        },
      },
    });
    const waits = [];
    for (let count = 0; count < 3; count += 1) waits.push(Number((await list()).headers['Retry-After']));
    expect(waits).toEqual([245, 250, 255]);
    fixture.setTime('2026-03-02T10:05:00Z');
    expect((await list()).statusCode).toBe(200);
  });

  it('429: 1,200 seconds of execution in 300 seconds', async () => {
    open({ limits: { durationMs: () => 400_000 } });
    for (let count = 0; count < 3; count += 1) expect((await list()).statusCode).toBe(200);
    expect((await list()).body.error).toMatchObject({
      code: '0x80072321',
      message: expect.stringMatching(
        /^Combined execution time .* limit of 1,200,000 milliseconds over time window of 300/,
      ),
    });
  });

  it('429: 52 requests at the same time', async () => {
    open({ limits: { durationMs: () => 2_000 } });
    fixture.setTime('2026-03-02T10:00:00Z');
    const answers = await Promise.all(Array.from({ length: 53 }, list));
    expect(answers.map(({ statusCode }) => statusCode).filter((status) => status === 200)).toHaveLength(52);
    expect(answers[52]).toMatchObject({
      headers: { 'Retry-After': '2' },
      body: { error: { code: '0x80072326', message: 'Number of concurrent requests exceeded the limit of 52.' } },
    });
    fixture.setTime('2026-03-02T10:00:02Z');
    expect((await list()).statusCode).toBe(200);
  });
});

describe('an upsert', () => {
  it('done again changes nothing but version and time, by id and by key', async () => {
    open();
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          sam_weight: fc.constantFrom(null, 1, 2),
          sam_marks: fc.constantFrom(null, '1', '2,1'),
          sam_due: fc.constantFrom(null, '2026-03-01T00:00:00Z'),
        }),
        fc.constantFrom(ID, "sam_name='A'", "sam_name='b''c'"),
        fc.integer({ min: 2, max: 4 }),
        async (item, recordId, times) => {
          const put = () => fixture.call('UpdateRecord', { entityName: 'sam_parcels', recordId, item });
          const rows = () => [...fixture.dataverse.rows('sam_parcel')].map(({ '@odata.etag': _etag, ...row }) => row);
          expect((await put()).statusCode).toBe(200);
          const once = rows();
          for (let again = 1; again < times; again += 1) expect((await put()).statusCode).toBe(200);
          expect(rows()).toEqual(once);
        },
      ),
    );
    expect([...fixture.dataverse.rows('sam_parcel')]).toHaveLength(3);
  });

  it('by two writers at once ends on one row, while of two that create one wins', async () => {
    open();
    const put = () => fixture.call('UpdateRecord', { ...parcel, recordId: "sam_name='A'", item: {} });
    expect((await Promise.all([put(), put()])).map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    const create = () => fixture.call('CreateRecord', { entityName: 'sam_parcels', item: { sam_name: 'B' } });
    expect((await Promise.all([create(), create()])).map(({ statusCode }) => statusCode)).toEqual([201, 412]);
    expect([...fixture.dataverse.rows('sam_parcel')]).toHaveLength(2);
  });
});

describe('actions', () => {
  it('are carried out by their handlers, on a row when bound', async () => {
    const calls: unknown[] = [];
    open({
      actions: {
        sam_Count: ({ parameters }) => ({ count: Number(parameters.start) + 1 }),
        sam_Close: (call) => void calls.push(call),
        sam_Fail: () => {
          throw refusals.plugIn('Not today.');
        },
      },
    });
    await fixture.call('UpdateRecord', parcel);
    const unbound = (actionName: string, item = {}) => fixture.call('PerformUnboundAction', { actionName, item });
    expect(await unbound('sam_Count', { start: 4 })).toMatchObject({ statusCode: 200, body: { count: 5 } });
    expect((await unbound('sam_Fail')).body.error).toMatchObject({ code: '0x80040265', message: 'Not today.' });
    const bound = (recordId: string) =>
      fixture.call('PerformBoundAction', {
        entityName: 'sam_parcels',
        recordId,
        actionName: 'Microsoft.Dynamics.CRM.sam_Close',
        item: { reason: 'done' },
      });
    expect(await bound(ID)).toMatchObject({ statusCode: 204, body: null });
    expect(calls).toEqual([
      {
        name: 'sam_Close',
        parameters: { reason: 'done' },
        target: { table: 'sam_parcel', id: ID, row: expect.objectContaining({ sam_name: 'A' }) },
      },
    ]);
    expect((await bound('11111111-2222-4333-8444-666666666666')).statusCode).toBe(404);
    for (const name of ['sam_Open', 'constructor']) {
      expect(await unbound(name)).toMatchObject({
        statusCode: 404,
        body: { error: { message: `Resource not found for the segment '${name}'.` } },
      });
    }
  });
});

it('operations for another environment are answered by this one', async () => {
  open();
  const args = { ...parcel, organization: 'https://other.crm.dynamics.com' };
  expect((await fixture.call('CreateRecordWithOrganization', args)).statusCode).toBe(201);
  expect((await fixture.call('ListRecordsWithOrganization', args)).body.value).toHaveLength(1);
});
