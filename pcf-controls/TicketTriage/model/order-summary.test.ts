import fc from 'fast-check';
import { type ORDER_SITUATIONS, orderContext } from '../../mocks/samples/order-contexts';
import { readOrderGlance } from './order-summary';

const NOW = Date.parse('2026-03-02T15:00:00Z');
const glance = (situation: (typeof ORDER_SITUATIONS)[number]) =>
  readOrderGlance(JSON.stringify(orderContext(situation, 'ORD-12345', 'Maria', NOW)));

it('An order at a glance: how it stands, where its parcels are, what is wrong', () => {
  expect(glance('late')).toMatchObject({
    number: 'ORD-12345',
    missing: undefined,
    shipping: 'fulfilled',
    payment: 'paid',
    findings: ['late'],
    parcels: [
      {
        carrier: 'FedEx',
        status: 'delayed',
        expected: '2026-03-01',
        exception: 'Severe weather on the way',
        lastScan: { text: 'Delay: severe weather', place: 'Memphis, US', at: new Date('2026-03-02T10:00:00Z') },
      },
    ],
  });
  expect(glance('two_parcels')?.parcels.map(({ carrier }) => carrier)).toEqual(['UPS', 'FedEx']);
  expect(glance('charged_twice')?.findings).toEqual(['duplicate_charge']);
  expect(glance('carrier_away')?.degraded).toEqual([
    { part: 'parcel', reason: 'FedEx does not answer at the moment.' },
  ]);
});

it('Amounts are read, and one of zero is none', () => {
  const order = {
    order_id: 'ORD-1',
    total: { amount: '49.90', currency: 'EUR' },
    refunded: { amount: '0.00', currency: 'EUR' },
  };
  const found = readOrderGlance(JSON.stringify({ found: true, order }));
  expect([found?.total, found?.refunded]).toEqual([{ amount: 49.9, currency: 'EUR' }, undefined]);
});

it('An order that is not shown says why', () => {
  const context = { found: false, verification: 'needed', order_id: 'ORD-1', parcels: [], facts: [] };
  expect(readOrderGlance(JSON.stringify(context))).toMatchObject({ missing: 'needed', number: 'ORD-1', parcels: [] });
});

it('A cancelled order is that before anything else', () => {
  const order = { cancelled_at: '2026-03-01T00:00:00Z', fulfillment_status: 'unfulfilled' };
  expect(readOrderGlance(JSON.stringify({ found: true, order }))?.shipping).toBe('cancelled');
});

it('Whatever the text, reading it does not fail', () => {
  for (const text of ['', '{', 'null', '[]', '{}', '7']) expect(readOrderGlance(text)).toBeUndefined();
  const anything = fc.dictionary(
    fc.constantFrom('order', 'parcels', 'findings', 'degraded', 'verification'),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(anything, (context) => {
      expect(readOrderGlance(JSON.stringify({ found: true, ...context }))?.parcels).toBeInstanceOf(Array);
    }),
  );
});
