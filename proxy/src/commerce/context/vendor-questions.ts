import type { CarrierFacts, CarrierKey } from '../carriers/carrier-facts';
import type { ShopOrder } from '../shopify/shop-order';
import type { Charge } from '../stripe/charge';
import type { Dispute } from '../stripe/dispute';
import type { Refund } from '../stripe/refund';
import type { VendorClients } from '../vendor-clients';
import type { VendorQuestion } from '../vendor-memory';
import type { Change } from '../../webhooks/changed-fact';
import { readOrderNumber } from './order-number';
import { findPayments, type OrderPayments } from './payments';

/** Every question a look-up asks, in words that name all it depends on; undefined when the vendor is off. */
export type Ask<T> = VendorQuestion<T> | undefined;

export const orderByName = ({ shopify }: VendorClients, name: string): Ask<ShopOrder | null> =>
  shopify && { words: ['order', name], ask: (deadline) => shopify.orderByName(name, deadline) };

export const orderByParcel = (
  { shopify }: VendorClients,
  email: string,
  trackingNumber: string,
): Ask<ShopOrder | null> =>
  shopify && {
    words: ['order of parcel', email, trackingNumber],
    ask: (deadline) => shopify.orderByParcel(email, trackingNumber, deadline),
  };

export const parcel = (
  { carriers }: VendorClients,
  carrier: CarrierKey,
  trackingNumber: string,
): Ask<CarrierFacts | null> => {
  const client = carriers[carrier];
  return client && { words: ['parcel', trackingNumber], ask: (deadline) => client.track(trackingNumber, deadline) };
};

export const payments = ({ stripe }: VendorClients, number: string, createdAt: string): Ask<OrderPayments> =>
  stripe && {
    words: ['payments', number, createdAt],
    ask: (deadline) => findPayments(stripe, { number, createdAt }, deadline),
  };

export const charge = ({ stripe }: VendorClients, id: string): Ask<Charge | null> =>
  stripe && { words: ['charge', id], ask: (deadline) => stripe.charge(id, deadline) };

export const refunds = ({ stripe }: VendorClients, id: string): Ask<Refund[]> =>
  stripe && { words: ['refunds', id], ask: (deadline) => stripe.refundsOfCharge(id, deadline) };

export const disputes = ({ stripe }: VendorClients, id: string): Ask<Dispute[]> =>
  stripe && { words: ['disputes', id], ask: (deadline) => stripe.disputesOfCharge(id, deadline) };

/** Words of every question of this vendor's that may be answered otherwise after a change; more where it names no order. */
export function questionsAbout({ vendor, orderId, trackingNumber, chargeId }: Change): string[] {
  const order = readOrderNumber(orderId ?? '');
  const words = {
    shopify: [order?.shopName ?? 'order', 'order of parcel'],
    stripe: [order?.number ?? 'payments', chargeId],
    ups: [trackingNumber],
  }[vendor];
  return words.flatMap((word) => word ?? []);
}
