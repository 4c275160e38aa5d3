import type {
  ApproverLevel,
  CancelOrderRequest,
  MoneyActionKind,
  RefundOrderRequest,
} from '../../contract/money-action';
import { orderNumberOf, readOrderNumber } from '../context/order-number';
import { belongsTo } from '../context/requester';
import type { Deadline } from '../../resilience/deadline';
import { moneyOfMinor, moneyText } from '../money';
import type { ActionOrder } from '../shopify/action-order';
import type { ShopRefundRequest } from '../shopify/shopify-actions';
import type { ShopifyClient } from '../shopify/shopify-client';
import type { StripeClient } from '../stripe/stripe-client';
import { ActionRefused } from './action-refused';
import { minorOfKnown } from './minor-units';
import { levelFor, type MoneyPolicy } from './money-policy';
import { leftOf, type Paid, type PaymentSource, readPaid } from './payment-sources';

/** What an action would do, by what is true at the vendors now. */
export interface Plan {
  kind: MoneyActionKind;
  order: ActionOrder;
  orderId: string;
  currency: string;
  /** What goes back to the customer, in the smallest unit; 0 when nothing was paid. */
  minor: number;
  /** Which part of it goes back to which payment. */
  parts: { source: PaymentSource; minor: number }[];
  /** How much of what Stripe gives back the shop takes down. */
  recorded: number;
  lines: ShopRefundRequest['lines'];
  level: ApproverLevel;
  paid: Paid;
}

/** What planning works with. */
export interface PlanTools {
  shopify: ShopifyClient;
  stripe?: StripeClient;
  policy: MoneyPolicy;
  now: Date;
  deadline: Deadline;
}

const DAY_MS = 86_400_000;

/** The order that is asked about, when it is the customer's. @throws {ActionRefused | VendorError} */
export async function customersOrder(
  request: RefundOrderRequest | CancelOrderRequest,
  { shopify, deadline }: PlanTools,
): Promise<ActionOrder> {
  const asked = readOrderNumber(request.order_id);
  if (!asked)
    throw new ActionRefused(
      'order_not_found',
      'What was given is no order number (order_id). Give one such as ORD-12345.',
    );
  const order = await shopify.actions.order(asked.shopName, deadline);
  if (!order)
    throw new ActionRefused('order_not_found', 'The shop shows no order with this number; it shows the last 60 days.');
  if (!belongsTo(order.order, request.requester_email))
    throw new ActionRefused('not_the_customers_order', 'The order is not under the address of the customer.');
  return order;
}

/**
 * What was paid for the order, when it may be touched.
 * @throws {ActionRefused | VendorError}
 */
export async function paymentsOf(
  order: ActionOrder,
  request: RefundOrderRequest | CancelOrderRequest,
  { stripe, policy, deadline }: PlanTools,
): Promise<Paid> {
  const asOf = request.approval && new Date(request.approval.decided_at).toISOString();
  const paid = await readPaid(order, stripe, policy, deadline, asOf);
  if (paid.trouble === 'other_currency')
    throw new ActionRefused('currency_differs', 'The payment is in another currency than the order.');
  if (paid.disputed && !policy.refund_disputed_payments)
    throw new ActionRefused('dispute_open', 'The bank looks at a payment of this order. Wait for its decision.');
  return paid;
}

/** Everything that is left, when all payments are known. @throws {ActionRefused} */
export function everythingLeft(paid: Paid): number {
  if (paid.trouble === 'missing')
    throw new ActionRefused(
      'payment_not_found',
      'Stripe does not show every payment of the order. New payments are found after a minute; others are given back where they were made.',
    );
  return leftOf(paid);
}

/** @throws {ActionRefused} when the order or its delivery is too long ago */
export function checkTime({ order }: ActionOrder, policy: MoneyPolicy, now: Date): void {
  const days = (instant: string) => (now.getTime() - Date.parse(instant)) / DAY_MS;
  const delivered = order.shipments.flatMap(({ deliveredAt }) => deliveredAt ?? []).sort();
  const last = delivered.at(-1);
  if (days(order.createdAt) > policy.days_after_order)
    throw new ActionRefused('too_late', `The order is more than ${policy.days_after_order} days old.`);
  if (last !== undefined && days(last) > policy.days_after_delivery)
    throw new ActionRefused('too_late', `The order was delivered more than ${policy.days_after_delivery} days ago.`);
}

/** @throws {ActionRefused} when nobody may approve so much */
export function levelOf(minor: number, currency: string, policy: MoneyPolicy): ApproverLevel {
  if (minor === 0) return 'standard';
  const amount = moneyOfMinor(minor, currency);
  const level = levelFor(policy, amount);
  if (level === null)
    throw new ActionRefused('above_every_limit', `${moneyText(amount)} is more than anybody may approve here.`);
  return level;
}

/** What was taken above the price of the order, as by a payment taken twice: the shop's books never had it. */
export function takenTooMuch({ order }: ActionOrder, paid: Paid): number {
  const open = Math.max(0, minorOfKnown(order.total) - minorOfKnown(order.refunded));
  return Math.max(0, leftOf(paid) - open);
}

/** How much of what Stripe gives back the shop takes down. */
export const recordedOf = (parts: Plan['parts'], tooMuch: number): number =>
  Math.max(
    0,
    parts.filter(({ source }) => source.by === 'stripe').reduce((sum, part) => sum + part.minor, 0) - tooMuch,
  );

export const orderIdOf = ({ order }: ActionOrder): string => orderNumberOf(order.name).orderId;
