import type { Money, OrderContext } from './order-context';

/** What came in and went back for an order, in its currency. */
export interface PaymentBalance {
  /** Taken, not only reserved, and not failed. */
  readonly paid: Money;
  readonly refunded: Money;
  /** Total less what is left of the payments: above zero is owed by the customer, below zero was taken too much. */
  readonly outstanding: Money;
}

/** As many decimals as any currency has, so that sums of amounts are exact. */
const THOUSANDTHS = 1000;

/**
 * Adds up the payments of an order. Nothing when the order's total is not known, a payment has another currency or the
 * payments are not all known: a sum of some of them would be wrong.
 */
export function paymentBalance({ order, payments, gaps, isCut }: OrderContext): PaymentBalance | undefined {
  const total = order?.total;
  if (isCut || total === undefined || payments.length === 0 || gaps.some(({ part }) => part === 'payment'))
    return undefined;
  const taken = payments.filter(({ status, captured }) => captured && status !== 'failed');
  const amounts = taken.flatMap(({ total: paid, refunded }) => [paid, refunded]).filter((one) => one !== undefined);
  if (amounts.some(({ currency }) => currency !== total.currency)) return undefined;

  const money = (thousandths: number): Money => ({ amount: thousandths / THOUSANDTHS, currency: total.currency });
  const sum = (name: 'total' | 'refunded') =>
    taken.reduce((all, payment) => all + Math.round((payment[name]?.amount ?? 0) * THOUSANDTHS), 0);
  const [paid, refunded] = [sum('total'), sum('refunded')];
  // What the shop gave back lowers what is owed as well.
  const returned = Math.round((order?.refunded?.amount ?? 0) * THOUSANDTHS);
  const owed = order?.cancelledAt ? 0 : Math.round(total.amount * THOUSANDTHS) - returned;
  return { paid: money(paid), refunded: money(refunded), outstanding: money(owed - (paid - refunded)) };
}
