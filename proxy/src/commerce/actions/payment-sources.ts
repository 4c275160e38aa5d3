import { findPayments } from '../context/payments';
import { orderNumberOf } from '../context/order-number';
import type { Deadline } from '../../resilience/deadline';
import type { ActionOrder, ShopTransaction } from '../shopify/action-order';
import type { Charge } from '../stripe/charge';
import type { DuplicateCharge } from '../stripe/duplicate-charge';
import type { StripeClient } from '../stripe/stripe-client';
import { minorOfKnown } from './minor-units';
import { notSetUp } from './action-refused';
import type { MoneyPolicy } from './money-policy';

/** A payment that money can go back to. Amounts in the smallest unit of the order's currency. */
export interface PaymentSource {
  /** Who gives the money back. */
  by: 'stripe' | 'shop';
  /** The charge at Stripe, or the payment at the shop. */
  id: string;
  gateway: string;
  paid: number;
  /** What was not given back yet. */
  left: number;
  paidAt: string | null;
}

/** What was paid for an order, newest payment first. */
export interface Paid {
  sources: PaymentSource[];
  /** Some payment is not found where its money would have to be given back, or is in another currency. */
  trouble: 'missing' | 'other_currency' | null;
  /** The bank looks at one of the payments. */
  disputed: boolean;
  duplicates: DuplicateCharge[];
}

/** Source: Stripe API, dispute.status; both kinds of asking count. */
const OPEN_DISPUTES = ['needs_response', 'under_review', 'warning_needs_response', 'warning_under_review'];
const MOVED = ['success', 'pending'];

/**
 * Reads what was paid for an order and what is left of it, freshly.
 * @param asOf leaves out what was paid later: whoever approved a refund of everything has not seen it
 * @throws {VendorError} when Stripe gives no answer
 * @throws {ActionRefused} when Stripe is needed and not set up
 */
export async function readPaid(
  { order, transactions }: ActionOrder,
  stripe: StripeClient | undefined,
  policy: MoneyPolicy,
  deadline: Deadline,
  asOf = '9999',
): Promise<Paid> {
  const payments = transactions.filter(
    ({ kind, status, processedAt }) =>
      ['sale', 'capture'].includes(kind) && status === 'success' && (processedAt ?? '') <= asOf,
  );
  const isExternal = ({ gateway }: ShopTransaction) => gateway === null || policy.external_gateways.includes(gateway);
  const own = payments.filter((payment) => !isExternal(payment)).map((payment) => sourceAtShop(payment, transactions));
  const external = payments.filter(isExternal);
  if (external.length === 0)
    return { sources: newestFirst(own), trouble: null, disputed: order.openDispute, duplicates: [] };

  if (!stripe) throw notSetUp('stripe');
  const { number } = orderNumberOf(order.name);
  const found = await findPayments(stripe, { number, createdAt: order.createdAt }, deadline);
  const fresh = await Promise.all(found.charges.map(({ id }) => stripe.charge(id, deadline)));
  const charges = fresh.filter(
    (charge): charge is Charge =>
      charge !== null && charge.status === 'succeeded' && charge.captured && charge.createdAt <= asOf,
  );
  if (charges.some(({ total }) => total.currency !== order.total.currency))
    return { sources: [], trouble: 'other_currency', disputed: false, duplicates: [] };

  const atStripe = await Promise.all(charges.map((charge) => sourceAtStripe(charge, stripe, deadline)));
  const known = atStripe.reduce((sum, { source }) => sum + source.paid, 0);
  const expected = external.reduce((sum, { amount }) => sum + minorOfKnown(amount), 0);
  return {
    sources: newestFirst([...own, ...atStripe.map(({ source }) => source)]),
    // The search of Stripe knows a payment only after a while.
    trouble: known < expected ? 'missing' : null,
    disputed: order.openDispute || atStripe.some(({ disputed }) => disputed),
    duplicates: found.duplicates,
  };
}

function sourceAtShop(payment: ShopTransaction, transactions: readonly ShopTransaction[]): PaymentSource {
  const paid = minorOfKnown(payment.amount);
  const back = transactions
    .filter(({ kind, status, parentId }) => kind === 'refund' && MOVED.includes(status) && parentId === payment.id)
    .reduce((sum, { amount }) => sum + minorOfKnown(amount), 0);
  const { id, gateway, processedAt } = payment;
  return { by: 'shop', id, gateway: String(gateway), paid, left: Math.max(0, paid - back), paidAt: processedAt };
}

async function sourceAtStripe(charge: Charge, stripe: StripeClient, deadline: Deadline) {
  const disputes = charge.disputed ? await stripe.disputesOfCharge(charge.id, deadline) : [];
  // What the bank took back is no longer there to be given back.
  const lost = disputes
    .filter(({ status }) => status === 'lost')
    .reduce((sum, { amount }) => sum + minorOfKnown(amount), 0);
  const paid = minorOfKnown(charge.taken);
  // What was granted and never captured may show as given back, or not at all.
  const back = minorOfKnown(charge.refunded);
  const granted = minorOfKnown(charge.total);
  const source: PaymentSource = {
    by: 'stripe',
    id: charge.id,
    gateway: 'stripe',
    paid,
    left: Math.max(0, Math.min(paid, granted - back) - lost),
    paidAt: charge.createdAt,
  };
  return { source, disputed: disputes.some(({ status }) => OPEN_DISPUTES.includes(status)) };
}

const newestFirst = (sources: PaymentSource[]) =>
  sources.sort((a, b) => (b.paidAt ?? '').localeCompare(a.paidAt ?? '') || a.id.localeCompare(b.id));

export const leftOf = ({ sources }: Pick<Paid, 'sources'>): number => sources.reduce((sum, { left }) => sum + left, 0);

/** Takes an amount from the newest payments first. @returns what goes back to which; `minor` must not be above what is left */
export function takeFrom(sources: readonly PaymentSource[], minor: number): { source: PaymentSource; minor: number }[] {
  let open = minor;
  return sources.flatMap((source) => {
    const part = Math.min(open, source.left);
    open -= part;
    return part > 0 ? [{ source, minor: part }] : [];
  });
}
