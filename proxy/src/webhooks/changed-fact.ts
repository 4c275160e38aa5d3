import type { OrderChanged, ParcelChanged, PaymentChanged } from '../events/changed-facts';

/** One fact a vendor told of: the kind of its event and the payload. */
export type ChangedFact =
  | { type: 'order.changed'; payload: OrderChanged }
  | { type: 'parcel.changed'; payload: ParcelChanged }
  | { type: 'payment.changed'; payload: PaymentChanged };

/** Which answers about orders are out of date after a change; what the vendor did not name is null. */
export interface Change {
  kind: 'order' | 'parcel' | 'payment';
  /** Who told of it. */
  vendor: ChangedFact['payload']['vendor'];
  orderId: string | null;
  /** The id of the order at the shop. */
  shopId: string | null;
  trackingNumber: string | null;
  chargeId: string | null;
}

const KIND = { 'order.changed': 'order', 'parcel.changed': 'parcel', 'payment.changed': 'payment' } as const;

export const changeOf = ({ type, payload }: ChangedFact): Change => ({
  kind: KIND[type],
  vendor: payload.vendor,
  orderId: payload.order_id,
  shopId: payload.shop_id,
  trackingNumber: 'tracking_number' in payload ? payload.tracking_number : null,
  chargeId: 'charge_id' in payload ? payload.charge_id : null,
});
