import { readFileSync } from 'node:fs';
import { projectFile } from '../../project-file';
import { startDeadline } from '../../resilience/deadline';
import type { ActionOrder } from '../shopify/action-order';
import { readCharge, type WireCharge } from '../stripe/charge';
import type { StripeClient } from '../stripe/stripe-client';
import { readMoneyPolicy } from './money-policy';
import { leftOf, readPaid } from './payment-sources';

const policy = readMoneyPolicy(readFileSync(projectFile('proxy/policies/money.json'), 'utf8'), 'money.json');
const eur = (amount: string) => ({ amount, currency: 'EUR' });

/** An order of which 60 EUR were captured at Stripe, as the charge given says. */
async function paidBy(charge: Partial<WireCharge>) {
  const read = readCharge({
    id: 'ch_1',
    amount: 10_000,
    amount_captured: 6000,
    currency: 'eur',
    status: 'succeeded',
    captured: true,
    created: 1_772_400_000,
    metadata: { order_id: '1001' },
    ...charge,
  });
  const stripe = {
    charge: () => Promise.resolve(read),
    chargesOfOrder: () => Promise.resolve([read]),
  } as Partial<StripeClient> as StripeClient;
  const payment = { kind: 'capture', status: 'success', gateway: 'stripe', amount: eur('60.00'), processedAt: null };
  const order = {
    order: { name: '#1001', createdAt: '2026-03-01T09:00:00.000Z', total: eur('60.00') },
    transactions: [payment],
  } as Partial<ActionOrder> as ActionOrder;
  return readPaid(order, stripe, policy, startDeadline(1000));
}

describe('Of a payment that was captured in part, only what was captured counts', () => {
  it.each<[string, Partial<WireCharge>, number]>([
    ['the rest was let go', { amount_refunded: 0 }, 6000],
    ['the rest shows as given back', { amount_refunded: 4000 }, 6000],
    ['a part of it was given back since', { amount_refunded: 6000 }, 4000],
    ['all of it was given back since', { amount_refunded: 10_000 }, 0],
  ])('%s', async (_what, charge, left) => {
    const paid = await paidBy(charge);
    expect(paid.sources).toMatchObject([{ paid: 6000, left }]);
    expect(leftOf(paid)).toBe(left);
    expect(paid.trouble).toBeNull();
  });

  it('and a payment of which less was captured than the shop took down is not known whole', async () =>
    expect(await paidBy({ amount_captured: 5000 })).toMatchObject({ trouble: 'missing' }));
});
