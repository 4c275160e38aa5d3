import { RccError } from '../../errors/rcc-error';
import type { ShopifyClient } from '../shopify/shopify-client';
import type { StripeClient } from '../stripe/stripe-client';
import type { ActionStore } from './action-store';
import type { MoneyActions } from './money-actions';
import type { MoneyPolicy } from './money-policy';

/** What refunds and cancellations need from outside. */
export interface MoneyDependencies {
  /** Clients of the vendors that are on. */
  shopify?: ShopifyClient;
  stripe?: StripeClient;
  store: ActionStore;
  /** The policy as it is now. */
  policy(): MoneyPolicy;
  now(): Date;
  /** How long a request works before it is answered as running, in milliseconds. */
  answerWithinMs: number;
  /** Receives one entry per approval, send and end: key, order, step, amount; no names and no addresses. */
  log?: (entry: object) => void;
}

export function createMoneyActions(_deps: MoneyDependencies): MoneyActions {
  const unavailable = (kind: 'refund' | 'cancellation') =>
    Promise.resolve({
      state: 'unavailable' as const,
      kind,
      order_id: null,
      steps: [],
      reference: null,
      message: 'Refunds and cancellations cannot be made by the service yet.',
      needs_person: false,
      retry_after_seconds: null,
      replayed: false,
    });
  return {
    refund: () => unavailable('refund'),
    cancel: () => unavailable('cancellation'),
    look: () =>
      Promise.reject(
        new RccError(
          'RCC_ACTION_UNKNOWN',
          'No refund or cancellation was started with this key. Check it.',
          'body/action_key',
        ),
      ),
    reconcile: () => Promise.resolve(0),
  };
}
