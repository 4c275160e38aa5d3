import { type Static, Type } from '@sinclair/typebox';
import { orderNumberOf, readTrackingNumber } from '../commerce/context/order-number';
import { shopParcelStatus } from '../commerce/context/status-words';
import { instant, list, nullable, optional, text } from '../contract/schema';
import type { ParcelChanged } from '../events/changed-facts';
import { shopOrderId } from './shopify-order';

const id = (meaning: string) => Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: meaning });
const word = (meaning: string) => optional(nullable(text('Word', meaning, { maxLength: 255 })));

/** A fulfilment in a webhook, cut to what is read. Source: shopify.dev, REST resource Fulfillment. */
export const WireFulfilment = Type.Object({
  id: id('The id of the fulfilment.'),
  order_id: id('The id of the order.'),
  name: word('The order number with the number of the fulfilment.'),
  status: word('Whether the fulfilment succeeded or was cancelled.'),
  shipment_status: word('Where the parcel is.'),
  updated_at: instant('Updated At', 'When the fulfilment changed.'),
  tracking_company: word('The carrier.'),
  tracking_number: word('The parcel number.'),
  tracking_numbers: optional(list(text('Number', 'A parcel number.'), 'Numbers', 'The parcels.', { maxItems: 100 })),
});

/** `#1001` of `#1001.1` or `#1001-F1`. */
const orderNameOf = (name: string): string => name.replace(/(\.\d+|-F\d+)$/, '');

/** A fulfilment is one parcel per number; one without a number is a parcel nobody can follow. */
export function readFulfilment(
  fulfilment: Static<typeof WireFulfilment>,
): Omit<ParcelChanged, 'change' | 'delivery_id' | 'version'>[] {
  const given = [...(fulfilment.tracking_numbers ?? []), fulfilment.tracking_number ?? ''];
  const numbers = new Set(given.flatMap((number) => readTrackingNumber(number) ?? []));
  const cancelled = fulfilment.status?.toLowerCase() === 'cancelled';
  return [...(numbers.size > 0 ? numbers : [null])].map((number) => ({
    vendor: 'shopify',
    changed_at: new Date(fulfilment.updated_at).toISOString(),
    order_id: fulfilment.name ? orderNumberOf(orderNameOf(fulfilment.name)).orderId : null,
    shop_id: shopOrderId(fulfilment.order_id),
    shipment_id: `gid://shopify/Fulfillment/${fulfilment.id}`,
    tracking_number: number,
    carrier: fulfilment.tracking_company || null,
    status: cancelled ? 'cancelled' : shopParcelStatus(fulfilment.shipment_status?.toUpperCase() ?? null),
    vendor_status: fulfilment.shipment_status ?? fulfilment.status ?? null,
    estimated_delivery: null,
  }));
}
