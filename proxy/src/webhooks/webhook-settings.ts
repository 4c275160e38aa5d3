import type { ShopifyWebhookSettings } from './shopify-proof';

/** The secrets of the vendors that may send; an address whose vendor is left out does not exist. */
export interface WebhookSettings {
  shopify?: ShopifyWebhookSettings;
  stripe?: { secrets: readonly string[] };
  ups?: { secrets: readonly string[] };
}
