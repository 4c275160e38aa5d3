import { totalOf } from '../scenarios/order-builder';
import { instantOf } from '../scenarios/scenario-clock';
import type { ScenarioCharge, ScenarioOrder } from '../scenarios/scenario-order';
import type { OrderHistory, ShopRefund } from './order-history';

/** A payment the shop has taken down for an order. */
export interface ShopPayment {
  /** Position among the order's payments. */
  position: number;
  gateway: string;
  minor: number;
  succeeded: boolean;
  /** Stripe's charge behind it, when the money came through Stripe. */
  charge: ScenarioCharge | null;
}

/** Without one of these nothing was paid. Source: Shopify Admin GraphQL 2026-07, enum OrderDisplayFinancialStatus. */
const UNPAID = ['PENDING', 'AUTHORIZED', 'EXPIRED', 'VOIDED'];

const gatewayOf = (order: ScenarioOrder): string => order.gateway ?? 'stripe';

/** An order's payments as the shop knows them. A charge taken once more after the order was paid is known to Stripe alone. */
export function paymentsOf(order: ScenarioOrder): ShopPayment[] {
  const gateway = gatewayOf(order);
  const total = totalOf(order.lines);
  if (gateway !== 'stripe')
    return UNPAID.includes(order.financialStatus)
      ? []
      : [{ position: 0, gateway, minor: total, succeeded: true, charge: null }];
  let paid = 0;
  const payments: ShopPayment[] = [];
  for (const charge of order.charges) {
    const succeeded = charge.status === 'succeeded';
    if (succeeded && paid + charge.minor > total) continue;
    if (succeeded) paid += charge.minor;
    payments.push({ position: payments.length, gateway, minor: charge.minor, succeeded, charge });
  }
  return payments;
}

/** All refunds of the shop, oldest first: those before the story and those made since, a cancellation's included. */
export function shopRefundsOf(order: ScenarioOrder, history: OrderHistory, now: Date): ShopRefund[] {
  const parent = paymentsOf(order).find(({ succeeded }) => succeeded)?.position ?? null;
  const earlier = (order.refunds ?? []).map(({ minor, daysAgo, lines = [], note = null }, position): ShopRefund => ({
    position,
    at: instantOf(now, daysAgo, '10:05'),
    note,
    lines: lines.map((line) => ({ ...line, restockType: 'RETURN' })),
    payments: [{ minor, gateway: gatewayOf(order), parent }],
  }));
  return [...earlier, ...history.shopRefunds];
}

/** The sum of all money the shop gave back or took down as given back. */
export const repaid = (refunds: readonly ShopRefund[]): number =>
  refunds.flatMap(({ payments }) => payments).reduce((sum, { minor }) => sum + minor, 0);

/** How many of a line refunds have taken off the order. */
export const takenOff = (refunds: readonly ShopRefund[], line: number): number =>
  refunds
    .flatMap(({ lines }) => lines)
    .filter((refunded) => refunded.line === line)
    .reduce((sum, { quantity }) => sum + quantity, 0);

/** What was paid at the shop. */
export const paid = (order: ScenarioOrder): number =>
  paymentsOf(order)
    .filter(({ succeeded }) => succeeded)
    .reduce((sum, { minor }) => sum + minor, 0);
