import Stripe from 'stripe';
import { ACTION_KEY, readRefund, type Refund } from './refund';
import { asVendorError } from './stripe-failure';

export interface RefundRequest {
  charge: string;
  /** In the smallest unit of the charge's currency. */
  minor: number;
  /** By which the refund is found again. */
  actionKey: string;
  /** The ticket it is for, when there is one. */
  ticket?: string;
}

/** What Stripe says to a refund: made, or refused with its words. Anything else is a VendorError. */
export type RefundAnswer = { done: true; refund: Refund } | { done: false; message: string };

/** The key came to Stripe before with another body: a fault of ours, and nothing is known about the refund. */
export class KeyTaken extends Error {
  override name = 'KeyTaken';
}

/**
 * Source: Stripe API, POST /v1/refunds; errors and idempotency as documented there.
 * @throws {VendorError} when it is not known whether the refund was made
 */
export async function createRefund(
  stripe: Stripe,
  { charge, minor, actionKey, ticket }: RefundRequest,
  options: Stripe.RequestOptions,
): Promise<RefundAnswer> {
  const metadata = { [ACTION_KEY]: actionKey, ...(ticket !== undefined && { ticket }) };
  const params: Stripe.RefundCreateParams = { charge, amount: minor, reason: 'requested_by_customer', metadata };
  try {
    return { done: true, refund: readRefund(await stripe.refunds.create(params, options)) };
  } catch (error) {
    if (error instanceof Stripe.errors.StripeIdempotencyError)
      throw new KeyTaken('the key was used for another refund');
    const { StripeInvalidRequestError, StripeCardError } = Stripe.errors;
    if (error instanceof StripeInvalidRequestError || error instanceof StripeCardError)
      return { done: false, message: error.message };
    throw asVendorError(error);
  }
}
