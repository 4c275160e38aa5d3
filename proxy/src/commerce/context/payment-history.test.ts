import { startDeadline } from '../../resilience/deadline';
import { moneyOf } from '../money';
import type { ShopOrder } from '../shopify/shop-order';
import type { Charge } from '../stripe/charge';
import { sampleCharge as charge } from '../stripe/charge.fixture';
import type { StripeClient } from '../stripe/stripe-client';
import { VendorError } from '../vendor-error';
import { createVendorMemories } from '../vendor-memories';
import { lookUpPayments } from './payment-history';
import { Questions } from './questions';

const order = (more: Partial<ShopOrder> = {}) =>
  ({
    name: '#1001',
    createdAt: '2026-03-01T08:00:00.000Z',
    cancelledAt: null,
    refunded: moneyOf('0', 'EUR'),
    refunds: [],
    openDispute: false,
    ...more,
  }) as unknown as ShopOrder;

/** What Stripe is asked for an order with this charge, and what came of it. */
async function lookUp(shop: ShopOrder, one: Charge, disputesFail = false) {
  const asked: string[] = [];
  const stripe = {
    chargesOfOrder: () => Promise.resolve([one]),
    refundsOfCharge: (id: string) => (asked.push(`refunds ${id}`), Promise.resolve([])),
    disputesOfCharge: (id: string) => {
      asked.push(`disputes ${id}`);
      const failure = new VendorError('stripe', 'RCC_UPSTREAM_TIMEOUT', 'stripe did not answer in time.');
      return disputesFail ? Promise.reject(failure) : Promise.resolve([]);
    },
  } as unknown as StripeClient;
  const settings = {
    stripe: { origin: 'sandbox' as const, baseUrl: '', apiKey: '' },
    deadlineMs: 1000,
    attemptTimeoutMs: 1000,
  };
  const memories = createVendorMemories(settings, { now: () => new Date(0) });
  const questions = new Questions(settings, memories, startDeadline(1000));
  const clients = { stripe, carriers: {}, close: () => Promise.resolve() };
  return { asked, money: await lookUpPayments(shop, clients, questions), degraded: questions.degraded };
}

describe('refunds and disputes of an order', () => {
  it.each<[string, Partial<ShopOrder>, Partial<Charge>, string[]]>([
    ['an ordinary order', {}, {}, []],
    ['a charge given back', {}, { refunded: moneyOf('5', 'EUR') }, ['refunds ch_1']],
    // A refund that failed is no longer seen on the charge.
    ['a refund the shop took down', { refunded: moneyOf('5', 'EUR') }, {}, ['refunds ch_1']],
    ['a cancelled order', { cancelledAt: '2026-03-02T08:00:00.000Z' }, {}, ['refunds ch_1']],
    ['a disputed charge', {}, { disputed: true }, ['disputes ch_1']],
    ['a dispute the shop knows of', { openDispute: true }, {}, ['disputes ch_1']],
    ['a charge that failed', { refunded: moneyOf('5', 'EUR') }, { status: 'failed' }, []],
  ])('are asked for only where something speaks of them: %s', async (_, shop, one, expected) =>
    expect((await lookUp(order(shop), charge(one))).asked).toEqual(expected),
  );

  it('that cannot be had are named as missing, and the charges are still there', async () => {
    const { money, degraded } = await lookUp(order(), charge({ disputed: true }), true);
    expect(money).toMatchObject({ charges: [{ id: 'ch_1' }], disputes: null });
    expect(degraded).toMatchObject([{ part: 'payment', vendor: 'stripe', code: 'RCC_UPSTREAM_TIMEOUT' }]);
  });
});
