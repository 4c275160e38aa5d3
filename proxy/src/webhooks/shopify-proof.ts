import { createHmac } from 'node:crypto';
import { type Delivery, headerOf, WebhookRefused } from './delivery';
import { anyMatches } from './secret-match';

/** Shopify repeats a delivery for some hours and leaves its time as it was: a shorter limit would lose facts. */
const OLDEST_MS = 48 * 3_600_000;
const AHEAD_MS = 300_000;

export interface ShopifyWebhookSettings {
  /** The app's secrets; several while they are rotated. */
  secrets: readonly string[];
  /** The shop that may send, as a host name; any shop with the app when left out. */
  shop?: string;
}

/** True within 48 hours before and five minutes after the clock; false for what is no time. */
const isRecent = (time: string, now: Date): boolean => {
  const age = now.getTime() - Date.parse(time);
  return age <= OLDEST_MS && age >= -AHEAD_MS;
};

/** `X-Shopify-Hmac-Sha256` for a body: HMAC-SHA256 of the raw bytes with the app's secret, base64. Source: shopify.dev. */
export const shopifySignature = (body: Buffer, secret: string): string =>
  createHmac('sha256', secret).update(body).digest('base64');

/**
 * Proves that a delivery comes from the shop.
 * @throws {RccError} `RCC_WEBHOOK_REFUSED` for a wrong signature, another shop, or a time that is too old or not there
 */
export function proveShopify(delivery: Delivery, { secrets, shop }: ShopifyWebhookSettings): void {
  const given = headerOf(delivery, 'X-Shopify-Hmac-Sha256') ?? '';
  const expected = secrets.map((secret) => shopifySignature(delivery.body, secret));
  if (!anyMatches([given], expected)) {
    throw new WebhookRefused('signature', 'The signature does not fit the body.', 'header/X-Shopify-Hmac-Sha256');
  }
  if (shop !== undefined && headerOf(delivery, 'X-Shopify-Shop-Domain')?.toLowerCase() !== shop.toLowerCase()) {
    throw new WebhookRefused(
      'shop',
      'The delivery is of another shop than SHOPIFY_STORE_URL.',
      'header/X-Shopify-Shop-Domain',
    );
  }
  if (!isRecent(headerOf(delivery, 'X-Shopify-Triggered-At') ?? '', delivery.receivedAt)) {
    throw new WebhookRefused(
      'age',
      'The delivery has no time, is older than 48 hours or is of the future.',
      'header/X-Shopify-Triggered-At',
    );
  }
}

/**
 * Proves that what a body tells is recent as well: the headers are not signed, so a copy of an old delivery may come with a
 * new time and a new id.
 * @throws {RccError} `RCC_WEBHOOK_REFUSED`
 */
export function proveRecent(changedAt: string | null, receivedAt: Date): void {
  if (changedAt !== null && receivedAt.getTime() - Date.parse(changedAt) > OLDEST_MS) {
    throw new WebhookRefused(
      'age',
      'The change is older than 48 hours, or it is a test with an example of Shopify’s.',
      'body',
    );
  }
}
