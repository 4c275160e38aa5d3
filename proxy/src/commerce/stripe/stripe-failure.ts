import Stripe from 'stripe';
import { VendorError } from '../vendor-error';

/** The failure behind an error of the `stripe` package, which wraps what its transport throws. */
export function asVendorError(error: unknown): VendorError {
  const cause: unknown = error instanceof Stripe.errors.StripeConnectionError ? error.detail : error;
  if (cause instanceof VendorError) return cause;
  return new VendorError('stripe', 'RCC_UPSTREAM_BAD_RESPONSE', 'stripe answered something unreadable.');
}
