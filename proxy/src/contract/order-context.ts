import type { Static } from '@sinclair/typebox';
import {
  answerObject,
  choice,
  count,
  flag,
  instant,
  list,
  nullable,
  optional,
  ref,
  replayed,
  requestObject,
  text,
} from './schema';
import { ORIGINS, PARCEL_STATUSES, VENDORS } from './vocabulary';

export const FACT_KINDS = ['text', 'number', 'amount', 'date', 'carrier', 'status', 'link', 'place'] as const;

export const Fact = answerObject('Fact', 'One thing a reply may state, with where it came from.', {
  id: text('Fact ID', 'A stable name, for example parcels.0.status.'),
  label: text('Label', 'The name of the fact for a reader.'),
  value: text('Value', 'The value as text: dates as 2026-03-01, amounts as 49.90 EUR.'),
  kind: choice(FACT_KINDS, 'Kind', 'What kind of value it is.'),
  source: text('Source', 'The vendor or policy file the fact comes from.'),
  as_of: nullable(instant('As Of', 'When the fact was true at its source, or null when that is not known.')),
});
export type Fact = Static<typeof Fact>;

export const Money = answerObject('Money', 'An amount with its currency.', {
  amount: text('Amount', 'The decimal amount as text, for example 49.90.'),
  currency: text('Currency', 'The ISO 4217 code in capitals.'),
});
export type Money = Static<typeof Money>;

export const OrderLine = answerObject('OrderLine', 'One line of an order.', {
  line_id: text('Line ID', 'The id of the line at the shop.'),
  title: text('Title', 'The name of the product.'),
  sku: nullable(text('SKU', 'The stock keeping unit, or null.')),
  quantity: count('Quantity', 'How many were ordered and not removed since.'),
  unfulfilled: count('Unfulfilled', 'How many have not been shipped yet.'),
});

export const OrderSummary = answerObject('OrderSummary', 'The order as the shop knows it.', {
  order_id: text('Order Number', 'The order number in the form ORD-12345.'),
  shop_id: text('Shop ID', 'The id of the order at the shop.'),
  created_at: instant('Created At', 'When the order was placed.'),
  financial_status: text('Financial Status', 'The payment state in lower case, for example paid.'),
  fulfillment_status: text('Fulfilment Status', 'The shipping state in lower case, for example partially_fulfilled.'),
  cancelled_at: nullable(instant('Cancelled At', 'When the order was cancelled, or null.')),
  cancel_reason: nullable(text('Cancel Reason', 'Why it was cancelled, or null.')),
  total: ref(Money),
  refunded: ref(Money),
  customer_name: nullable(text('Customer Name', 'The name of the customer, or null for a guest.')),
  lines: list(ref(OrderLine), 'Lines', 'What was ordered.'),
  return_status: nullable(text('Return Status', 'The state of a return in lower case, or null.')),
});

export const ParcelEvent = answerObject('ParcelEvent', 'One scan of a parcel.', {
  at: nullable(instant('At', 'When it happened in UTC, or null when the carrier gave no zone.')),
  local_time: nullable(text('Local Time', 'The local date and time as the carrier wrote it.')),
  description: text('Description', 'What the carrier wrote.'),
  place: nullable(text('Place', 'City and country, or null.')),
});

export const Parcel = answerObject('Parcel', 'One parcel of an order.', {
  tracking_number: nullable(text('Tracking Number', 'The number at the carrier, or null.')),
  carrier: text('Carrier', 'The carrier, for example FedEx.'),
  status: choice(PARCEL_STATUSES, 'Status', 'What has happened to the parcel, in our own words.'),
  status_text: text('Status Text', 'The same in words for a customer.'),
  estimated_delivery: nullable(text('Estimated Delivery', 'The day it is expected, as 2026-03-01, or null.')),
  delivered_at: nullable(instant('Delivered At', 'When it was delivered, or null.')),
  delivered_to: nullable(text('Delivered To', 'Who or where received it, or null.')),
  proof: list(
    text('Proof', 'One piece of evidence.'),
    'Proof',
    'What shows the delivery: a receiver, a signature, a photo.',
  ),
  exception: nullable(text('Exception', 'Why it is delayed or could not be delivered, or null.')),
  last_event: optional(ref(ParcelEvent)),
  events: list(ref(ParcelEvent), 'Events', 'All scans, newest first.'),
  url: nullable(text('Link', 'Where the customer can follow the parcel, or null.')),
  line_titles: list(text('Title', 'The name of a product.'), 'Contents', 'The products in this parcel.'),
  carrier_mismatch: flag(
    'Carrier Mismatch',
    'True when the shop named another carrier than the one that knows the number.',
  ),
  source: text('Source', 'Who said so: the carrier, or the shop when it knows something newer or the carrier nothing.'),
  as_of: optional(
    nullable(instant('As Of', 'When the status was true at its source, or null when that is not known.')),
  ),
});
export type Parcel = Static<typeof Parcel>;

export const Payment = answerObject('Payment', 'One charge for an order.', {
  charge_id: text('Charge ID', 'The id of the charge at the payment provider.'),
  total: ref(Money),
  refunded: ref(Money),
  status: text('Status', 'The state of the charge: succeeded, pending or failed.'),
  captured: flag('Captured', 'True when the money was taken and not only reserved.'),
  disputed: flag('Disputed', 'True when the customer disputes it at the bank.'),
  created_at: instant('Created At', 'When the charge was made.'),
  card: nullable(text('Card', 'Brand and last four digits, or null.')),
  payment_intent: nullable(text('Payment Intent', 'The payment it belongs to, or null.')),
});
export type Payment = Static<typeof Payment>;

export const OrderRefund = answerObject('OrderRefund', 'Money given back for an order, as one vendor knows it.', {
  refund_id: text('Refund ID', 'The id of the refund at the vendor.'),
  total: ref(Money),
  status: text(
    'Status',
    'recorded: the shop took it down. Else the word of the payment provider: pending, requires_action, succeeded, failed or canceled.',
  ),
  failure_reason: nullable(text('Failure Reason', 'Why it failed, in the words of the payment provider, or null.')),
  created_at: nullable(instant('Created At', 'When it was made, or null.')),
  source: text('Source', 'Who knows of it: Shopify or Stripe.'),
});
export type OrderRefund = Static<typeof OrderRefund>;

export const OrderDispute = answerObject('OrderDispute', 'A payment of the order that the customer disputes.', {
  kind: choice(['chargeback', 'inquiry'], 'Kind', 'inquiry: the bank only asks so far. chargeback: it took the money.'),
  status: text('Status', 'The state in the words of the vendor, in lower case.'),
  open: flag('Open', 'True while it is not decided.'),
  total: optional(ref(Money)),
  reason: nullable(text('Reason', 'What the customer gave as the reason, or null.')),
  due_by: nullable(instant('Due By', 'Until when the bank takes the evidence of the shop, or null.')),
  created_at: nullable(instant('Created At', 'When it began, or null.')),
  source: text('Source', 'Who knows of it: Shopify or Stripe.'),
});
export type OrderDispute = Static<typeof OrderDispute>;

export const FINDINGS = [
  'late',
  'lost_suspected',
  'carrier_mismatch',
  'delivered_but_denied',
  'duplicate_charge',
  'refund_pending',
  'dispute_open',
  'return_window',
  'not_yet_shipped',
  'partly_shipped',
  'cancelled',
  'unknown_to_carrier',
] as const;

export const Finding = answerObject('Finding', 'Something the facts together say.', {
  code: choice(FINDINGS, 'Code', 'What was found.'),
  confidence: choice(['low', 'medium', 'high'], 'Confidence', 'How sure it is.'),
  evidence: list(text('Evidence', 'One fact in words.'), 'Evidence', 'The facts it rests on.'),
});
export type Finding = Static<typeof Finding>;

export const DegradedPart = answerObject('DegradedPart', 'A part that could not be had, or only as it was earlier.', {
  part: choice(['order', 'parcel', 'payment'], 'Part', 'What is missing.'),
  vendor: choice(VENDORS, 'Vendor', 'Who did not answer.'),
  code: text('Code', 'Why, as a code of the error catalogue.'),
  message: text('Message', 'Why, in words.'),
  retry_after_seconds: nullable(count('Retry After', 'When to ask again, in seconds, or null.')),
  shown_as_of: optional(
    instant('Shown As Of', 'From when the older answer is that is shown instead; left out when the part is missing.'),
  ),
});
export type DegradedPart = Static<typeof DegradedPart>;

export const SourceUse = answerObject('SourceUse', 'One question asked to a vendor.', {
  vendor: choice(VENDORS, 'Vendor', 'Who was asked.'),
  origin: choice(ORIGINS, 'Origin', 'Whether the real service or its stand-in answered.'),
  ok: flag('OK', 'True when an answer came.'),
  duration_ms: count('Duration', 'How long it took in milliseconds.'),
});

export const OrderContext = answerObject(
  'OrderContext',
  'Order, parcels and payments joined; any part may be missing and is then named.',
  {
    found: flag('Found', 'True when the order was found and may be shown to the requester.'),
    verification: choice(
      ['verified', 'needed', 'not_found', 'unavailable'],
      'Verification',
      'verified: the order belongs to the requester. needed: it could not be shown that it does, so nothing is revealed. not_found: no such order in the last 60 days. unavailable: the shop did not answer.',
    ),
    order_id: nullable(text('Order Number', 'The order asked for in the form ORD-12345, or null.')),
    order: optional(ref(OrderSummary)),
    parcels: list(ref(Parcel), 'Parcels', 'The parcels of the order.'),
    payments: list(ref(Payment), 'Payments', 'The charges for the order.'),
    refunds: optional(list(ref(OrderRefund), 'Refunds', 'What was given back, newest first, as each vendor knows it.')),
    disputes: optional(list(ref(OrderDispute), 'Disputes', 'The payments that the customer disputes at the bank.')),
    findings: list(ref(Finding), 'Findings', 'What the facts together say.'),
    facts: list(ref(Fact), 'Facts', 'Everything a reply may state.'),
    degraded: list(ref(DegradedPart), 'Degraded', 'The parts that are missing or older than the rest, and why.'),
    sources: list(ref(SourceUse), 'Sources', 'Who was asked.'),
    summary: text('Summary', 'One sentence for an agent.'),
    fetched_at: instant('Fetched At', 'When the facts were collected.'),
  },
);
export type OrderContext = Static<typeof OrderContext>;

export const GetOrderContextRequest = requestObject('GetOrderContextRequest', 'The order to look up and who asks.', {
  requester_email: text(
    'Requester Address',
    "The e-mail address of the customer who asks; only that customer's own order is shown.",
    { maxLength: 320, minLength: 3 },
  ),
  order_id: optional(text('Order Number', 'The order number in any spelling.', { maxLength: 60 })),
  tracking_number: optional(text('Tracking Number', 'A parcel number of the order.', { maxLength: 60 })),
  postcode: optional(
    text('Postcode', 'The delivery postcode, which also proves who asks in a chat.', { maxLength: 20 }),
  ),
  message_id: optional(text('Message ID', 'The message that led to the question.', { maxLength: 998 })),
});
export type GetOrderContextRequest = Static<typeof GetOrderContextRequest>;

export const GetOrderContextAnswer = answerObject('GetOrderContextAnswer', 'The order context for one requester.', {
  ...OrderContext.properties,
  replayed,
  duration_ms: count('Duration', 'How long the service worked on it, in milliseconds.'),
});
export type GetOrderContextAnswer = Static<typeof GetOrderContextAnswer>;

export const TrackShipmentRequest = requestObject('TrackShipmentRequest', 'The parcel to look up and who asks.', {
  tracking_number: text('Tracking Number', 'The number of the parcel.', { minLength: 6, maxLength: 40 }),
  requester_email: text('Requester Address', 'The e-mail address of the customer who asks.', {
    maxLength: 320,
    minLength: 3,
  }),
  carrier: optional(choice(['ups', 'fedex'], 'Carrier', 'The carrier, when it is known.')),
});
export type TrackShipmentRequest = Static<typeof TrackShipmentRequest>;

export const TrackShipmentAnswer = answerObject(
  'TrackShipmentAnswer',
  'One parcel, when it belongs to an order of the requester.',
  {
    found: flag('Found', 'True when a carrier knows the parcel and it may be shown to the requester.'),
    verification: OrderContext.properties.verification,
    parcel: optional(ref(Parcel)),
    degraded: OrderContext.properties.degraded,
    sources: OrderContext.properties.sources,
  },
);
export type TrackShipmentAnswer = Static<typeof TrackShipmentAnswer>;

export const GetChargeRequest = requestObject('GetChargeRequest', 'The charge to look up and who asks.', {
  charge_id: text('Charge ID', 'The id of the charge, beginning with ch_.', { minLength: 4, maxLength: 255 }),
  requester_email: text('Requester Address', 'The e-mail address of the customer who asks.', {
    maxLength: 320,
    minLength: 3,
  }),
});
export type GetChargeRequest = Static<typeof GetChargeRequest>;

export const GetChargeAnswer = answerObject('GetChargeAnswer', 'One charge, when it belongs to the requester.', {
  found: flag('Found', 'True when the charge exists and may be shown to the requester.'),
  verification: OrderContext.properties.verification,
  payment: optional(ref(Payment)),
  degraded: OrderContext.properties.degraded,
  sources: OrderContext.properties.sources,
});
export type GetChargeAnswer = Static<typeof GetChargeAnswer>;
