import type { CancelOrderRequest, RefundOrderRequest } from '../../proxy/src/contract/money-action';
import { chargeOf, DEMO_CUSTOMER, lineOf, orderOf, totalOf } from '../../workbench/vendors/scenarios/order-builder';
import type { ScenarioLine, ScenarioOrder } from '../../workbench/vendors/scenarios/scenario-order';
import { serialOf } from '../../workbench/vendors/scenarios/scenario-store';
import type { Chance } from './chance';

/** How a flow, or several of them, bring an action to the service. */
export const MANNERS = [
  'once',
  'asked_first',
  'twice_at_once',
  'other_body_after',
  'rejected',
  'never_approved',
] as const;
export type Manner = (typeof MANNERS)[number];

/** A refund or cancellation that somebody wants, before anybody has decided. */
export interface Ask {
  key: string;
  operation: 'refund' | 'cancellation';
  request: Omit<RefundOrderRequest, 'approval'> | Omit<CancelOrderRequest, 'approval'>;
  /** What shall be given back, in minor units; null for all that is left. */
  minor: number | null;
  manner: Manner;
}

/** One order and what is asked for it. */
export interface MoneyCase {
  kind: CaseKind;
  order: ScenarioOrder;
  /** What the customer paid, in minor units. */
  paid: number;
  /** Decimal places of the order's currency. */
  decimals: number;
  asks: Ask[];
  /** Whether all asks come at the same time. */
  atOnce: boolean;
}

export const CASE_KINDS = [
  'full',
  'partial',
  'by line',
  'cancellation',
  'cancellation after a partial refund',
  'run by the shop',
  'cancellation run by the shop',
  'yen',
  'two charges',
  'slow bank',
  'bank refuses later',
  'two at once',
] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

const APPROVERS: RefundOrderRequest['approvers'] = [
  { address: 'lead@example.com', level: 'standard' },
  { address: 'head@example.com', level: 'senior' },
];

type Request = Omit<RefundOrderRequest, 'approval'>;

/** Everybody buys once, so that no order's payments look like another's. */
const customerOf = (number: string): ScenarioOrder['customer'] => ({
  ...DEMO_CUSTOMER,
  email: `buyer${number}@example.com`,
  stripeId: `cus_RCCbuyer${number}`,
  fingerprint: `RCCbuyer${number}`,
});

/** Lines with unfulfilled quantities, so that the order can still be cancelled. */
const unshipped = (lines: ScenarioLine[]) => lines.map((line) => ({ ...line, unfulfilled: line.quantity }));

function orderFor(kind: CaseKind, number: string, chance: Chance): ScenarioOrder {
  const shop = kind === 'run by the shop' || kind === 'cancellation run by the shop';
  const yen = kind === 'yen' || (shop && chance.happens(0.2));
  const lines = unshipped([
    lineOf(chance.below(6), 1 + chance.below(3)),
    ...(chance.happens(0.5) ? [lineOf(chance.below(6), 1 + chance.below(2))] : []),
  ]).map((line) => (chance.happens(0.2) ? { ...line, discountMinor: line.quantity * chance.between(1, 300) } : line));
  const total = totalOf(lines);
  const half = Math.floor(total / 2);
  const charges =
    kind === 'two charges'
      ? [chargeOf(number, 0, total - half), chargeOf(number, 1, half)]
      : [
          chargeOf(number, 0, total, {
            ...(kind === 'slow bank' && {
              newRefunds: { pendingSeconds: chance.between(60, 200_000), end: 'succeeded' },
            }),
            ...(kind === 'bank refuses later' && {
              newRefunds: { pendingSeconds: chance.between(0, 100_000), end: 'failed' },
            }),
          }),
        ];
  return orderOf(number, {
    customer: customerOf(number),
    lines,
    // Long enough ago to stay before every approval, however long a storm lasts.
    placedDaysAgo: 30,
    charges: shop ? [] : charges,
    ...(shop && { gateway: 'shopify_payments' }),
    ...(yen && { currency: 'JPY' }),
  });
}

/** Amount text as a flow writes it, in the currency's own number of decimal places. */
export const amountText = (minor: number, decimals: number): string => (minor / 10 ** decimals).toFixed(decimals);

/** One order with what is asked for it, decided by chance. @param number of the order, digits */
export function moneyCase(kind: CaseKind, number: string, chance: Chance): MoneyCase {
  const order = orderFor(kind, number, chance);
  const paid = totalOf(order.lines);
  const decimals = order.currency === 'JPY' ? 0 : 2;
  const asks: Ask[] = [];
  const common: Request = {
    requester_email: order.customer.email,
    order_id: `#${number}`,
    reason: 'The parcel arrived damaged.',
    requested_by: 'agent@example.com',
    approvers: APPROVERS,
    ticket_number: `TKT-${number}`,
  };
  const ask = (operation: Ask['operation'], more: Partial<Request>, minor: number | null) => {
    const position = asks.length;
    const manner = chance.happens(0.5) ? 'once' : chance.pick(MANNERS);
    asks.push({ key: `money:${number}:${position}`, operation, request: { ...common, ...more }, minor, manner });
  };
  const full = () => ask('refund', {}, null);
  const cancel = () => ask('cancellation', {}, null);
  const part = (most = paid) => {
    const minor = chance.between(1, Math.max(1, most - 1));
    ask('refund', { amount: amountText(minor, decimals) }, minor);
  };
  const byLine = () => {
    const index = chance.below(order.lines.length);
    const line = order.lines[index]!;
    const quantity = 1 + chance.below(line.quantity);
    // Discounts of the cases divide evenly, so that a part of a line has an exact price.
    const minor = (line.unitMinor - (line.discountMinor ?? 0) / line.quantity) * quantity;
    const line_id = `gid://shopify/LineItem/${serialOf(order)}${index}`;
    ask('refund', { lines: [{ line_id, quantity }], restock: chance.happens(0.5) }, minor);
  };
  const anything = () => chance.pick([full, part, byLine])();

  switch (kind) {
    case 'full':
      full();
      break;
    case 'partial':
      for (let left = 1 + chance.below(3); left > 0; left -= 1) part();
      break;
    case 'by line':
      byLine();
      break;
    case 'cancellation':
    case 'cancellation run by the shop':
      cancel();
      break;
    case 'cancellation after a partial refund':
      part(Math.ceil(paid / 2));
      cancel();
      break;
    case 'two at once':
      anything();
      chance.pick([cancel, anything])();
      break;
    default:
      anything();
  }
  return { kind, order, paid, decimals, asks, atOnce: kind === 'two at once' };
}
