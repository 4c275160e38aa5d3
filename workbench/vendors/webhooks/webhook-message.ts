/** One thing a vendor tells, before it is signed. */
export interface WebhookMessage {
  /** Shopify's topic or Stripe's event type. */
  topic: string;
  /** The object it is about. */
  body: object;
}
