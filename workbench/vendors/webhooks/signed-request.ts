import { createHmac, randomUUID } from 'node:crypto';
import type { WebhookMessage } from './webhook-message';

/** A message as it goes over the wire, the same for every repetition but for what is signed anew. */
export interface SignedRequest {
  topic: string;
  body: string;
  /** @param now Stripe signs every attempt at its own time */
  headers(now: Date): Record<string, string>;
}

/** The shop all stories are told of. */
const SHOP = 'sandbox.myshopify.com';

const hmac = (secret: string, text: string) => createHmac('sha256', secret).update(text);

/** As Shopify signs: HMAC-SHA256 of the body in base64; id and time are the delivery's and stay. Source: shopify.dev. */
export function signedByShopify({ topic, body }: WebhookMessage, secret: string, at: Date): SignedRequest {
  const text = JSON.stringify(body);
  const headers = {
    'x-shopify-topic': topic,
    'x-shopify-shop-domain': SHOP,
    'x-shopify-api-version': '2026-07',
    'x-shopify-webhook-id': randomUUID(),
    'x-shopify-triggered-at': at.toISOString(),
    'x-shopify-hmac-sha256': hmac(secret, text).digest('base64'),
  };
  return { topic, body: text, headers: () => headers };
}

/** As Stripe signs: HMAC-SHA256 of time and body in hex. Source: docs.stripe.com/webhooks. */
export function signedByStripe({ topic, body }: WebhookMessage, secret: string, at: Date): SignedRequest {
  const text = JSON.stringify({
    id: `evt_${randomUUID().replaceAll('-', '')}`,
    object: 'event',
    api_version: '2026-10-28.endive',
    created: Math.floor(at.getTime() / 1000),
    data: { object: body },
    livemode: false,
    pending_webhooks: 1,
    type: topic,
  });
  return {
    topic,
    body: text,
    headers: (now) => {
      const time = Math.floor(now.getTime() / 1000);
      return { 'stripe-signature': `t=${time},v1=${hmac(secret, `${time}.${text}`).digest('hex')}` };
    },
  };
}
