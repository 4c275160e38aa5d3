import type { WebhookSettings } from '../webhooks/webhook-settings';
import type { SettingValues } from './catalogue';

/** Which vendors may send, and how they prove it. The shop is held to its name where its key is given as well. */
export function webhookSettings(values: SettingValues): WebhookSettings {
  const { SHOPIFY_WEBHOOK_SECRET: shopify, STRIPE_WEBHOOK_SECRET: stripe, UPS_WEBHOOK_CREDENTIAL: ups } = values;
  const shop = values.SHOPIFY_ACCESS_TOKEN === undefined ? undefined : values.SHOPIFY_STORE_URL;
  return {
    shopify: shopify && { secrets: shopify, shop },
    stripe: stripe && { secrets: stripe },
    ups: ups && { secrets: ups },
  };
}
