import type { MoneyLine } from '../../contract/money-action';
import type { Money } from '../../contract/order-context';
import type { Deadline } from '../deadline';
import type { ShopifyCall } from './shopify-call';
import type { ShopOrder } from './shop-order';

/** A payment the shop has taken down for an order. */
export interface ShopTransaction {
  id: string;
  /** `sale`, `capture`, `refund` … in lower case. */
  kind: string;
  /** `success`, `pending`, `failure` … in lower case. */
  status: string;
  /** Who moved the money, for example `stripe`, `shopify_payments`, `manual`; null when the shop does not say. */
  gateway: string | null;
  amount: Money;
  /** The id at the payment provider, when the shop keeps it. */
  paymentId: string | null;
  parentId: string | null;
}

/** A refund the shop has taken down. */
export interface ShopRefund {
  id: string;
  createdAt: string | null;
  note: string | null;
  total: Money;
}

/** An order with what a refund or cancellation must know; read freshly, never from a cache. */
export interface ActionOrder {
  order: ShopOrder;
  lines: {
    id: string;
    title: string;
    /** How many may still be refunded. */
    refundable: number;
    /** For one of them after discounts, in the currency the customer paid in. */
    unit: Money;
  }[];
  transactions: ShopTransaction[];
  refunds: ShopRefund[];
}

/** What the shop says to a write: done with its id, or refused with its words. Anything else is a VendorError. */
export type ShopAnswer = { done: true; id: string | null } | { done: false; message: string };

export interface ShopRefundRequest {
  orderId: string;
  currency: string;
  /** Carries the key of the action, so that the refund can be found again. */
  note: string;
  lines: (MoneyLine & { restock: boolean })[];
  /** The money: moved by the shop through `gateway` when it has a parent there, else only taken down. */
  transaction: { amount: string; gateway: string; parentId: string | null };
}

export interface ShopCancelRequest {
  orderId: string;
  reason: 'CUSTOMER' | 'DECLINED' | 'FRAUD' | 'INVENTORY' | 'OTHER' | 'STAFF';
  restock: boolean;
  notifyCustomer: boolean;
  staffNote: string;
}

/** Reads and writes of one order for refunds and cancellations. All methods throw a VendorError without an answer. */
export interface ShopifyActions {
  /** The order with exactly this name, or null. */
  order(name: string, deadline: Deadline): Promise<ActionOrder | null>;
  /**
   * Takes a refund down, and moves the money where the shop does that. Safe to repeat under the same key.
   * Source: Shopify Admin GraphQL 2026-07, mutation refundCreate with the directive `@idempotent`.
   */
  refund(request: ShopRefundRequest, key: string, deadline: Deadline): Promise<ShopAnswer>;
  /** Starts cancelling; the order shows `cancelledAt` once it is done. Has no key, so it is sent once: look first. */
  cancel(request: ShopCancelRequest, deadline: Deadline): Promise<ShopAnswer>;
}

export function createShopifyActions(_call: ShopifyCall): ShopifyActions {
  const later = () => Promise.reject(new Error('refunds and cancellations are not sent yet'));
  return { order: later, refund: later, cancel: later };
}
