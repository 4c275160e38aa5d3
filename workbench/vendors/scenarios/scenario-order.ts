import type { ModelFaultKind } from '../openai/model-faults';

/** One order as all vendors see it. Times are days before the day of the clock, so that stories never grow old. */
export interface ScenarioOrder {
  /** Without the `#`, for example `12345` or `1001-UK`. */
  number: string;
  customer: ScenarioCustomer;
  placedDaysAgo: number;
  /** Minute of the day (UTC) at which it was placed. */
  placedMinute: number;
  lines: ScenarioLine[];
  shipments: ScenarioShipment[];
  charges: ScenarioCharge[];
  /** Shopify's OrderDisplayFinancialStatus. */
  financialStatus: string;
  /** Shopify's OrderDisplayFulfillmentStatus. */
  fulfillmentStatus: string;
  cancelled?: { daysAgo: number; reason: string };
  /** What the customer paid in and every amount of the order is in; EUR when left out. */
  currency?: string;
  /** The currency of the shop's books when it is another one, and how much of it one unit of the customer's is worth. */
  shopMoney?: { currency: string; rate: number };
  /** Bought without an account or address: the shop has no customer and no e-mail, the payment provider no customer. */
  guest?: boolean;
  /** The shop does not let us see its customers: everything else is answered, with an error about the customer. */
  customerWithheld?: boolean;
  /**
   * Who takes the order's money for the shop, as the shop calls it; `stripe` when left out, and then the charges are its
   * payments. `shopify_payments` and others are run by the shop itself and paid the whole price at once.
   */
  gateway?: string;
  /** What the shop had given back before the story begins, oldest first. */
  refunds?: ScenarioRefund[];
  returns?: ScenarioReturn[];
  /** Disputes as the shop shows them; it knows only those about payments it runs itself. */
  shopDisputes?: { initiatedAs: 'CHARGEBACK' | 'INQUIRY'; status: string }[];
  /** A vendor that misbehaves whenever it is asked about this order. */
  trouble?: { vendor: VendorName; fault: Fault };
}

export type VendorName = 'shopify' | 'ups' | 'fedex' | 'stripe' | 'openai';

/** How a vendor misbehaves. */
export interface Fault {
  /** What a language model does wrong is known to its stand-in only. */
  kind: FaultKind | ModelFaultKind;
  /** So many calls go well before; none when left out. */
  after?: number;
  /** For so many calls; for all when left out. */
  times?: number;
  /** Sent as `Retry-After` by `rate_limited`. */
  retryAfterSeconds?: number;
  /** Further headers of `rate_limited`. */
  headers?: Record<string, string>;
  /** How long `slow` waits before the headers; 60,000 ms when left out. */
  delayMs?: number;
}
export const FAULT_KINDS = [
  'down',
  'reset',
  'slow',
  'never',
  'drip',
  'empty',
  'garbage',
  'html',
  'server_error',
  'rate_limited',
  'unauthorized',
  'lost_after_effect',
  'silent_after_effect',
  'saved_error',
  'saved_error_after_effect',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface ScenarioCustomer {
  email: string;
  name: string;
  city: string;
  zip: string;
  /** Id at the payment provider. */
  stripeId: string;
  /** Fingerprint of their card. */
  fingerprint: string;
}

export interface ScenarioLine {
  title: string;
  sku: string;
  quantity: number;
  unfulfilled: number;
  /** In minor units of the order's currency: cents, whole yen. */
  unitMinor: number;
  /** Taken off the whole line by discounts. */
  discountMinor?: number;
}

/** A refund the shop took down. */
export interface ScenarioRefund {
  minor: number;
  daysAgo: number;
  /** Which lines, by position, and how many of each; none for money alone. */
  lines?: { line: number; quantity: number }[];
  note?: string;
}

export interface ScenarioReturn {
  /** Shopify's ReturnStatus. */
  status: 'CANCELED' | 'CLOSED' | 'DECLINED' | 'OPEN' | 'REQUESTED';
  daysAgo: number;
  closedDaysAgo?: number;
  quantity: number;
}

export interface ScenarioShipment {
  carrier: 'ups' | 'fedex';
  /** What the shop calls the carrier; usually its name. */
  company: string;
  trackingNumber: string;
  cancelled: boolean;
  /** Shopify's FulfillmentDisplayStatus. */
  displayStatus: string;
  /** Positions of the order lines inside. */
  lines: number[];
  scans: ScanPlan[];
  /** The rows of tracking the shop keeps; one with the company, number and page of the carrier when left out. */
  trackingRows?: { company: string | null; number: string | null; url: string | null }[];
  /** What the carrier has told the shop; the scans when left out, nothing when the carrier denies the number. */
  shopScans?: ScanPlan[];
  /** Days from today; negative for the past. */
  expectedInDays: number | null;
  /** A new day the carrier has set since, in days from today. */
  rescheduledInDays?: number;
  /** When on the expected day, in local time, and how sure the carrier is. */
  window?: { kind: 'estimated' | 'confirmed' | 'imminent' | 'committed'; from: string; to: string };
  delivery?: { receivedBy: string; signature: boolean; photo: boolean };
  /** How the carrier denies the number, when it does; `error` is a complaint about this number only. */
  unknown?: 'warning' | 'not_found' | 'error';
  /** An older parcel that had the same number. */
  recycled?: ScanPlan[];
  /** The carrier gives local times without a zone; UPS also drops their leading zeros. */
  bareTimes?: boolean;
  /** Further parcels of the carrier's shipment, which UPS lists before the one asked for. */
  companions?: { trackingNumber: string; scans: ScanPlan[] }[];
  /** Parcels of the carrier's shipment that it counts but does not list. */
  unlisted?: number;
}

/** One scan of a parcel, oldest first in a list. */
export interface ScanPlan {
  kind: ScanKind;
  daysAgo: number;
  /** `HH:MM` in UTC. */
  time: string;
  city: string;
  /** The carrier's own code, where it has several for the kind, or one that nobody has documented. */
  code?: string;
}
export type ScanKind =
  | 'label'
  | 'voided'
  | 'picked_up'
  | 'departed'
  | 'arrived'
  | 'out'
  | 'attempted'
  | 'weather'
  | 'delayed'
  | 'damaged'
  | 'customs'
  | 'held'
  /** On its way back: `sent_back` in words only, `returning` by a code. */
  | 'sent_back'
  | 'returning'
  | 'delivered';

export interface ScenarioCharge {
  id: string;
  minor: number;
  /** Minutes after the order was placed. */
  minutesAfter: number;
  status: 'succeeded' | 'failed';
  paymentIntent: string;
  /** What Stripe was told to give back before the story begins, oldest first. */
  refunds?: ScenarioChargeRefund[];
  dispute?: ScenarioDispute;
  /** How refunds made during the story end; at once and well when left out. */
  newRefunds?: { pendingSeconds: number; end: 'succeeded' | 'failed' };
}

export interface ScenarioChargeRefund {
  minor: number;
  daysAgo: number;
  /** Stripe's words; a failed or canceled one has not given anything back. */
  status: 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled';
  failureReason?: string;
}

export interface ScenarioDispute {
  /** Stripe's words: `needs_response`, `under_review`, `won`, `lost`, `warning_…` for inquiries, or newer ones. */
  status: string;
  reason: string;
  daysAgo: number;
  /** By when the bank wants evidence; null when it wants none. */
  dueInDays: number | null;
  /** Whether the charge can be refunded meanwhile; true for inquiries. */
  refundable: boolean;
  /** The disputed part; all of the charge when left out. */
  minor?: number;
}
