import type { Deadline } from '../../resilience/deadline';
import { type ActionOrder, readActionOrder, type WireActionOrder } from './action-order';
import { CANCEL_ORDER, CREATE_REFUND, FIND_ORDER_ID, ORDER_FOR_ACTION } from './action-operations';
import { quoted } from './search-text';
import type { ShopifyCall } from './shopify-call';

/** What the shop says to a write: done with its id, or refused with its words. Anything else is a VendorError. */
export type ShopAnswer = { done: true; id: string | null } | { done: false; message: string };

/** Money of a refund: moved by the shop through `gateway` when there is a payment to go back to, else only taken down. */
export interface RefundTransaction {
  amount: string;
  gateway: string;
  parentId: string | null;
}

export interface ShopRefundRequest {
  orderId: string;
  currency: string;
  /** Carries the key of the action, so that the refund can be found again. */
  note: string;
  lines: { line_id: string; quantity: number; restock: 'NO_RESTOCK' | 'RETURN' | 'CANCEL' }[];
  transactions: RefundTransaction[];
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
  /** The order with this id as it is now, or null. */
  orderById(id: string, deadline: Deadline): Promise<ActionOrder | null>;
  /**
   * Takes a refund down, and moves the money where the shop does that. Safe to repeat under the same key.
   * Source: Shopify Admin GraphQL 2026-07, mutation refundCreate with the directive `@idempotent`.
   */
  refund(request: ShopRefundRequest, key: string, deadline: Deadline): Promise<ShopAnswer>;
  /** Starts cancelling; the order shows `cancelledAt` once it is done. Has no key, so it is sent once: look first. */
  cancel(request: ShopCancelRequest, deadline: Deadline): Promise<ShopAnswer>;
}

interface UserError {
  message: string;
}

/** An object must be there; without one it is not known whether something was done. */
function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new TypeError('the shop did not say what it did');
  return value;
}

const refused = (errors: UserError[]): ShopAnswer => ({
  done: false,
  message: errors.map(({ message }) => message).join(' '),
});

export function createShopifyActions(call: ShopifyCall): ShopifyActions {
  const orderById = (id: string, deadline: Deadline) =>
    call.send<{ order: WireActionOrder | null }, ActionOrder | null>(ORDER_FOR_ACTION, { id }, deadline, ({ order }) =>
      order ? readActionOrder(order) : null,
    );

  return {
    orderById,
    async order(name, deadline) {
      const search = { search: `name:${quoted(name)}` };
      const id = await call.send<{ orders: { nodes: { id: string; name: string }[] } }, string | undefined>(
        FIND_ORDER_ID,
        search,
        deadline,
        ({ orders }) => orders.nodes.find((node) => node.name === name)?.id,
      );
      return id === undefined ? null : orderById(id, deadline);
    },
    refund({ orderId, currency, note, lines, transactions }, key, deadline) {
      const input = {
        orderId,
        currency,
        note,
        notify: false,
        refundLineItems: lines.map(({ line_id, quantity, restock }) => ({
          lineItemId: line_id,
          quantity,
          restockType: restock,
        })),
        transactions: transactions.map(({ amount, gateway, parentId }) => ({
          orderId,
          amount,
          gateway,
          kind: 'REFUND',
          ...(parentId !== null && { parentId }),
        })),
      };
      return call.send<{ refundCreate: { refund: { id: string } | null; userErrors: UserError[] } | null }, ShopAnswer>(
        CREATE_REFUND,
        { input, key },
        deadline,
        ({ refundCreate }) => {
          const { refund, userErrors } = present(refundCreate);
          return userErrors.length > 0 ? refused(userErrors) : { done: true, id: present(refund).id };
        },
      );
    },
    cancel({ orderId, reason, restock, notifyCustomer, staffNote }, deadline) {
      const variables = { orderId, reason, restock, notify: notifyCustomer, note: staffNote };
      return call.send<
        { orderCancel: { job: { id: string } | null; orderCancelUserErrors: UserError[] } | null },
        ShopAnswer
      >(
        CANCEL_ORDER,
        variables,
        deadline,
        ({ orderCancel }) => {
          const { job, orderCancelUserErrors: errors } = present(orderCancel);
          return errors.length > 0 ? refused(errors) : { done: true, id: job?.id ?? null };
        },
        { repeatable: false },
      );
    },
  };
}
