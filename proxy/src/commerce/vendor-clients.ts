import type { CarrierClient, CarrierKey } from './carriers/carrier-facts';
import { createFedexClient } from './carriers/fedex-client';
import { createUpsClient } from './carriers/ups-client';
import { createShopifyClient, type ShopifyClient } from './shopify/shopify-client';
import { createStripeClient, type StripeClient } from './stripe/stripe-client';
import type { Transport } from './transport';
import type { CommerceSettings, CommerceVendor } from './vendor-settings';

/** What the service needs from outside. */
export interface CommerceDependencies {
  now(): Date;
  /** Receives one entry per failed call: vendor, operation, code; never an address, a number or a body. */
  log?: (entry: object) => void;
  /** Carries a vendor's requests; HTTP to the address in the settings when left out. */
  transport?(vendor: CommerceVendor): Transport;
}

/** The clients of the vendors that are on. */
export interface VendorClients {
  shopify?: ShopifyClient;
  carriers: Partial<Record<CarrierKey, CarrierClient>>;
  stripe?: StripeClient;
  close(): Promise<void>;
}

/** Creates a client for every vendor that has settings. Nothing is asked of a vendor yet. */
export function createVendorClients(settings: CommerceSettings, deps: CommerceDependencies): VendorClients {
  const optionsOf = (vendor: CommerceVendor) => ({
    attemptTimeoutMs: settings.attemptTimeoutMs,
    now: () => deps.now(),
    log: deps.log,
    transport: deps.transport?.(vendor),
  });
  const shopify = settings.shopify && createShopifyClient(settings.shopify, optionsOf('shopify'));
  const ups = settings.ups && createUpsClient(settings.ups, optionsOf('ups'));
  const fedex = settings.fedex && createFedexClient(settings.fedex, optionsOf('fedex'));
  const stripe = settings.stripe && createStripeClient(settings.stripe, optionsOf('stripe'));
  return {
    shopify,
    carriers: { ...(ups && { ups }), ...(fedex && { fedex }) },
    stripe,
    async close() {
      await Promise.all([shopify, ups, fedex, stripe].flatMap((client) => (client ? [client.close()] : [])));
    },
  };
}
