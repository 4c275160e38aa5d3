import type { CancelOrderRequest } from '../../contract/money-action';
import { ActionRefused } from './action-refused';
import { takeFrom } from './payment-sources';
import {
  checkTime,
  customersOrder,
  everythingLeft,
  levelOf,
  orderIdOf,
  paymentsOf,
  type Plan,
  type PlanTools,
  recordedOf,
  takenTooMuch,
} from './plan';

/**
 * What a cancellation would do now: the order ends, and what is left of the payments goes back.
 * @throws {ActionRefused} when it must not be made
 * @throws {VendorError} when a vendor gives no answer
 */
export async function planCancellation(request: CancelOrderRequest, tools: PlanTools): Promise<Plan> {
  const order = await customersOrder(request, tools);
  if (order.order.cancelledAt)
    throw new ActionRefused('already_cancelled', `The order was cancelled on ${order.order.cancelledAt.slice(0, 10)}.`);
  if (order.order.shipments.some(({ cancelled }) => !cancelled))
    throw new ActionRefused(
      'already_shipped',
      'The order has a shipment, if only a label for it. Cancel the shipment at the shop first, or refund the order instead.',
    );
  const paid = await paymentsOf(order, request, tools);
  const minor = everythingLeft(paid);
  checkTime(order, tools.policy, tools.now);
  const currency = order.order.total.currency;
  const parts = takeFrom(paid.sources, minor);
  return {
    kind: 'cancellation',
    order,
    orderId: orderIdOf(order),
    currency,
    minor,
    parts,
    recorded: recordedOf(parts, takenTooMuch(order, paid)),
    lines: [],
    level: levelOf(minor, currency, tools.policy),
    paid,
  };
}
