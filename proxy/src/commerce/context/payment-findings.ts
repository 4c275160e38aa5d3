import type { Finding, OrderDispute } from '../../contract/order-context';
import { moneyText } from '../money';
import type { ShopOrder } from '../shopify/shop-order';
import type { DuplicateCharge } from '../stripe/duplicate-charge';
import type { Refund } from '../stripe/refund';
import { finding } from './finding';
import type { PaymentHistory } from './payment-history';

/** Less than the smallest unit of any currency. */
const NOTHING = 0.0005;
const ON_ITS_WAY = new Set(['pending', 'requires_action']);
const NOT_COMING = new Set(['failed', 'canceled']);

/** What the payments of an order say. */
export function paymentFindings(order: ShopOrder, money: PaymentHistory): Finding[] {
  return [...money.duplicates.map(duplicateFinding), ...refundFindings(order, money)];
}

/** Money the customer was told of and does not have: on its way, failed, or only in the shop's books. */
function refundFindings(order: ShopOrder, { charges, refunds }: PaymentHistory): Finding[] {
  const underWay = refunds.filter(({ status }) => ON_ITS_WAY.has(status));
  const failed = refunds.filter((refund) => NOT_COMING.has(refund.status) && !madeUpFor(refund, refunds));
  if (underWay.length + failed.length > 0)
    return [
      finding(
        'refund_pending',
        'high',
        ...underWay.map((refund) => `A refund of ${about(refund)} has not reached the customer yet.`),
        ...failed.map((refund) => `A refund of ${about(refund)} failed${reasonOf(refund)}; the money is not coming.`),
      ),
    ];
  const promised = Number(order.refunded.amount);
  const paidSo = charges.filter(({ total }) => total.currency === order.refunded.currency);
  const given = paidSo.reduce((sum, charge) => sum + Number(charge.refunded.amount), 0);
  if (paidSo.length === 0 || promised - given <= NOTHING) return [];
  const recorded = `The shop recorded a refund of ${moneyText(order.refunded)}`;
  return [finding('refund_pending', 'medium', `${recorded} that has not reached the charge in full.`)];
}

/** Whether the same amount of the same charge was sent again later. */
const madeUpFor = (failed: Refund & { charge: { id: string } }, refunds: PaymentHistory['refunds']) =>
  refunds.some(
    (other) =>
      other.charge.id === failed.charge.id &&
      other.amount.amount === failed.amount.amount &&
      other.createdAt > failed.createdAt &&
      !NOT_COMING.has(other.status),
  );

const about = ({ amount, createdAt }: Refund) => `${moneyText(amount)} of ${createdAt.slice(0, 10)}`;
const reasonOf = ({ failureReason }: Refund) => (failureReason ? ` (${failureReason.replace(/_/g, ' ')})` : '');

/** What a payment that looks taken twice says. */
export function duplicateFinding({ earlier, later, minutesApart, confidence }: DuplicateCharge): Finding {
  const orders = [earlier, later].map(({ orderNumber }) => (orderNumber ? `ORD-${orderNumber}` : 'no order'));
  return finding(
    'duplicate_charge',
    confidence,
    `${moneyText(later.total)} was charged twice within ${minutesApart} minutes.`,
    `${earlier.id} and ${later.id}`,
    confidence === 'high' ? `Both are for ${orders[0]}.` : `They are for ${orders.join(' and ')}.`,
  );
}

/** One finding for all disputes that are not decided, each with what is known of it. */
export function disputeFindings(disputes: readonly OrderDispute[]): Finding[] {
  const open = disputes.filter((dispute) => dispute.open);
  if (open.length === 0) return [];
  return [finding('dispute_open', 'high', ...open.map(disputeWords))];
}

function disputeWords({ kind, total, reason, due_by, source }: OrderDispute): string {
  const what = kind === 'inquiry' ? 'The bank asks about' : 'The customer disputes';
  const money = total ? moneyText(total) : 'a payment of this order';
  const due = due_by ? ` Evidence is due by ${due_by.slice(0, 10)}.` : '';
  return `${what} ${money}${reason ? ` (${reason})` : ''}, says ${source}.${due}`;
}
