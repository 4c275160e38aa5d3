import { createCommerce } from '../../proxy/src/commerce/create-commerce';
import type { CommerceService } from '../../proxy/src/services';
import { sandboxSettings } from './sandbox-settings';
import type { FaultKind, VendorName } from './scenarios/scenario-order';
import { startVendorSandboxes, type VendorSandboxes } from './start-vendor-sandboxes';

const OWNER = 'customer@example.com';
let sandboxes: VendorSandboxes;
let commerce: CommerceService;

beforeEach(async () => {
  sandboxes = await startVendorSandboxes();
  commerce = createCommerce(sandboxSettings(sandboxes, { deadlineMs: 1000, attemptTimeoutMs: 300 }), {
    now: () => new Date(),
  });
});
afterEach(async () => {
  await commerce.close();
  await sandboxes.close();
});

const look = (order_id: string) => commerce.orderContext({ requester_email: OWNER, order_id });
const missing = async (order_id: string) =>
  (await look(order_id)).degraded.map(({ part, vendor, code }) => `${part} ${vendor} ${code}`);

describe('trouble with a vendor', () => {
  it.each([
    ['5001', 'order shopify RCC_UPSTREAM_RATE_LIMITED'],
    ['5002', 'parcel fedex RCC_UPSTREAM_RATE_LIMITED'],
    ['5003', 'parcel ups RCC_UPSTREAM_RATE_LIMITED'],
    ['5004', 'payment stripe RCC_UPSTREAM_RATE_LIMITED'],
    ['5011', 'order shopify RCC_UPSTREAM_UNAVAILABLE'],
    ['5012', 'order shopify RCC_UPSTREAM_UNAVAILABLE'],
    ['5013', 'parcel fedex RCC_UPSTREAM_BAD_RESPONSE'],
    ['5021', 'order shopify RCC_UPSTREAM_TIMEOUT'],
    ['5022', 'parcel fedex RCC_UPSTREAM_TIMEOUT'],
    ['5023', 'parcel ups RCC_UPSTREAM_TIMEOUT'],
    ['5024', 'payment stripe RCC_UPSTREAM_UNAVAILABLE'],
  ])('over order %s is named: %s', async (number, part) => expect(await missing(number)).toEqual([part]));

  it('over a quota passes on when to ask again', async () => {
    const [fedex] = (await look('5002')).degraded;
    expect(fedex?.retry_after_seconds).toBeGreaterThan(0);
    expect((await look('5003')).degraded).toMatchObject([{ retry_after_seconds: 60 }]);
    expect((await look('5001')).degraded).toMatchObject([{ retry_after_seconds: 10 }]);
  });

  // The kinds about the effect of a write are, to a read, like one of these.
  const EXPECTED = {
    down: 'RCC_UPSTREAM_UNAVAILABLE',
    reset: 'RCC_UPSTREAM_UNAVAILABLE',
    slow: 'RCC_UPSTREAM_TIMEOUT',
    never: 'RCC_UPSTREAM_TIMEOUT',
    drip: 'RCC_UPSTREAM_TIMEOUT',
    empty: 'RCC_UPSTREAM_BAD_RESPONSE',
    garbage: 'RCC_UPSTREAM_BAD_RESPONSE',
    html: 'RCC_UPSTREAM_UNAVAILABLE',
    server_error: 'RCC_UPSTREAM_UNAVAILABLE',
    rate_limited: 'RCC_UPSTREAM_RATE_LIMITED',
    unauthorized: 'RCC_UPSTREAM_UNAUTHORIZED',
  } satisfies Partial<Record<FaultKind, string>>;
  const KINDS = Object.keys(EXPECTED) as (keyof typeof EXPECTED)[];
  const vendors: [VendorName, string, string][] = [
    ['ups', '12358', 'parcel'],
    ['fedex', '12345', 'parcel'],
    ['stripe', '12345', 'payment'],
  ];

  it.each(vendors.flatMap((row) => KINDS.map((kind) => [...row, kind] as const)))(
    '%s over order %s leaves out the %s only: %s',
    async (vendor, number, part, kind) => {
      sandboxes.setFault(vendor, { kind });
      const context = await look(number);
      expect(context).toMatchObject({ found: true, verification: 'verified' });
      expect(context.degraded).toMatchObject([{ part, vendor, code: EXPECTED[kind] }]);
      expect(context.parcels[0]).toMatchObject({ source: part === 'parcel' ? 'Shopify' : 'FedEx' });
      expect(context.payments).toHaveLength(part === 'payment' ? 0 : 1);
      expect(context.facts.length).toBeGreaterThan(5);
    },
  );

  it.each(KINDS)('of the shop (%s) reveals nothing, because nobody can be verified', async (kind) => {
    sandboxes.setFault('shopify', { kind });
    expect(await look('12345')).toMatchObject({
      found: false,
      verification: 'unavailable',
      parcels: [],
      payments: [],
      facts: [],
      degraded: [{ part: 'order', vendor: 'shopify', code: EXPECTED[kind] }],
    });
  });

  it('that passes after one call is not noticed', async () => {
    for (const vendor of ['shopify', 'fedex', 'stripe'] as const)
      sandboxes.setFault(vendor, { kind: 'server_error', times: 1 });
    expect((await look('12345')).degraded).toEqual([]);
  });

  it('with one expired token is healed by one new token', async () => {
    await look('12358');
    sandboxes.setFault('ups', { kind: 'unauthorized', times: 1 });
    expect((await look('12358')).degraded).toEqual([]);
    expect(sandboxes.calls().filter(({ path }) => path.includes('oauth'))).toHaveLength(2);
  });

  it('that lasts stops the calls', async () => {
    sandboxes.setFault('stripe', { kind: 'server_error' });
    await Promise.all(['12345', '12346', '12353', '12354', '12358'].map(look));
    const before = sandboxes.calls().length;
    expect(await missing('12345')).toEqual(['payment stripe RCC_UPSTREAM_UNAVAILABLE']);
    const after = sandboxes.calls().slice(before);
    expect(after.filter(({ vendor }) => vendor === 'stripe')).toHaveLength(0);
  });

  it('that is not set up is named as such and nobody is asked', async () => {
    const { shopify, deadlineMs, attemptTimeoutMs } = sandboxSettings(sandboxes);
    const alone = createCommerce({ shopify, deadlineMs, attemptTimeoutMs }, { now: () => new Date() });
    const context = await alone.orderContext({ requester_email: OWNER, order_id: '12345' });
    expect(alone.vendors).toEqual({ shopify: 'sandbox' });
    expect(context.degraded.map(({ vendor, code }) => `${vendor} ${code}`).sort()).toEqual([
      'fedex RCC_UPSTREAM_NOT_CONFIGURED',
      'stripe RCC_UPSTREAM_NOT_CONFIGURED',
    ]);
    await alone.close();
  });

  it('asks each carrier for one token, however many ask at once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => look('12358')));
    expect(sandboxes.calls().filter(({ vendor, path }) => vendor === 'ups' && path.includes('oauth'))).toHaveLength(1);
  });
});
