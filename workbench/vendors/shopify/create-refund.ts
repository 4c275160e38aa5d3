import { minorOf } from '../scenarios/currency';
import type { ScenarioOrder } from '../scenarios/scenario-order';
import { givenBack, recordChargeRefund, refundsOfCharge } from '../state/charge-refunds';
import type { RefundedLine, ShopRefund, ShopRepayment } from '../state/order-history';
import { paid, paymentsOf, repaid, shopRefundsOf, type ShopPayment } from '../state/shop-account';
import type { VendorState } from '../state/vendor-state';
import { currencyOf, moneyBag } from './money-bag';
import { remaining } from './order-view';
import { shopIds } from './shop-ids';

/** The input of refundCreate, as far as the schema takes it. */
export interface RefundInput {
  orderId: string;
  note?: string | null;
  currency?: string | null;
  allowOverRefunding?: boolean | null;
  refundLineItems?: { lineItemId: string; quantity: number; restockType?: string | null }[] | null;
  transactions?: { amount: string; gateway: string; kind: string; orderId: string; parentId?: string | null }[] | null;
}

export interface UserError {
  field: string[] | null;
  message: string;
}

/** A refund made now or found again under its key, or why there is none. */
type RefundResult = { refund: ShopRefund } | { errors: UserError[] };

/**
 * Takes a refund of an order down once per key. Money with a parent goes back through the gateway that took it: to a
 * payment of Stripe's by a refund at Stripe. Source: Shopify Admin GraphQL 2026-07, mutation refundCreate.
 */
export function createRefund(state: VendorState, order: ScenarioOrder, input: RefundInput, key: string): RefundResult {
  const text = JSON.stringify(input);
  const known = state.shopKeys.get(key);
  if (known && known.input !== text)
    return refused(null, 'The same idempotency key cannot be used with different operation parameters.');
  const history = state.historyOf(order);
  const before = shopRefundsOf(order, history, state.now());
  if (known) return { refund: before[known.position]! };

  const currency = currencyOf(order);
  if (order.shopMoney && !input.currency) return refused(['currency'], 'Currency is required for this order');
  if (input.currency && input.currency !== currency)
    return refused(['currency'], "Currency must be the order's presentment currency");
  const lines = readLines(order, input, before);
  if ('errors' in lines) return lines;
  const payments = readPayments(state, order, input, before);
  if ('errors' in payments) return payments;
  const asked = payments.value.reduce((sum, { minor }) => sum + minor, 0);
  const left = paid(order) - repaid(before);
  if (asked > left && !input.allowOverRefunding) {
    const [wanted, most] = [asked, left].map((minor) => moneyBag(order, minor).presentmentMoney.amount);
    return refused(
      null,
      `Refund amount ${wanted} ${currency} is greater than net payment received ${most} ${currency}`,
    );
  }

  const refund: ShopRefund = {
    position: before.length,
    at: state.now(),
    note: input.note ?? null,
    lines: lines.value,
    payments: payments.value,
  };
  state.change(order).shopRefunds.push(refund);
  state.shopKeys.set(key, { input: text, position: refund.position });
  for (const { minor, parent } of refund.payments) {
    const charge = parent === null ? null : paymentsOf(order)[parent]!.charge;
    if (charge) recordChargeRefund(state, order, charge, { minor, reason: null, metadata: {} });
  }
  const objectId = shopIds.refund(order, refund.position);
  state.tell({ vendor: 'shopify', kind: 'refund', orderNumber: order.number, objectId, at: refund.at });
  return { refund };
}

type Read<T> = { value: T[] } | { errors: UserError[] };
const refused = (field: string[] | null, message: string) => ({ errors: [{ field, message }] });

function readLines(order: ScenarioOrder, input: RefundInput, before: readonly ShopRefund[]): Read<RefundedLine> {
  const value: RefundedLine[] = [];
  for (const [index, { lineItemId, quantity, restockType }] of (input.refundLineItems ?? []).entries()) {
    const field = (name: string) => ['refundLineItems', String(index), name];
    const line = order.lines.findIndex((_, position) => shopIds.line(order, position) === lineItemId);
    if (line < 0) return refused(field('lineItemId'), 'Line item does not exist');
    const already = value.filter((one) => one.line === line).reduce((sum, one) => sum + one.quantity, 0);
    if (quantity < 1) return refused(field('quantity'), 'Quantity must be greater than 0');
    if (already + quantity > remaining(order, line, before))
      return refused(field('quantity'), 'Quantity cannot refund more items than were purchased');
    value.push({ line, quantity, restockType: restockType ?? 'NO_RESTOCK' });
  }
  return { value };
}

function readPayments(
  state: VendorState,
  order: ScenarioOrder,
  input: RefundInput,
  before: readonly ShopRefund[],
): Read<ShopRepayment> {
  const value: ShopRepayment[] = [];
  const payments = paymentsOf(order);
  for (const [index, transaction] of (input.transactions ?? []).entries()) {
    const field = (name: string) => ['transactions', String(index), name];
    const { gateway, kind, orderId, parentId } = transaction;
    if (kind !== 'REFUND') return refused(field('kind'), 'Kind must be refund');
    if (orderId !== input.orderId) return refused(field('orderId'), 'Order does not match the refunded order');
    const minor = minorOf(transaction.amount, currencyOf(order));
    if (minor === null) return refused(field('amount'), 'Amount is invalid');
    if (!parentId) {
      if (gateway !== 'manual') return refused(field('parentId'), "Parent transaction can't be blank");
      value.push({ minor, gateway, parent: null });
      continue;
    }
    const parent = payments.find(({ position }) => shopIds.payment(order, position) === parentId);
    if (!parent?.succeeded) return refused(field('parentId'), 'Parent transaction does not exist');
    if (parent.gateway !== gateway) return refused(field('gateway'), 'Gateway does not match the parent transaction');
    if (sumOn(parent, value) + minor > parent.minor - backOn(state, order, parent, before))
      return refused(field('amount'), 'Amount is greater than what is left of the parent transaction');
    value.push({ minor, gateway, parent: parent.position });
  }
  return { value };
}

const sumOn = ({ position }: ShopPayment, repayments: readonly ShopRepayment[]): number =>
  repayments.filter(({ parent }) => parent === position).reduce((sum, { minor }) => sum + minor, 0);

/** What has gone back on a payment; of Stripe's, Stripe knows best. */
function backOn(state: VendorState, order: ScenarioOrder, payment: ShopPayment, before: readonly ShopRefund[]): number {
  const now = state.now();
  return payment.charge
    ? givenBack(refundsOfCharge(payment.charge, state.historyOf(order), now), now)
    : sumOn(
        payment,
        before.flatMap((refund) => refund.payments),
      );
}
