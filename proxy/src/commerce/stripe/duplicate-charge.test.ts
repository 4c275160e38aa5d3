import fc from 'fast-check';
import type { Charge } from './charge';
import { findDuplicateCharges } from './duplicate-charge';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 1) + minute * 60_000).toISOString();
const charge = (id: string, minute: number, more: Partial<Charge> = {}): Charge => ({
  id,
  total: { amount: '49.90', currency: 'EUR' },
  taken: { amount: '49.90', currency: 'EUR' },
  refunded: { amount: '0.00', currency: 'EUR' },
  fullyRefunded: false,
  status: 'succeeded',
  captured: true,
  disputed: false,
  createdAt: at(minute),
  customer: 'cus_1',
  paymentIntent: `pi_${id}`,
  orderNumber: '1001',
  card: { brand: 'visa', last4: '4242' },
  fingerprint: 'card 1',
  ...more,
});

describe('duplicate charges', () => {
  it('are two payments for one order within ten minutes', () =>
    expect(findDuplicateCharges([charge('b', 3), charge('a', 0)])).toMatchObject([
      { earlier: { id: 'a' }, later: { id: 'b' }, minutesApart: 3, confidence: 'high' },
    ]));

  it.each<[string, Partial<Charge>, string | undefined]>([
    ['for another order', { orderNumber: '1002' }, 'medium'],
    ['without an order number', { orderNumber: null }, 'medium'],
    ['of another amount', { total: { amount: '49.91', currency: 'EUR' } }, undefined],
    ['in another currency', { total: { amount: '49.90', currency: 'USD' } }, undefined],
    ['from another card', { fingerprint: 'card 2' }, undefined],
    ['that failed', { status: 'failed' }, undefined],
    ['that is only reserved', { captured: false }, undefined],
    ['that was given back', { fullyRefunded: true }, undefined],
    ['of the same payment', { paymentIntent: 'pi_a' }, undefined],
    ['after eleven minutes', { createdAt: at(11) }, undefined],
    ['without a fingerprint, same customer and card', { fingerprint: null }, 'high'],
    ['without a fingerprint, other customer', { fingerprint: null, customer: 'cus_2' }, undefined],
  ])('a second charge %s: %#', (_, second, confidence) =>
    expect(findDuplicateCharges([charge('a', 0), charge('b', 3, second)])[0]?.confidence).toBe(confidence),
  );

  it('name a charge as the later one exactly when an equal payment precedes it closely', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ minute: fc.nat(60), card: fc.nat(1), failed: fc.boolean() }), { maxLength: 8 }),
        (plans) => {
          const charges = plans.map(({ minute, card, failed }, index) =>
            charge(`c${index}`, minute, { fingerprint: `card ${card}`, status: failed ? 'failed' : 'succeeded' }),
          );
          const before = (a: Charge, b: Charge) =>
            a.createdAt < b.createdAt || (a.createdAt === b.createdAt && a.id < b.id);
          const expected = charges.filter(
            (later) =>
              later.status === 'succeeded' &&
              charges.some(
                (earlier) =>
                  earlier.status === 'succeeded' &&
                  earlier.fingerprint === later.fingerprint &&
                  before(earlier, later) &&
                  Date.parse(later.createdAt) - Date.parse(earlier.createdAt) <= 600_000,
              ),
          );
          const found = findDuplicateCharges(charges).map(({ later }) => later.id);
          expect(new Set(found)).toEqual(new Set(expected.map(({ id }) => id)));
        },
      ),
    ));
});
