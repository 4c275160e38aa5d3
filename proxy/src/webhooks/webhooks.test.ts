import { request } from 'undici';
import fc from 'fast-check';
import { eventProblems } from '../events/event-problems';
import { openMemoryStore } from '../events/memory-store';
import { type Store, StoreUnavailable } from '../events/store';
import { readSettings } from '../settings';
import { fakeServices } from '../server/fake-services';
import { serveForTest, type ServedForTest } from '../server/serve-for-test';
import type { Change } from './changed-fact';
import {
  charge,
  fromShopify,
  fromStripe,
  fromUps,
  fulfilment,
  NOW,
  PRIVATE,
  type Sent,
  SHOPIFY_SECRETS,
  shopOrder,
  STRIPE_SECRETS,
  stripeEvent,
  UPS_CREDENTIALS,
  upsAlert,
} from './deliveries.fixture';
import { latestFacts } from './latest-facts';
import { WEBHOOK_LIMIT_BYTES } from './receive-webhook';

const { webhooks, apiKeyHashes } = readSettings({
  RCC_API_KEYS: 'a-key-of-twenty-four-chars',
  SHOPIFY_WEBHOOK_SECRET: SHOPIFY_SECRETS.join(','),
  STRIPE_WEBHOOK_SECRET: STRIPE_SECRETS.join(' , '),
  UPS_WEBHOOK_CREDENTIAL: UPS_CREDENTIALS.join(','),
});

/** A store whose writes fail while it is down. */
let down = false;
let store: Store;
let served: ServedForTest;
let changes: Change[] = [];
beforeAll(async () => {
  const opened = await openMemoryStore();
  store = {
    ...opened,
    write: (...write) => (down ? Promise.reject(new StoreUnavailable('no disk')) : opened.write(...write)),
  };
  served = await serveForTest(store, fakeServices(), {
    settings: { webhooks, apiKeyHashes },
    now: () => NOW,
    onChange: (change) => changes.push(change),
  });
});
afterAll(async () => {
  await served.stop();
  await store.close();
});
beforeEach(() => {
  down = false;
  changes = [];
});

const send = (vendor: string, { headers, body }: Sent, more: Record<string, string> = {}) =>
  served.post(`/webhooks/${vendor}`, body, { ...headers, ...more });

const events = () => store.eventsAfter(0, undefined, 10_000);
let ids = 0;
const fresh = () => `d-${(ids += 1)}`;

it.each([
  ['shopify', () => fromShopify('orders/updated', shopOrder, { id: fresh() }), 'order.changed', 'order'],
  ['stripe', () => fromStripe(stripeEvent('charge.refunded', charge, fresh())), 'payment.changed', 'payment'],
  ['ups', () => fromUps(upsAlert), 'parcel.changed', 'order'],
])('what %s tells is stored before it is answered, at the time of the vendor', async (vendor, make, type, source) => {
  const before = (await events()).length;
  const reply = await send(vendor, make());
  expect(reply).toMatchObject({ status: 200, body: { stored: 1, replayed: false } });
  const [event] = (await events()).slice(before);
  expect(event).toMatchObject({ type, source });
  expect(event?.occurredAt).toBe(event?.payload.changed_at);
  expect(eventProblems(event!)).toEqual([]);
  expect(changes).toHaveLength(1);
});

it('a repetition is answered, stores nothing and tells nobody, also when both come at once', async () => {
  const sent = fromShopify('fulfillments/update', fulfilment, { id: fresh() });
  const before = (await events()).length;
  const replies = await Promise.all([send('shopify', sent), send('shopify', sent), send('shopify', sent)]);
  replies.push(await send('shopify', sent));
  expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200, 200]);
  expect((await events()).length - before).toBe(2);
  expect(changes).toHaveLength(2);
});

it('what could not be stored is answered with 503 and taken when the vendor repeats it', async () => {
  const sent = fromStripe(stripeEvent('charge.updated', charge, fresh()));
  const before = (await events()).length;
  down = true;
  const refused = await send('stripe', sent);
  expect(refused).toMatchObject({ status: 503, body: { error: { code: 'RCC_STORE_UNAVAILABLE', retryable: true } } });
  expect(changes).toEqual([]);
  down = false;
  expect(await send('stripe', sent)).toMatchObject({ status: 200, body: { stored: 1 } });
  expect((await events()).length - before).toBe(1);
});

it('what comes late does not undo what was told before it', async () => {
  const cancelled = { ...shopOrder, name: '#777', cancelled_at: '2026-03-01T09:20:00Z', financial_status: 'refunded' };
  const older = { ...shopOrder, name: '#777', updated_at: '2026-03-01T09:10:00Z' };
  await send('shopify', fromShopify('orders/cancelled', cancelled, { id: fresh() }));
  await send('shopify', fromShopify('orders/updated', older, { id: fresh() }));
  expect(await latestFacts(store).order('ORD-777')).toMatchObject({ financial_status: 'refunded' });
});

it('topics nobody wants are acknowledged and counted in the log, and not stored', async () => {
  const before = (await events()).length;
  const reply = await send('shopify', fromShopify('products/update', { id: 1 }, { id: fresh() }));
  expect(reply).toMatchObject({ status: 200, body: { stored: 0, replayed: false } });
  expect(await events()).toHaveLength(before);
  expect(served.logged()).toContain('"topic":"products/update","facts":"not wanted"');
});

const genuine = fromShopify('orders/updated', shopOrder, { id: 'never stored' });

it.each<[string, string, Sent, Record<string, string>, number, string]>([
  [
    'forged',
    'shopify',
    fromShopify('orders/updated', shopOrder, { secret: 'guessed' }),
    {},
    401,
    'RCC_WEBHOOK_REFUSED',
  ],
  ['changed on the way', 'shopify', { ...genuine, body: `${genuine.body} ` }, {}, 401, 'RCC_WEBHOOK_REFUSED'],
  ['truncated', 'shopify', { ...genuine, body: genuine.body.slice(0, 90) }, {}, 401, 'RCC_WEBHOOK_REFUSED'],
  ['for another vendor', 'stripe', genuine, {}, 401, 'RCC_WEBHOOK_REFUSED'],
  [
    'stale',
    'stripe',
    fromStripe(stripeEvent('charge.updated', charge), { at: new Date(NOW.getTime() - 301_000) }),
    {},
    401,
    'RCC_WEBHOOK_REFUSED',
  ],
  [
    'an old copy under a new time and id',
    'shopify',
    fromShopify('orders/updated', { ...shopOrder, updated_at: '2026-02-27T09:29:59Z' }, { id: 'new' }),
    {},
    401,
    'RCC_WEBHOOK_REFUSED',
  ],
  ['without a credential', 'ups', fromUps(upsAlert), { authorization: 'Bearer' }, 401, 'RCC_WEBHOOK_REFUSED'],
  [
    'truncated and signed',
    'shopify',
    fromShopify('orders/updated', genuine.body.slice(0, 90)),
    {},
    400,
    'RCC_INVALID_JSON',
  ],
  ['not an object', 'stripe', fromStripe('"Jane"'), {}, 400, 'RCC_INVALID_REQUEST'],
  [
    'of the future',
    'shopify',
    fromShopify('orders/updated', { ...shopOrder, updated_at: '2026-03-02T09:31:00Z' }),
    {},
    400,
    'RCC_INVALID_REQUEST',
  ],
  ['of another type', 'shopify', genuine, { 'content-type': 'text/plain' }, 415, 'RCC_UNSUPPORTED_MEDIA_TYPE'],
  ['compressed', 'shopify', genuine, { 'content-encoding': 'gzip' }, 415, 'RCC_UNSUPPORTED_MEDIA_TYPE'],
  [
    'huge',
    'shopify',
    fromShopify('orders/updated', ' '.repeat(WEBHOOK_LIMIT_BYTES + 1)),
    {},
    413,
    'RCC_BODY_TOO_LARGE',
  ],
])(
  'a delivery that is %s is refused, and nothing of it kept or told',
  async (_name, vendor, sent, more, status, code) => {
    const before = (await events()).length;
    const reply = await send(vendor, sent, more);
    expect(reply).toMatchObject({ status, body: { error: { code } } });
    expect(JSON.stringify(reply.body)).not.toMatch(PRIVATE);
    expect(await events()).toHaveLength(before);
    expect(changes).toEqual([]);
  },
);

it.each<[string, string, Sent]>([
  ['signature', 'shopify', fromShopify('orders/updated', shopOrder, { secret: 'guessed' })],
  ['age', 'shopify', fromShopify('orders/updated', { ...shopOrder, updated_at: '2026-02-27T09:29:59Z' })],
  ['signature', 'stripe', genuine],
  ['age', 'stripe', fromStripe(stripeEvent('charge.updated', charge), { at: new Date(NOW.getTime() - 301_000) })],
  ['credential', 'ups', { ...fromUps(upsAlert), headers: { authorization: 'Bearer none' } }],
])('the log warns of the %s of %s that does not hold, and tells nothing of the body', async (check, vendor, sent) => {
  const before = served.logged().length;
  expect((await send(vendor, sent)).status).toBe(401);
  const logged = served.logged().slice(before);
  expect(logged).toMatch(
    new RegExp(`"level":"warn".*"vendor":"${vendor}","check":"${check}","message":"webhook refused"`),
  );
  expect(logged).not.toMatch(PRIVATE);
});

it('says of what is too large what helps a vendor, and of an unknown address only that there is none', async () => {
  const huge = await send('shopify', fromShopify('orders/updated', ' '.repeat(WEBHOOK_LIMIT_BYTES + 1)));
  expect(JSON.stringify(huge.body)).toContain('larger than 2 MB. Have the vendor send fewer fields.');
  const nowhere = await send('fedex', genuine);
  expect(nowhere).toMatchObject({
    status: 404,
    body: { error: { message: 'No webhooks are taken at this address.' } },
  });
});

it('any of several secrets is good while they are rotated', async () => {
  const sent = fromShopify('orders/updated', shopOrder, { id: fresh(), secret: SHOPIFY_SECRETS[1] });
  expect((await send('shopify', sent)).status).toBe(200);
  const old = fromStripe(stripeEvent('charge.updated', charge, fresh()), { secret: STRIPE_SECRETS[1] });
  expect((await send('stripe', old)).status).toBe(200);
});

it('takes POST only, and tells the health without a key which vendors may send', async () => {
  const answer = await request(`${served.url}/webhooks/shopify`);
  expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'POST']);
  await answer.body.dump();
  const health = await request(`${served.url}/health`);
  expect(await health.body.json()).toMatchObject({ webhooks: { shopify: 'on', stripe: 'on', ups: 'on' } });
});

it('an address without a secret does not exist, and a stopping service asks the vendor to repeat', async () => {
  const closed = await serveForTest(store, fakeServices(), { settings: { webhooks: { stripe: webhooks.stripe } } });
  const stopping = await serveForTest(store, fakeServices(), { settings: { webhooks }, stopping: () => true });
  try {
    for (const path of ['shopify', 'ups', 'fedex', '']) {
      const reply = await closed.post(`/webhooks/${path}`, genuine.body, genuine.headers);
      expect(reply).toMatchObject({ status: 404, body: { error: { code: 'RCC_NOT_FOUND' } } });
    }
    const reply = await stopping.post('/webhooks/shopify', genuine.body, genuine.headers);
    expect(reply).toMatchObject({ status: 503, body: { error: { code: 'RCC_STOPPING', retryable: true } } });
  } finally {
    await Promise.all([closed.stop(), stopping.stop()]);
  }
});

describe('whatever is sent', () => {
  const vendors = fc.constantFrom('shopify', 'stripe', 'ups');
  const topics = ['orders/updated', 'fulfillments/update', 'refunds/create', 'x'] as const;
  const types = ['charge.refunded', 'refund.updated', 'charge.dispute.closed', 'constructor'] as const;
  const signed = (vendor: string, body: unknown, pick: number): Sent => {
    if (vendor === 'shopify') return fromShopify(topics[pick]!, body, { id: fresh() });
    return vendor === 'stripe' ? fromStripe(body) : fromUps(body);
  };
  /** A good body with one of its values, however deep, changed to anything. */
  const spoilt = (content: object) =>
    fc.tuple(fc.nat(), fc.jsonValue()).map(([nth, value]) => {
      let left = nth % JSON.stringify(content).split(':').length;
      return JSON.parse(JSON.stringify(content), (_name, node: unknown) =>
        (left -= 1) === -1 ? value : node,
      ) as unknown;
    });

  it('is never a failure of the service, signed or not', async () => {
    const body = fc.oneof(fc.string(), fc.json());
    await fc.assert(
      fc.asyncProperty(vendors, body, fc.boolean(), fc.nat(3), async (vendor, text, good, pick) => {
        const sent = signed(vendor, text, pick);
        const reply = await send(vendor, good ? sent : { ...sent, headers: {} });
        expect([200, 400, 401]).toContain(reply.status);
        if (!good) expect(reply.status).toBe(401);
      }),
    );
  });

  it('is stored as a fact of its kind or refused, however one value is spoilt', async () => {
    const content = fc.oneof(
      spoilt(shopOrder).map((body) => ['shopify', signed('shopify', body, 0)] as const),
      spoilt(fulfilment).map((body) => ['shopify', signed('shopify', body, 1)] as const),
      spoilt(upsAlert).map((body) => ['ups', signed('ups', body, 0)] as const),
      fc
        .constantFrom(...types)
        .chain((type) => spoilt(stripeEvent(type, charge, fresh())))
        .map((body) => ['stripe', signed('stripe', body, 0)] as const),
    );
    await fc.assert(
      fc.asyncProperty(content, async ([vendor, sent]) => {
        expect([200, 400]).toContain((await send(vendor, sent)).status);
      }),
    );
    expect((await events()).flatMap(eventProblems)).toEqual([]);
  });
});

it('nothing of a body and no secret was logged in all of this', () => {
  expect(served.logged()).toContain('"operation":"webhook shopify"');
  expect(served.logged()).not.toMatch(PRIVATE);
  for (const secret of [...SHOPIFY_SECRETS, ...STRIPE_SECRETS, ...UPS_CREDENTIALS]) {
    expect(served.logged()).not.toContain(secret);
  }
});
