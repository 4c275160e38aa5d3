import type { MemoryOptions } from './vendor-memory';

export const COMMERCE_VENDORS = ['shopify', 'ups', 'fedex', 'stripe'] as const;
export type CommerceVendor = (typeof COMMERCE_VENDORS)[number];

/** Where each vendor is and how to sign in. A vendor left out is off; answers name it in `degraded`. */

interface VendorAddress {
  /** `live` is the vendor's own service, `sandbox` its stand-in on loopback. */
  origin: 'live' | 'sandbox';
  /** Scheme, host and port without a path, for example `https://onlinetools.ups.com`. */
  baseUrl: string;
}

export interface ShopifySettings extends VendorAddress {
  accessToken: string;
  /** Quarterly API version, for example `2026-07`. */
  apiVersion: string;
}

export interface CarrierSettings extends VendorAddress {
  clientId: string;
  clientSecret: string;
}

export interface StripeSettings extends VendorAddress {
  apiKey: string;
}

export interface CommerceSettings {
  shopify?: ShopifySettings;
  ups?: CarrierSettings;
  fedex?: CarrierSettings;
  stripe?: StripeSettings;
  /** For one whole order context, in milliseconds. */
  deadlineMs: number;
  /** For one attempt at one vendor, in milliseconds. */
  attemptTimeoutMs: number;
  /** How long answers are used again; nothing is kept when left out. */
  memory?: MemoryOptions;
  /** Where the shop is, as an IANA time zone: its days are the days of orders and payments. UTC when left out. */
  timeZone?: string;
}
