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
  refundedMinor: number;
  /** A vendor that misbehaves whenever it is asked about this order. */
  trouble?: { vendor: VendorName; fault: Fault };
}

export type VendorName = 'shopify' | 'ups' | 'fedex' | 'stripe' | 'openai';

/** How a vendor misbehaves. */
export interface Fault {
  /** What a language model does wrong is known to its stand-in only. */
  kind: FaultKind | ModelFaultKind;
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
  /** In cents; all scenario orders are in euros. */
  unitMinor: number;
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
  /** Days from today; negative for the past. */
  expectedInDays: number | null;
  delivery?: { receivedBy: string; signature: boolean; photo: boolean };
  /** How the carrier denies the number, when it does. */
  unknown?: 'warning' | 'not_found';
  /** An older parcel that had the same number. */
  recycled?: ScanPlan[];
}

/** One scan of a parcel, oldest first in a list. */
export interface ScanPlan {
  kind: ScanKind;
  daysAgo: number;
  /** `HH:MM` in UTC. */
  time: string;
  city: string;
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
  | 'returning'
  | 'delivered';

export interface ScenarioCharge {
  id: string;
  minor: number;
  refundedMinor: number;
  /** Minutes after the order was placed. */
  minutesAfter: number;
  status: 'succeeded' | 'failed';
  paymentIntent: string;
}
