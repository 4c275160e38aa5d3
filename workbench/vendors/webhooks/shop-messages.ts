import type { ScenarioOrder } from '../scenarios/scenario-order';
import { legacyId, shopIds } from '../shopify/shop-ids';
import { moneyBag } from '../shopify/money-bag';
import { orderView } from '../shopify/order-view';
import type { ShopRefund } from '../state/order-history';
import { shopRefundsOf } from '../state/shop-account';
import type { VendorChange, VendorState } from '../state/vendor-state';
import type { WebhookMessage } from './webhook-message';

/** What of an order's view a webhook tells as well. */
interface Shown {
  id: string;
  name: string;
  email: string | null;
  createdAt: string;
  updatedAt: string;
  cancelledAt: string | null;
  cancelReason: string | null;
  displayFinancialStatus: string;
  displayFulfillmentStatus: string;
  totalPriceSet: ReturnType<typeof moneyBag>;
}

/** Webhooks have the REST words for the shipping state. Source: shopify.dev, REST resource Order. */
const FULFILMENT: Readonly<Record<string, string>> = {
  FULFILLED: 'fulfilled',
  PARTIALLY_FULFILLED: 'partial',
  RESTOCKED: 'restocked',
};

const restMoney = ({ shopMoney, presentmentMoney }: ReturnType<typeof moneyBag>) => ({
  shop_money: { amount: shopMoney.amount, currency_code: shopMoney.currencyCode },
  presentment_money: { amount: presentmentMoney.amount, currency_code: presentmentMoney.currencyCode },
});

function restOrder(state: VendorState, order: ScenarioOrder): object {
  const now = state.now();
  const shown = orderView(order, state.historyOf(order), now) as Shown;
  return {
    id: Number(legacyId(shown.id)),
    admin_graphql_api_id: shown.id,
    name: shown.name,
    order_number: parseInt(order.number, 10),
    email: shown.email,
    created_at: shown.createdAt,
    // The view has the time of what the story tells; a webhook is sent because something has changed just now.
    updated_at: now.toISOString(),
    cancelled_at: shown.cancelledAt,
    cancel_reason: shown.cancelReason?.toLowerCase() ?? null,
    financial_status: shown.displayFinancialStatus.toLowerCase(),
    fulfillment_status: FULFILMENT[shown.displayFulfillmentStatus] ?? null,
    currency: shown.totalPriceSet.shopMoney.currencyCode,
    total_price: shown.totalPriceSet.shopMoney.amount,
    total_price_set: restMoney(shown.totalPriceSet),
    shipping_address: { name: order.customer.name, city: order.customer.city, zip: order.customer.zip },
  };
}

function restRefund(order: ScenarioOrder, refund: ShopRefund): object {
  const id = shopIds.refund(order, refund.position);
  return {
    id: Number(legacyId(id)),
    admin_graphql_api_id: id,
    order_id: Number(legacyId(shopIds.order(order))),
    created_at: refund.at.toISOString(),
    processed_at: refund.at.toISOString(),
    note: refund.note,
    refund_line_items: refund.lines.map(({ line, quantity }) => ({
      line_item_id: Number(legacyId(shopIds.line(order, line))),
      quantity,
    })),
    transactions: refund.payments.map(({ minor, gateway, parent }, position) => {
      const { amount, currencyCode } = moneyBag(order, minor).presentmentMoney;
      return {
        id: Number(legacyId(shopIds.repayment(order, refund.position, position))),
        parent_id: parent === null ? null : Number(legacyId(shopIds.payment(order, parent))),
        kind: 'refund',
        status: 'success',
        gateway,
        amount,
        currency: currencyCode,
      };
    }),
  };
}

/** What the shop tells of a change, in its order. */
export function shopMessages(state: VendorState, change: VendorChange): WebhookMessage[] {
  const order = state.orders.byExactNumber(change.orderNumber);
  if (!order) return [];
  const updated = { topic: 'orders/updated', body: restOrder(state, order) };
  if (change.kind === 'cancellation') return [{ topic: 'orders/cancelled', body: updated.body }, updated];
  const refund = shopRefundsOf(order, state.historyOf(order), state.now()).find(
    ({ position }) => shopIds.refund(order, position) === change.objectId,
  );
  return refund ? [{ topic: 'refunds/create', body: restRefund(order, refund) }, updated] : [updated];
}
