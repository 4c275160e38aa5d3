import type { ScenarioOrder } from '../scenarios/scenario-order';
import { shopRefundsOf } from '../state/shop-account';
import type { VendorState } from '../state/vendor-state';
import { remaining } from './order-view';
import { shopIds } from './shop-ids';

export interface CancelInput {
  orderId: string;
  reason: string;
  restock: boolean;
  staffNote?: string | null;
}

/** The payload of orderCancel. */
export interface CancelPayload {
  job: { id: string; done: boolean } | null;
  orderCancelUserErrors: { code: string; field: string[] | null; message: string }[];
}

/** How long the shop works at a cancellation before the order shows it. */
const JOB_MS = 2000;
const LONGEST_NOTE = 255;

/**
 * Starts cancelling an order: a job, after which the order shows `cancelledAt` and has no products left. The money stays
 * where it is. Source: Shopify Admin GraphQL 2026-07, mutation orderCancel.
 */
export function cancelOrder(state: VendorState, order: ScenarioOrder | undefined, input: CancelInput): CancelPayload {
  if (!order) return refused('NOT_FOUND', ['orderId'], 'Order does not exist');
  const history = state.historyOf(order);
  if (order.cancelled || history.cancellation)
    return refused('INVALID', ['orderId'], 'Order has already been cancelled');
  if (order.shipments.some(({ cancelled }) => !cancelled))
    return refused('INVALID', ['orderId'], 'Cannot cancel an order that has been fulfilled');
  if ((input.staffNote?.length ?? 0) > LONGEST_NOTE)
    return refused('INVALID', ['staffNote'], `Staff note is too long (maximum is ${LONGEST_NOTE} characters)`);

  const now = state.now();
  const doneAt = new Date(now.getTime() + JOB_MS);
  const before = shopRefundsOf(order, history, now);
  const restockType = input.restock ? 'CANCEL' : 'NO_RESTOCK';
  const lines = order.lines
    .map((_, line) => ({ line, quantity: remaining(order, line, before), restockType }))
    .filter(({ quantity }) => quantity > 0);
  const changed = state.change(order);
  changed.cancellation = { doneAt, reason: input.reason, staffNote: input.staffNote ?? null };
  changed.shopRefunds.push({ position: before.length, at: doneAt, note: null, lines, payments: [] });
  const objectId = shopIds.order(order);
  state.tell({ vendor: 'shopify', kind: 'cancellation', orderNumber: order.number, objectId, at: doneAt });
  return { job: { id: shopIds.job(order), done: false }, orderCancelUserErrors: [] };
}

const refused = (code: string, field: string[], message: string): CancelPayload => ({
  job: null,
  orderCancelUserErrors: [{ code, field, message }],
});
