import type { Money } from '../../contract/order-context';
import { VendorError } from '../vendor-error';
import { MOST_READ } from './action-operations';
import { readMoney, readShopOrder, type ShopOrder, type WireMoneyBag, type WireOrder } from './shop-order';

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
  processedAt: string | null;
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

export interface ActionLine {
  id: string;
  title: string;
  /** How many were ordered. */
  quantity: number;
  /** How many of them may still be refunded. */
  refundable: number;
  /** How many of them are not shipped yet. */
  unfulfilled: number;
  /** For all that were ordered, after discounts, in the currency the customer paid in. */
  total: Money;
}

/** An order with what a refund or cancellation must know; read freshly, never from a cache. */
export interface ActionOrder {
  order: ShopOrder;
  lines: ActionLine[];
  transactions: ShopTransaction[];
  refunds: ShopRefund[];
}

/** The order as the question for actions gets it. */
export type WireActionOrder = Omit<WireOrder, 'lineItems' | 'refunds'> & {
  lineItems: {
    nodes: {
      id: string;
      title: string;
      sku?: string | null;
      quantity: number;
      currentQuantity: number;
      unfulfilledQuantity: number;
      refundableQuantity: number;
      discountedTotalSet: WireMoneyBag;
    }[];
  };
  transactions: {
    id: string;
    kind: string;
    status: string;
    gateway?: string | null;
    processedAt?: string | null;
    paymentId?: string | null;
    amountSet: WireMoneyBag;
    parentTransaction?: { id: string } | null;
  }[];
  refunds: { id: string; createdAt?: string | null; note?: string | null; totalRefundedSet: WireMoneyBag }[];
};

const instantOf = (text: string | null | undefined) => (text ? new Date(text).toISOString() : null);

/**
 * Reads an order off the wire. Nothing about money is guessed: a missing amount is an unreadable answer.
 * @throws {TypeError} when something that money depends on is missing
 * @throws {VendorError} when there may be more than was read: a refund that is not seen would be made again
 */
export function readActionOrder(wire: WireActionOrder): ActionOrder {
  if (Math.max(wire.transactions.length, wire.refunds.length) >= MOST_READ)
    throw new VendorError(
      'shopify',
      'RCC_UPSTREAM_BAD_RESPONSE',
      `The order has ${MOST_READ} payments or refunds, more than can be read here. Look at it in the shop.`,
    );
  return {
    order: readShopOrder(wire),
    lines: wire.lineItems.nodes.map((line) => ({
      id: line.id,
      title: line.title,
      quantity: line.quantity,
      refundable: line.refundableQuantity,
      unfulfilled: line.unfulfilledQuantity,
      total: readMoney(line.discountedTotalSet),
    })),
    transactions: wire.transactions.map((transaction) => ({
      id: transaction.id,
      kind: transaction.kind.toLowerCase(),
      status: transaction.status.toLowerCase(),
      gateway: transaction.gateway ?? null,
      amount: readMoney(transaction.amountSet),
      processedAt: instantOf(transaction.processedAt),
      paymentId: transaction.paymentId ?? null,
      parentId: transaction.parentTransaction?.id ?? null,
    })),
    refunds: wire.refunds.map((refund) => ({
      id: refund.id,
      createdAt: instantOf(refund.createdAt),
      note: refund.note ?? null,
      total: readMoney(refund.totalRefundedSet),
    })),
  };
}
