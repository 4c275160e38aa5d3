import { type Static, Type } from '@sinclair/typebox';
import { orderNumberOf } from '../commerce/context/order-number';
import { instant, nullable, optional, text } from '../contract/schema';
import type { OrderChanged } from '../events/changed-facts';
import { readAmount } from './body-check';

const word = (meaning: string) => optional(nullable(text('Word', meaning, { maxLength: 60 })));

/** An order in a webhook, cut to what is read. It is the REST order, whatever the shop's API. Source: shopify.dev. */
export const WireOrder = Type.Object({
  id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: 'The id of the order.' }),
  name: text('Name', 'The order number with its sign.', { minLength: 1, maxLength: 60 }),
  created_at: instant('Created At', 'When the order was placed.'),
  updated_at: instant('Updated At', 'When the order changed.'),
  cancelled_at: optional(nullable(instant('Cancelled At', 'When the order was cancelled.'))),
  cancel_reason: word('Why it was cancelled.'),
  financial_status: word('The payment state.'),
  fulfillment_status: word('The shipping state.'),
  currency: text('Currency', 'The currency of the shop.'),
  total_price: text('Total', 'The total in the currency of the shop.'),
  total_price_set: optional(
    Type.Object({
      presentment_money: Type.Object({ amount: text('Amount', ''), currency_code: text('Currency', '') }),
    }),
  ),
});

/** The shipping state as the Admin API and the order context name it; REST has words of its own, and none for the first. */
const FULFILMENT = new Map([
  ['', 'unfulfilled'],
  ['partial', 'partially_fulfilled'],
]);

const utc = (instantText: string): string => new Date(instantText).toISOString();

export const shopOrderId = (id: number): string => `gid://shopify/Order/${id}`;

export function readOrder(order: Static<typeof WireOrder>): Omit<OrderChanged, 'change' | 'delivery_id' | 'version'> {
  const shown = order.total_price_set?.presentment_money;
  const shipping = order.fulfillment_status?.toLowerCase() ?? '';
  return {
    vendor: 'shopify',
    changed_at: utc(order.updated_at),
    order_id: orderNumberOf(order.name).orderId,
    shop_id: shopOrderId(order.id),
    created_at: utc(order.created_at),
    financial_status: order.financial_status?.toLowerCase() ?? 'unknown',
    fulfillment_status: FULFILMENT.get(shipping) ?? shipping,
    cancelled_at: order.cancelled_at ? utc(order.cancelled_at) : null,
    cancel_reason: order.cancel_reason?.toLowerCase() ?? null,
    // What the customer sees, as in the order context.
    total: shown
      ? readAmount(shown.amount, shown.currency_code, 'body/total_price_set/presentment_money')
      : readAmount(order.total_price, order.currency, 'body/total_price'),
  };
}
