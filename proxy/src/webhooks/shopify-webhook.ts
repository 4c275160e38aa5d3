import { LONGEST_ID } from '../events/changed-facts';
import { RccError } from '../errors/rcc-error';
import { bodyCheck } from './body-check';
import type { ChangedFact } from './changed-fact';
import { type Delivery, headerOf, type WebhookReader } from './delivery';
import { readFulfilment, WireFulfilment } from './shopify-fulfilment';
import { readOrder, WireOrder } from './shopify-order';
import { proveRecent, proveShopify, type ShopifyWebhookSettings } from './shopify-proof';
import { readRefund, WireRefund } from './shopify-refund';

const order = bodyCheck(WireOrder);
const fulfilment = bodyCheck(WireFulfilment);
const refund = bodyCheck(WireRefund);

/** What every fact of one delivery carries. */
interface Shared {
  change: string;
  delivery_id: string;
  /** When the shop raised the event, in ms: the webhook's own times are whole seconds. */
  version: number;
}

type Read = (body: unknown, shared: Shared) => ChangedFact[];

const orderChanged: Read = (body, shared) => [
  { type: 'order.changed', payload: { ...shared, ...readOrder(order(body)) } },
];
const parcelsChanged: Read = (body, shared) =>
  readFulfilment(fulfilment(body)).map((payload) => ({ type: 'parcel.changed', payload: { ...shared, ...payload } }));
const refundMade: Read = (body, shared) =>
  readRefund(refund(body)).map((payload) => ({ type: 'payment.changed', payload: { ...shared, ...payload } }));

/** Topics as the header writes them. Source: Shopify Admin GraphQL 2026-07, enum WebhookSubscriptionTopic. */
const TOPICS: ReadonlyMap<string, Read> = new Map([
  ['orders/create', orderChanged],
  ['orders/updated', orderChanged],
  ['orders/paid', orderChanged],
  ['orders/fulfilled', orderChanged],
  ['orders/partially_fulfilled', orderChanged],
  ['orders/cancelled', orderChanged],
  ['fulfillments/create', parcelsChanged],
  ['fulfillments/update', parcelsChanged],
  ['refunds/create', refundMade],
]);

const needed = (delivery: Delivery, name: string): string => {
  const value = headerOf(delivery, name);
  if (value !== undefined && value.length <= LONGEST_ID) return value;
  const target = `header/${name}`;
  throw new RccError('RCC_INVALID_REQUEST', `${target} is missing or too long. Give what the shop gave.`, target);
};

/** Reads what a shop tells of orders, fulfilments and refunds. */
export const shopifyWebhook = (settings: ShopifyWebhookSettings): WebhookReader => ({
  prove: (delivery) => proveShopify(delivery, settings),
  read: (delivery, body) => {
    const topic = needed(delivery, 'X-Shopify-Topic').toLowerCase();
    const key = needed(delivery, 'X-Shopify-Webhook-Id');
    const version = Date.parse(needed(delivery, 'X-Shopify-Triggered-At'));
    const facts = TOPICS.get(topic)?.(body, { change: topic, delivery_id: key, version }) ?? null;
    for (const { payload } of facts ?? []) proveRecent(payload.changed_at, delivery.receivedAt);
    return { key, topic, facts };
  },
});
