import type { GetOrderContextRequest, OrderContext } from '../contract/order-context';
import { type NewEvent, newEvent } from '../events/event';
import type { CommerceService } from '../services';
import { stopWatch } from '../stop-watch';

/**
 * The order context for one requester, how long it took, and the event that records it without its ready-made sentences.
 * @param operation the operation that asks
 */
export async function lookUpOrderContext(
  operation: string,
  request: GetOrderContextRequest,
  { commerce }: { commerce: CommerceService },
  now: () => Date,
  signal: AbortSignal,
): Promise<{ context: OrderContext; duration_ms: number; event: NewEvent }> {
  const elapsed = stopWatch();
  const context = await commerce.orderContext(request, signal);
  const duration_ms = elapsed();
  const { facts: _facts, summary: _summary, fetched_at: _at, ...found } = context;
  const { requester_email, message_id, tracking_number } = request;
  const asked = { operation, requester_email, message_id, tracking_number };
  return { context, duration_ms, event: newEvent('context.looked_up', { ...asked, ...found, duration_ms }, now()) };
}
