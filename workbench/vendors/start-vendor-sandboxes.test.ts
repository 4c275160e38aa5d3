import { startVendorSandboxes, type VendorSandboxes } from './start-vendor-sandboxes';

const clock = { now: new Date('2026-03-10T12:00:00Z') };
let sandboxes: VendorSandboxes;
beforeAll(async () => {
  sandboxes = await startVendorSandboxes({ now: () => clock.now });
});
afterAll(() => sandboxes.close());

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const json = { 'content-type': 'application/json' };
const read = async (response: Response) => ({ status: response.status, body: (await response.json()) as unknown });
const post = async (url: string, headers: Record<string, string>, body: string) =>
  read(await fetch(url, { method: 'POST', headers, body }));
const get = async (url: string, headers: Record<string, string> = {}) => read(await fetch(url, { headers }));

const upsToken = async (credentials = 'sandbox:sandbox') =>
  post(
    `${sandboxes.ups}/security/v1/oauth/token`,
    { ...form, authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
    'grant_type=client_credentials',
  );
const upsTrack = (number: string, headers: Record<string, string>) =>
  get(`${sandboxes.ups}/api/track/v1/details/${number}`, headers);

describe('the UPS sandbox', () => {
  it('gives a token whose values are all texts, and only for its credentials', async () => {
    expect(await upsToken()).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: '14399' } });
    expect(await upsToken('sandbox:wrong')).toMatchObject({ status: 401, body: { response: { errors: [{}] } } });
  });

  it('tracks with a valid token and both transaction headers only', async () => {
    const { body } = await upsToken();
    const authorization = `Bearer ${(body as { access_token: string }).access_token}`;
    const headers = { authorization, transId: '1', transactionSrc: 'test' };
    expect(await upsTrack('1ZRC49990300123582', headers)).toMatchObject({ status: 200 });
    expect(await upsTrack('1ZRC49990300123582', { authorization })).toMatchObject({ status: 400 });
    expect(await upsTrack('1ZRC49990300123582', { ...headers, authorization: 'Bearer guess' })).toMatchObject({
      status: 401,
      body: { response: { errors: [{ code: '250002' }] } },
    });
    expect(await upsTrack('1Z00000000000000', headers)).toMatchObject({
      status: 200,
      body: { trackResponse: { shipment: [{ warnings: [{ code: 'TW0001' }] }] } },
    });
    clock.now = new Date(clock.now.getTime() + 14_400_000);
    expect(await upsTrack('1ZRC49990300123582', headers)).toMatchObject({ status: 401 });
  });
});

describe('the FedEx sandbox', () => {
  it('refuses requests as FedEx does', async () => {
    const token = (secret: string) =>
      post(
        `${sandboxes.fedex}/oauth/token`,
        form,
        `grant_type=client_credentials&client_id=sandbox&client_secret=${secret}`,
      );
    expect(await token('wrong')).toMatchObject({ status: 401, body: { errors: [{ code: 'NOT.AUTHORIZED.ERROR' }] } });
    const { body } = await token('sandbox');
    expect(body).toMatchObject({ expires_in: 3600, scope: 'CXS' });
    const headers = { ...json, authorization: `Bearer ${(body as { access_token: string }).access_token}` };
    const track = (request: object) =>
      post(`${sandboxes.fedex}/track/v1/trackingnumbers`, headers, JSON.stringify(request));
    const number = (trackingNumber: string) => ({ trackingNumberInfo: { trackingNumber } });
    expect(await track({ trackingInfo: [number('1')] })).toMatchObject({ status: 400 });
    expect(await track({ includeDetailedScans: true, trackingInfo: [number('')] })).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'TRACKING.TRACKINGNUMBER.EMPTY' }] },
    });
    const tooMany = Array.from({ length: 31 }, () => number('794200123458'));
    expect(await track({ includeDetailedScans: true, trackingInfo: tooMany })).toMatchObject({ status: 400 });
    expect(await track({ includeDetailedScans: true, trackingInfo: [number('1')] })).toMatchObject({
      status: 200,
      body: {
        output: { completeTrackResults: [{ trackResults: [{ error: { code: expect.stringMatching(/NOTFOUND/) } }] }] },
      },
    });
  });
});

describe('the Stripe sandbox', () => {
  const authorization = 'Bearer sandbox';
  it('knows its key, its objects and its parameters', async () => {
    expect(await get(`${sandboxes.stripe}/v1/charges/ch_1234567890`)).toMatchObject({ status: 401 });
    expect(await get(`${sandboxes.stripe}/v1/charges/ch_1234567890`, { authorization })).toMatchObject({
      status: 200,
      body: { object: 'charge', currency: 'eur', metadata: { order_id: '12345' } },
    });
    expect(await get(`${sandboxes.stripe}/v1/charges/ch_no`, { authorization })).toMatchObject({
      status: 404,
      body: { error: { code: 'resource_missing' } },
    });
    expect(await get(`${sandboxes.stripe}/v1/charges?colour=red`, { authorization })).toMatchObject({
      status: 400,
      body: { error: { code: 'parameter_unknown', param: 'colour' } },
    });
    expect(await get(`${sandboxes.stripe}/v1/charges/search?query=order`, { authorization })).toMatchObject({
      status: 400,
    });
  });
});

describe('the Shopify sandbox', () => {
  const ask = (query: string, token = 'sandbox') =>
    post(
      `${sandboxes.shopify}/admin/api/2026-07/graphql.json`,
      { ...json, 'x-shopify-access-token': token },
      JSON.stringify({ query }),
    );
  it('answers with cost figures and refuses as Shopify does', async () => {
    expect(await ask('{ orders(first: 1, query: "name:#12345") { nodes { name } } }')).toMatchObject({
      status: 200,
      body: {
        data: { orders: { nodes: [{ name: '#12345' }] } },
        extensions: { cost: { throttleStatus: { restoreRate: 100 } } },
      },
    });
    expect(await ask('{ shop }', 'wrong')).toMatchObject({
      status: 401,
      body: { errors: expect.stringMatching(/Invalid API key/) },
    });
    expect(await ask('{ nothing }')).toMatchObject({
      status: 200,
      body: { errors: [{ message: expect.stringMatching(/nothing/) }] },
    });
    expect(
      await ask('{ orders(first: 250) { nodes { fulfillments(first: 50) { trackingInfo(first: 9) { number } } } } }'),
    ).toMatchObject({ body: { errors: [{ extensions: { code: 'MAX_COST_EXCEEDED' } }] } });
  });
});

describe('the administrator’s route', () => {
  const set = (body: string, headers: Record<string, string> = json) =>
    post(`${sandboxes.stripe}/__sandbox/fault`, headers, body);
  const charge = () => get(`${sandboxes.stripe}/v1/charges/ch_1234567890`, { authorization: 'Bearer sandbox' });

  it('makes one vendor misbehave for so many calls', async () => {
    await set('{"kind":"server_error","times":2}');
    expect([(await charge()).status, (await charge()).status, (await charge()).status]).toEqual([500, 500, 200]);
    await set('{"kind":"rate_limited"}');
    expect((await charge()).status).toBe(429);
    await set('null');
    expect((await charge()).status).toBe(200);
  });

  it('names what is wrong with a fault', async () => {
    expect(await set('{"kind":"fire"}')).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(/kind must be one of down/) },
    });
    expect(await set('{"kind":"down","times":-1}')).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(/times must be/) },
    });
  });

  it('lets calls pass before it strikes', async () => {
    await set('{"kind":"server_error","after":1,"times":1}');
    expect([(await charge()).status, (await charge()).status, (await charge()).status]).toEqual([200, 500, 200]);
  });

  it('is closed to web pages', async () =>
    expect(await set('null', { ...json, origin: 'http://127.0.0.1:3000' })).toMatchObject({ status: 403 }));
});

describe('the header of a fault', () => {
  const charge = (headers: Record<string, string>) =>
    get(`${sandboxes.stripe}/v1/charges/ch_1234567890`, { authorization: 'Bearer sandbox', ...headers });

  it('spoils its own call only', async () => {
    expect((await charge({ 'x-sandbox-fault': 'rate_limited' })).status).toBe(429);
    expect((await charge({ 'x-sandbox-fault': '{"kind":"slow","delayMs":1}' })).status).toBe(200);
    expect((await charge({})).status).toBe(200);
  });

  it('is named when it cannot be read, and refused from a web page', async () => {
    expect(await charge({ 'x-sandbox-fault': 'fire' })).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(/x-sandbox-fault: kind must be one of down/) },
    });
    const origin = 'http://127.0.0.1:3000';
    expect((await charge({ 'x-sandbox-fault': 'rate_limited', origin })).status).toBe(403);
  });
});

describe('starting', () => {
  it('says which port is in use and leaves nothing open', async () => {
    const port = Number(new URL(sandboxes.ups).port);
    await expect(startVendorSandboxes({ ports: { fedex: port } })).rejects.toThrow('EADDRINUSE');
  });
});
