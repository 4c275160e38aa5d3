import type { OrderDispute, OrderRefund } from '../../contract/order-context';
import type { ShopOrder } from '../shopify/shop-order';
import type { PaymentHistory } from './payment-history';

/** Source: Stripe API, dispute statuses; newer words count as not decided, so that a person looks. */
const DECIDED = new Set(['won', 'lost', 'warning_closed', 'prevented', 'charge_refunded']);

/** Refunds as shop and payment provider know them, newest first. The same money may be in both records. */
export function refundsOf(order: ShopOrder, money: PaymentHistory | null): OrderRefund[] {
  const recorded = order.refunds.map(({ id, total, createdAt }): OrderRefund => ({
    refund_id: id,
    total,
    status: 'recorded',
    failure_reason: null,
    created_at: createdAt,
    source: 'Shopify',
  }));
  const moved = (money?.refunds ?? []).map(({ id, amount, status, failureReason, createdAt }): OrderRefund => ({
    refund_id: id,
    total: amount,
    status,
    failure_reason: failureReason,
    created_at: createdAt,
    source: 'Stripe',
  }));
  return [...recorded, ...moved].sort((a, b) => (b.created_at ?? '').localeCompare(a.created_at ?? ''));
}

/**
 * Disputes as shop and payment provider know them. A charge that is marked as disputed although its disputes could not be
 * had counts as an open one.
 */
export function disputesOf(order: ShopOrder, money: PaymentHistory | null): OrderDispute[] {
  const atShop = order.disputes.map(({ isInquiry, status, isOpen }): OrderDispute => ({
    kind: isInquiry ? 'inquiry' : 'chargeback',
    status,
    open: isOpen,
    reason: null,
    due_by: null,
    created_at: null,
    source: 'Shopify',
  }));
  const marked = (money?.charges ?? []).filter(({ disputed }) => disputed);
  const atStripe =
    money?.disputes?.map(({ status, amount, reason, dueBy, createdAt }): OrderDispute => ({
      kind: status.startsWith('warning') ? 'inquiry' : 'chargeback',
      status,
      open: !DECIDED.has(status),
      total: amount,
      reason: reason.replace(/_/g, ' '),
      due_by: dueBy,
      created_at: createdAt,
      source: 'Stripe',
    })) ??
    marked.map(({ total }): OrderDispute => ({
      kind: 'chargeback',
      status: 'unknown',
      open: true,
      total,
      reason: null,
      due_by: null,
      created_at: null,
      source: 'Stripe',
    }));
  return [...atShop, ...atStripe];
}
