import type { Payment } from '../../contract/order-context';
import type { Deadline } from '../../resilience/deadline';
import type { Charge } from '../stripe/charge';
import { findDuplicateCharges, type DuplicateCharge } from '../stripe/duplicate-charge';
import type { StripeClient } from '../stripe/stripe-client';

/** The charges of one order, newest first, and the payments among them that look taken twice. */
export interface OrderPayments {
  charges: Charge[];
  duplicates: DuplicateCharge[];
}

const HOUR_MS = 3_600_000;

/**
 * Looks up what was charged for an order. The search knows charges by their order number but not the youngest ones,
 * and not a second charge made without a number; the customer's list has both, so it is read as well.
 */
export async function findPayments(
  stripe: StripeClient,
  order: { number: string; createdAt: string },
  deadline: Deadline,
): Promise<OrderPayments> {
  const named = await stripe.chargesOfOrder(order.number, deadline);
  const customer = named.find((charge) => charge.customer !== null)?.customer;
  const since = new Date(Date.parse(order.createdAt) - HOUR_MS).toISOString();
  const listed = customer ? await stripe.chargesOfCustomer(customer, since, deadline) : [];
  const all = [...new Map([...named, ...listed].map((charge) => [charge.id, charge])).values()];
  return {
    charges: all
      .filter((charge) => charge.orderNumber === order.number)
      .sort((a, b) => b.createdAt.localeCompare(a.createdAt)),
    duplicates: findDuplicateCharges(all).filter(({ earlier, later }) =>
      [earlier.orderNumber, later.orderNumber].includes(order.number),
    ),
  };
}

/** A charge as the contract describes it. */
export function paymentOf(charge: Charge): Payment {
  return {
    charge_id: charge.id,
    total: charge.total,
    refunded: charge.refunded,
    status: charge.status,
    captured: charge.captured,
    disputed: charge.disputed,
    created_at: charge.createdAt,
    card: charge.card && `${charge.card.brand} ${charge.card.last4}`,
    payment_intent: charge.paymentIntent,
  };
}
