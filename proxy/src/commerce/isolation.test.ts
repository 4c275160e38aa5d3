import type { OrderContext } from '../contract/order-context';
import type { CommerceService } from '../services';
import { createCommerce } from './create-commerce';
import { vendorsInMemory, type Mood, type VendorsInMemory } from './vendors-in-memory.fixture';
import type { CommerceVendor } from './vendor-settings';

const [LATENCY_MS, ATTEMPT_MS, DEADLINE_MS] = [20, 3000, 8000];
/** Time for what comes after the last answer: none on a clock that only stands or jumps, but for its rounding. */
const NO_TIME_MS = 1;

let vendors: VendorsInMemory;
let commerce: CommerceService;
let order = 0;

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-03-03T12:00:00Z') });
  vendors = vendorsInMemory(LATENCY_MS, ATTEMPT_MS, DEADLINE_MS);
  commerce = createCommerce(vendors.settings, { now: () => new Date(), transport: vendors.transport });
});
afterEach(() => jest.useRealTimers());

/** Asks about an order nobody has asked about, and lets time pass until it is answered. */
async function look(): Promise<{ context: OrderContext; tookMs: number }> {
  const started = performance.now();
  const asked = lookNow();
  const { context, endedAt } = await passUntil(asked);
  return { context, tookMs: endedAt - started };
}
const lookNow = () => {
  order += 1;
  return commerce
    .orderContext({ requester_email: 'customer@example.com', order_id: String(order) })
    .then((context) => ({ context, endedAt: performance.now() }));
};
async function passUntil<T>(asked: Promise<T>): Promise<T> {
  let ended = false;
  void asked.finally(() => (ended = true));
  for (let step = 0; !ended && step < 10_000; step += 1) await jest.advanceTimersByTimeAsync(5);
  return asked;
}

const away: Mood[] = ['hangs', 'refuses', 'fails'];
const besideTheShop: CommerceVendor[] = ['ups', 'fedex', 'stripe'];

describe.each(besideTheShop.flatMap((vendor) => away.map((mood) => [vendor, mood] as const)))(
  'while %s %s',
  (vendor, mood) => {
    it('its part is missing, every other part is there, and the deadline is kept', async () => {
      await look();
      const undisturbed = structuredClone(vendors.sent);
      vendors.moods[vendor] = mood;
      const { context, tookMs } = await look();
      expect(tookMs).toBeLessThanOrEqual(DEADLINE_MS + 5);
      expect(context.degraded.map((part) => part.vendor)).toEqual([vendor]);
      const sources = { ups: 'Shopify', fedex: 'Shopify', stripe: 'UPS' }[vendor as 'ups'];
      expect(context.parcels.map(({ source }) => source)).toContain(sources);
      expect(context.payments).toHaveLength(vendor === 'stripe' ? 0 : 1);
      for (const other of besideTheShop.filter((one) => one !== vendor)) {
        const asked = vendors.sent[other].slice(undisturbed[other].length);
        expect(asked.length).toBeGreaterThan(0);
        // Nobody waits for the one who is away: all others have been asked once the shop has answered.
        const begun = vendors.sent.shopify.at(-1)!;
        expect(Math.max(...asked) - begun).toBeLessThanOrEqual(2 * LATENCY_MS + 10);
      }
    });
  },
);

describe.each(away)('while the shop %s', (mood) => {
  it('the answer is that it is unavailable, within the deadline', async () => {
    vendors.moods.shopify = mood;
    const { context, tookMs } = await look();
    expect(context).toMatchObject({ found: false, verification: 'unavailable', degraded: [{ vendor: 'shopify' }] });
    expect(tookMs).toBeLessThanOrEqual(DEADLINE_MS + 5);
  });
});

it.each(['refuses', 'fails'] as const)('a vendor that %s is left alone within a second', async (mood) => {
  await look();
  vendors.moods.stripe = mood;
  const before = vendors.sent.stripe.length;
  const began = performance.now();
  const asked: Promise<unknown>[] = [];
  for (let question = 0; question < 30; question += 1) {
    asked.push(lookNow());
    await jest.advanceTimersByTimeAsync(100);
  }
  await passUntil(Promise.all(asked));
  const sent = vendors.sent.stripe.slice(before);
  expect(sent.length).toBeGreaterThanOrEqual(5);
  expect(Math.max(...sent) - began).toBeLessThan(1000);
});

it('a vendor that never answers gets no more calls than it has places, and none once the first time-outs have shown it', async () => {
  await look();
  vendors.moods.ups = 'hangs';
  const contexts = await passUntil(Promise.all(Array.from({ length: 200 }, lookNow)));
  expect(vendors.most.ups).toBe(16);
  for (const { context } of contexts) {
    const others = context.degraded.map((part) => part.vendor).filter((vendor) => vendor !== 'ups');
    // So many at once are too many for any vendor here; what was had is whole.
    expect(
      others.every((vendor) => context.degraded.find((part) => part.vendor === vendor)?.code === 'RCC_UPSTREAM_BUSY'),
    ).toBe(true);
  }
  const before = vendors.sent.ups.length;
  const { context, tookMs } = await look();
  expect(vendors.sent.ups.length).toBe(before);
  expect(context.degraded).toMatchObject([{ vendor: 'ups', message: 'ups does not answer properly at the moment.' }]);
  expect(tookMs).toBeLessThanOrEqual(4 * LATENCY_MS + 20 + NO_TIME_MS);
});

it.each(away)('a vendor that %s and comes back is asked again without a restart', async (mood) => {
  vendors.moods.fedex = mood;
  for (let question = 0; question < 4; question += 1) await look();
  vendors.moods.fedex = 'well';
  expect((await look()).context.degraded).toMatchObject([{ message: 'fedex does not answer properly at the moment.' }]);
  await jest.advanceTimersByTimeAsync(5000);
  expect((await look()).context.degraded).toEqual([]);
  expect((await look()).context.degraded).toEqual([]);
});
