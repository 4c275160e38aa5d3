import { createHmac } from 'node:crypto';
import { type Delivery, headerOf, WebhookRefused } from './delivery';
import { anyMatches } from './secret-match';

/** How far the signed time may be from now, in seconds. Source: the default tolerance of Stripe's own libraries. */
const TOLERANCE_S = 300;

/** The `v1` signature of a body at a time in unix seconds: HMAC-SHA256 of `<time>.<body>`, hex. Source: docs.stripe.com. */
export const stripeSignature = (body: Buffer, time: string, secret: string): string =>
  createHmac('sha256', secret).update(`${time}.`).update(body).digest('hex');

/**
 * Proves that a delivery comes from Stripe. The header holds the time and, while secrets are rotated, several signatures:
 * `t=1700000000,v1=…,v1=…`; every other scheme is ignored.
 * @throws {RccError} `RCC_WEBHOOK_REFUSED`
 */
export function proveStripe(delivery: Delivery, { secrets }: { secrets: readonly string[] }): void {
  const parts = (headerOf(delivery, 'Stripe-Signature') ?? '').split(',').map((part) => part.trim());
  const valuesOf = (scheme: string) =>
    parts.filter((part) => part.startsWith(`${scheme}=`)).map((part) => part.slice(scheme.length + 1));
  const [time = ''] = valuesOf('t');
  const expected = secrets.map((secret) => stripeSignature(delivery.body, time, secret));
  if (!/^\d{1,12}$/.test(time) || !anyMatches(valuesOf('v1'), expected)) {
    throw new WebhookRefused('signature', 'No signature of the header fits the body.', 'header/Stripe-Signature');
  }
  if (Math.abs(delivery.receivedAt.getTime() / 1000 - Number(time)) > TOLERANCE_S) {
    throw new WebhookRefused(
      'age',
      `The signed time is more than ${TOLERANCE_S} seconds from now.`,
      'header/Stripe-Signature',
    );
  }
}
