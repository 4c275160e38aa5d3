import fc from 'fast-check';
import type { ParcelChanged } from '../events/changed-facts';
import { newEvent } from '../events/event';
import { openMemoryStore } from '../events/memory-store';
import type { Store } from '../events/store';
import { PARCEL_STATUSES } from '../contract/vocabulary';
import { latestFacts, latestOf, latestParcel } from './latest-facts';

const second = (n: number) => new Date(Date.UTC(2026, 2, 1) + n * 1000).toISOString();

const dated = {
  change: fc.constant('orders/updated'),
  delivery_id: fc.uuid(),
  // Few seconds, so that many changes are of the same one.
  changed_at: fc.option(fc.integer({ min: 0, max: 4 }).map(second), { freq: 6 }),
  version: fc.integer({ min: 0, max: 2 }),
};

const parcelChange: fc.Arbitrary<ParcelChanged> = fc.record({
  vendor: fc.constantFrom('shopify', 'ups'),
  ...dated,
  order_id: fc.option(fc.constant('ORD-12345')),
  shop_id: fc.option(fc.constant('gid://shopify/Order/1')),
  shipment_id: fc.constant(null),
  tracking_number: fc.constant('1Z204W4R0308071865'),
  carrier: fc.constant('UPS'),
  status: fc.constantFrom(...PARCEL_STATUSES),
  vendor_status: fc.constant(null),
  estimated_delivery: fc.option(fc.constantFrom('2026-03-02', '2026-03-03')),
});

/** Changes, and the same ones as they may arrive: in any order, each at least once. */
const arrivals = <T>(change: fc.Arbitrary<T>) =>
  fc
    .uniqueArray(change, {
      minLength: 1,
      maxLength: 8,
      selector: (one) => (one as { delivery_id: string }).delivery_id,
    })
    .chain((changes) =>
      fc.tuple(
        fc.constant(changes),
        fc.array(fc.constantFrom(...changes), { maxLength: 8 }).chain((again) =>
          fc.shuffledSubarray([...changes, ...again], {
            minLength: changes.length + again.length,
            maxLength: changes.length + again.length,
          }),
        ),
      ),
    );

it('the state of an order or a payment is the same for every order of arrival and any repetition', () => {
  fc.assert(
    fc.property(arrivals(fc.record(dated)), ([changes, arrived]) => {
      expect(latestOf(arrived)).toEqual(latestOf(changes));
    }),
  );
});

it('no change is newer than the one that counts', () => {
  fc.assert(
    fc.property(arrivals(fc.record(dated)), ([changes]) => {
      const latest = latestOf(changes)!;
      for (const { changed_at, version } of changes) {
        expect((changed_at ?? '') <= (latest.changed_at ?? '')).toBe(true);
        if (changed_at === latest.changed_at) expect(version).toBeLessThanOrEqual(latest.version);
      }
    }),
  );
});

it('the state of a parcel is the same for every order of arrival and any repetition', () => {
  fc.assert(
    fc.property(arrivals(parcelChange), ([changes, arrived]) => {
      expect(latestParcel(arrived)).toEqual(latestParcel(changes));
    }),
  );
});

const parcel = (at: number, more: Partial<ParcelChanged>): ParcelChanged => ({
  vendor: 'ups',
  change: 'TrackingEvent',
  delivery_id: `at ${at}`,
  changed_at: second(at),
  version: 1,
  order_id: null,
  shop_id: null,
  shipment_id: null,
  tracking_number: '1Z204W4R0308071865',
  carrier: 'UPS',
  status: 'in_transit',
  vendor_status: null,
  estimated_delivery: null,
  ...more,
});

it('a change that says nothing of where a parcel is leaves that as it was', () => {
  const latest = latestParcel([
    parcel(1, { order_id: 'ORD-12345', status: 'out_for_delivery' }),
    parcel(2, { status: 'unknown', estimated_delivery: '2026-03-02' }),
  ]);
  expect(latest).toMatchObject({ status: 'out_for_delivery', estimated_delivery: '2026-03-02', order_id: 'ORD-12345' });
});

it('what was on its way back is returned when it is delivered', () => {
  expect(latestParcel([parcel(2, { status: 'delivered' }), parcel(1, { status: 'returning' })])?.status).toBe(
    'returned',
  );
  expect(latestParcel([parcel(1, { status: 'delivered' })])?.status).toBe('delivered');
  expect(latestParcel([])).toBeUndefined();
});

describe('from the store', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openMemoryStore();
  });
  afterAll(() => store.close());

  it('finds what was told last of a parcel, and nothing of a parcel nobody told of', async () => {
    const events = [
      parcel(2, { status: 'delivered' }),
      parcel(1, {}),
      parcel(3, { tracking_number: '1Z204W4R0308071866' }),
    ].map((payload) => newEvent('parcel.changed', payload, new Date(payload.changed_at!)));
    const write = { operation: 'Test', key: 'k', bodyHash: '', status: 200, answer: {}, events };
    await store.write(write, new Date());
    const latest = latestFacts(store);
    expect(await latest.parcel('1Z204W4R0308071865')).toEqual(parcel(2, { status: 'delivered' }));
    expect(await latest.parcel('1Z204W4R0308071867')).toBeUndefined();
    expect(await latest.order('ORD-12345')).toBeUndefined();
    expect(await latest.payment('ch_1234567890')).toBeUndefined();
  });

  it.each([
    ['order.changed', 'order_id'],
    ['parcel.changed', 'tracking_number'],
    ['payment.changed', 'transaction_id'],
  ])('finds %s by an index on its %s', async (type, field) => {
    const plan = await store.database.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT payload FROM event WHERE type = '${type}' AND payload->>'${field}' = 'x'`,
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain(`event_${type.replace('.', '_')}`);
  });
});
