import { Router } from 'express';
import { RccError } from '../errors/rcc-error';
import { notThisMethod } from '../server/not-this-method';
import { WEBHOOK_VENDORS, type WebhookReader, type WebhookVendor } from './delivery';
import { receiveWebhook, type WebhookDependencies } from './receive-webhook';
import { shopifyWebhook } from './shopify-webhook';
import { stripeWebhook } from './stripe-webhook';
import { upsWebhook } from './ups-webhook';
import type { WebhookSettings } from './webhook-settings';

/**
 * The addresses vendors send to, one per vendor with a secret, outside the connector: a vendor has no key of ours, it proves
 * itself by its signature.
 */
export function webhookRoutes({ shopify, stripe, ups }: WebhookSettings, dependencies: WebhookDependencies): Router {
  const readers: Partial<Record<WebhookVendor, WebhookReader>> = {
    shopify: shopify && shopifyWebhook(shopify),
    stripe: stripe && stripeWebhook(stripe),
    ups: ups && upsWebhook(ups),
  };
  const router = Router();
  for (const [vendor, reader] of Object.entries(readers) as [WebhookVendor, WebhookReader | undefined][]) {
    if (reader === undefined) continue;
    router
      .route(`/${vendor}`)
      .post(receiveWebhook(vendor, reader, dependencies))
      .all(notThisMethod('POST'));
  }
  router.use((request) => {
    const isVendor = (WEBHOOK_VENDORS as readonly string[]).includes(request.path.slice(1));
    throw new RccError(
      'RCC_NOT_FOUND',
      isVendor
        ? 'No webhooks are taken at this address. Set the secret of the vendor to open it.'
        : 'No webhooks are taken at this address.',
    );
  });
  return router;
}
