import { isPositive } from '../money';
import type { ShopOrder } from '../shopify/shop-order';
import type { Charge } from '../stripe/charge';
import type { Dispute } from '../stripe/dispute';
import type { Refund } from '../stripe/refund';
import type { VendorClients } from '../vendor-clients';
import { orderNumberOf } from './order-number';
import type { OrderPayments } from './payments';
import type { Questions } from './questions';
import { disputes, payments, refunds } from './vendor-questions';

/** What Stripe knows of the money of one order. */
export interface PaymentHistory extends OrderPayments {
  /** When Stripe said so. */
  at: string;
  /** Refunds of the charges; those that could not be had are named as missing. */
  refunds: (Refund & { charge: Charge })[];
  /** Disputes of the charges; null when they could not all be had. */
  disputes: Dispute[] | null;
}

/** More charges than that are not gone into: each one costs two questions. */
const MOST_LOOKED_INTO = 5;

/**
 * Looks up what was charged, given back and disputed. Refunds and disputes are asked for only where a charge or the shop
 * speaks of them, because most orders have none.
 * @returns null when Stripe gave no answer; then nothing is concluded about money
 */
export async function lookUpPayments(
  order: ShopOrder,
  clients: VendorClients,
  questions: Questions,
): Promise<PaymentHistory | null> {
  const { number } = orderNumberOf(order.name);
  const found = await questions.ask('payment', 'stripe', payments(clients, number, order.createdAt));
  if (!found.ok) return null;
  const { charges } = found.value;
  const shopGaveBack = isPositive(order.refunded) || order.refunds.length > 0 || order.cancelledAt !== null;
  const taken = charges.slice(0, MOST_LOOKED_INTO).filter(({ status }) => status === 'succeeded');
  const [given, disputed] = await Promise.all([
    Promise.all(
      taken
        .filter((charge) => shopGaveBack || isPositive(charge.refunded))
        .map(async (charge) => {
          const answer = await questions.ask('payment', 'stripe', refunds(clients, charge.id));
          return answer.ok ? answer.value.map((refund) => ({ ...refund, charge })) : [];
        }),
    ),
    Promise.all(
      taken
        .filter((charge) => order.openDispute || charge.disputed)
        .map(async (charge) => {
          const answer = await questions.ask('payment', 'stripe', disputes(clients, charge.id));
          return answer.ok ? answer.value : null;
        }),
    ),
  ]);
  const known = disputed.filter((one) => one !== null);
  return {
    ...found.value,
    at: found.at,
    refunds: given.flat(),
    disputes: known.length === disputed.length ? known.flat() : null,
  };
}
