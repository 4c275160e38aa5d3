import type { ScenarioOrder } from '../scenarios/scenario-order';
import type { Reply } from '../server/exchange';
import type { KeptState } from './kept-state';
import { newHistory, NO_HISTORY, type OrderHistory, storedHistory } from './order-history';
import { createOrderBook, type OrderBook } from './order-book';
import { createRememberedKeys, type RememberedKeys } from './remembered-keys';

/** Something that happened at a vendor, as its webhooks would tell. */
export interface VendorChange {
  vendor: 'shopify' | 'stripe';
  kind: 'refund' | 'refund_ended' | 'cancellation';
  /** Without the `#`. */
  orderNumber: string;
  /** The vendor's id of the refund, or of the order for a cancellation. */
  objectId: string;
  /** When the vendor shows it; a moment from now for what is not done at once. */
  at: Date;
}

/** The answer saved under a key of Stripe's, and the request it was for. */
export interface SavedAnswer {
  request: string;
  reply: Reply;
  /** Until when the first request is still at work, in milliseconds. */
  busyUntil: number;
}

/** A refund saved under a key of the shop's, and the input it was for. */
export interface SavedRefund {
  input: string;
  position: number;
}

/** What one set of stand-ins remembers beyond the scenarios: the same scenarios can be told afresh with a new one. */
export interface VendorState {
  now(): Date;
  readonly orders: OrderBook;
  /** What has happened to an order; not to be changed. */
  historyOf(order: ScenarioOrder): OrderHistory;
  /** The same to be changed. Tell of it with `tell`. */
  change(order: ScenarioOrder): OrderHistory;
  readonly stripeKeys: RememberedKeys<SavedAnswer>;
  readonly shopKeys: RememberedKeys<SavedRefund>;
  tell(change: VendorChange): void;
  /** Told of every change from now on. @returns ends it */
  onChange(listener: (change: VendorChange) => void): () => void;
}

/** Stripe may forget keys after 24 hours; the shop is held to the same. Source: docs.stripe.com/api/idempotent_requests. */
const KEY_LIFE_MS = 24 * 3_600_000;

const HISTORIES = 'order_histories';

/**
 * @param orders known to the shop and Stripe beside those of the scenarios
 * @param kept from where the state goes on, and where what changes is put; its `save` is left to the caller
 */
export function createVendorState(
  now: () => Date,
  orders: readonly ScenarioOrder[] = [],
  kept?: KeptState,
): VendorState {
  const histories = new Map<string, OrderHistory>();
  for (const [number, history] of kept?.stored(HISTORIES) ?? []) histories.set(number, storedHistory(history));
  const keys = <T>(as: string) => createRememberedKeys<T>(now, KEY_LIFE_MS, kept && { state: kept, as });
  const listeners = new Set<(change: VendorChange) => void>();
  return {
    now,
    orders: createOrderBook(orders),
    historyOf: (order) => histories.get(order.number) ?? NO_HISTORY,
    change(order) {
      let history = histories.get(order.number);
      if (!history) histories.set(order.number, (history = newHistory()));
      kept?.put(HISTORIES, order.number, history);
      return history;
    },
    stripeKeys: keys('stripe_keys'),
    shopKeys: keys('shop_keys'),
    tell(change) {
      for (const listener of listeners) listener(change);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
