import { webhookSecrets } from './kinds';
import { optional } from './setting';

export const webhookCatalogue = {
  SHOPIFY_WEBHOOK_SECRET: optional({
    meaning:
      'The secret of the Shopify app, which signs what the shop sends to /webhooks/shopify; several are separated by commas while you rotate. The address does not exist when left out.',
    example: 'shpss_0123456789abcdef0123456789abcdef',
    secret: true,
    parse: webhookSecrets,
  }),
  STRIPE_WEBHOOK_SECRET: optional({
    meaning:
      'The signing secret of the Stripe endpoint /webhooks/stripe; several are separated by commas while you rotate. The address does not exist when left out.',
    example: 'whsec_0123456789abcdef0123456789abcdef',
    secret: true,
    parse: webhookSecrets,
  }),
  UPS_WEBHOOK_CREDENTIAL: optional({
    meaning:
      'The credential left with UPS Track Alert, which it repeats at /webhooks/ups; several are separated by commas while you rotate. The address does not exist when left out.',
    example: '0123456789abcdef0123456789abcdef',
    secret: true,
    parse: webhookSecrets,
  }),
};
