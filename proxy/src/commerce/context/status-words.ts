import type { ParcelStatus } from '../../contract/vocabulary';

/** A parcel's status in words for a customer. */
export const PARCEL_WORDS: Record<ParcelStatus, string> = {
  label_created: 'announced to the carrier, not handed over yet',
  picked_up: 'picked up by the carrier',
  in_transit: 'in transit',
  customs: 'in customs clearance',
  out_for_delivery: 'out for delivery',
  delivered: 'delivered',
  delivery_attempted: 'delivery was attempted',
  delayed: 'delayed',
  exception: 'held up on the way',
  ready_for_pickup: 'ready for pickup',
  returning: 'on its way back to us',
  returned: 'returned to us',
  cancelled: 'cancelled',
  not_found: 'not known to the carrier yet',
  unknown: 'not known',
};

/** Source: Shopify Admin GraphQL 2026-07, enum OrderDisplayFulfillmentStatus. */
const FULFILMENT_WORDS: Record<string, string> = {
  fulfilled: 'shipped',
  partially_fulfilled: 'partly shipped',
  unfulfilled: 'not shipped yet',
  in_progress: 'being prepared',
  pending_fulfillment: 'being prepared',
  open: 'being prepared',
  scheduled: 'scheduled',
  on_hold: 'on hold',
  restocked: 'not shipped',
  request_declined: 'not shipped',
};

/** An order's shipping state in words for a customer; a state of a newer API version is spelt out. */
export const fulfilmentWords = (status: string): string => FULFILMENT_WORDS[status] ?? status.replace(/_/g, ' ');

/** What the shop's own shipment status means. Source: Shopify Admin GraphQL 2026-07, enum FulfillmentDisplayStatus. */
const SHOP_STATUS: Record<string, ParcelStatus> = {
  ATTEMPTED_DELIVERY: 'delivery_attempted',
  CANCELED: 'cancelled',
  CARRIER_PICKED_UP: 'picked_up',
  CONFIRMED: 'label_created',
  DELAYED: 'delayed',
  DELIVERED: 'delivered',
  FAILURE: 'exception',
  IN_TRANSIT: 'in_transit',
  LABEL_PRINTED: 'label_created',
  LABEL_PURCHASED: 'label_created',
  LABEL_VOIDED: 'cancelled',
  NOT_DELIVERED: 'exception',
  OUT_FOR_DELIVERY: 'out_for_delivery',
  PICKED_UP: 'delivered',
  READY_FOR_PICKUP: 'ready_for_pickup',
};

/** A shop's shipment status in our words; `FULFILLED` and the like say nothing about the parcel and are unknown. */
export const shopParcelStatus = (status: string | null): ParcelStatus => SHOP_STATUS[status ?? ''] ?? 'unknown';
