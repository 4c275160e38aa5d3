import { type Static, Type } from '@sinclair/typebox';
import { Money } from '../contract/order-context';
import { choice, flag, instant, nullable, number, optional, ref, text } from '../contract/schema';
import { PARCEL_STATUSES } from '../contract/vocabulary';

/** The longest id that is kept; what is longer is no id of these vendors. */
export const LONGEST_ID = 255;

const id = (summary: string, description: string) => text(summary, description, { maxLength: LONGEST_ID });

const told = {
  change: id('Change', 'What the vendor calls it, for example orders/cancelled.'),
  delivery_id: id('Delivery ID', 'The id of the delivery that told of it.'),
  changed_at: nullable(instant('Changed At', 'When it changed by the vendor’s clock, or null when no zone was told.')),
  version: number('Version', 'Orders changes of the same instant: the higher one is the newer.'),
};
const orderId = nullable(id('Order Number', 'The order number in the form ORD-12345, or null when it was not told.'));
const shopId = nullable(id('Shop ID', 'The id of the order at the shop, or null when it was not told.'));

/** An order as it was after a change. No names, no addresses. */
export const OrderChanged = Type.Object({
  vendor: choice(['shopify'], 'Vendor', 'Who told of it.'),
  ...told,
  order_id: id('Order Number', 'The order number in the form ORD-12345.'),
  shop_id: id('Shop ID', 'The id of the order at the shop.'),
  created_at: instant('Created At', 'When the order was placed.'),
  financial_status: id('Financial Status', 'The payment state in lower case, for example paid.'),
  fulfillment_status: id('Fulfilment Status', 'The shipping state in lower case, for example partially_fulfilled.'),
  cancelled_at: nullable(instant('Cancelled At', 'When the order was cancelled, or null.')),
  cancel_reason: nullable(id('Cancel Reason', 'Why it was cancelled, or null.')),
  total: ref(Money),
});
export type OrderChanged = Static<typeof OrderChanged>;

/** A parcel as it was after a change. No receiver, no place. */
export const ParcelChanged = Type.Object({
  vendor: choice(['shopify', 'ups'], 'Vendor', 'Who told of it.'),
  ...told,
  order_id: orderId,
  shop_id: shopId,
  shipment_id: nullable(id('Shipment ID', 'The id of the shipment at the shop, or null.')),
  tracking_number: nullable(id('Tracking Number', 'The number at the carrier, or null.')),
  carrier: nullable(id('Carrier', 'The carrier, for example FedEx, or null when nobody named one.')),
  status: choice(PARCEL_STATUSES, 'Status', 'What has happened to the parcel, in our own words.'),
  vendor_status: nullable(id('Vendor Status', 'The same as the vendor’s code, or null.')),
  estimated_delivery: nullable(text('Estimated Delivery', 'The day it is expected, as 2026-03-01, or null.')),
});
export type ParcelChanged = Static<typeof ParcelChanged>;

export const TRANSACTIONS = ['charge', 'refund', 'dispute'] as const;

/** A charge, a refund or a dispute as it was after a change. No card, no payer. */
export const PaymentChanged = Type.Object({
  vendor: choice(['shopify', 'stripe'], 'Vendor', 'Who told of it.'),
  ...told,
  transaction: choice(TRANSACTIONS, 'Transaction', 'What kind of transaction it is.'),
  transaction_id: id('Transaction ID', 'The id of the charge, the refund or the dispute at the vendor.'),
  charge_id: nullable(id('Charge ID', 'The charge it is or belongs to, or null when it was not told.')),
  order_id: orderId,
  shop_id: shopId,
  total: ref(Money),
  refunded: optional(ref(Money)),
  status: id('Status', 'The state in the vendor’s word, for example succeeded.'),
  disputed: nullable(flag('Disputed', 'For a charge, whether the customer disputes it at the bank.')),
  reason: nullable(id('Reason', 'Why there is a dispute, or null.')),
  due_by: nullable(instant('Due By', 'By when the bank wants evidence for a dispute, or null.')),
  gateway: nullable(id('Gateway', 'For a refund of the shop, through whom the money goes, or null.')),
  action_key: nullable(id('Action Key', 'For a refund, the key of the action that asked for it, or null.')),
  created_at: instant('Created At', 'When the transaction began.'),
});
export type PaymentChanged = Static<typeof PaymentChanged>;
