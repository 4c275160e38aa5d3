import type { GetOrderContextAnswer, GetOrderContextRequest } from '../contract/order-context';
import { newEvent } from '../events/event';
import { type Operation, stopWatch, type Tools } from './operation';

/**
 * @openapi
 * /v1/orders/context:
 *   post:
 *     operationId: GetOrderContext
 *     summary: Get the order context
 *     description: Collects the order, its parcels and its payments for the customer who asks; parts that cannot be had are named.
 *     x-ms-visibility: important
 *     parameters:
 *       - $ref: '#/parameters/IdempotencyKey'
 *       - name: body
 *         in: body
 *         required: true
 *         schema:
 *           $ref: '#/definitions/GetOrderContextRequest'
 *     responses:
 *       '200':
 *         description: The order context, or why it is not shown.
 *         schema:
 *           $ref: '#/definitions/GetOrderContextAnswer'
 */
export const getOrderContext = ({
  services,
  once,
  now,
}: Tools): Operation<GetOrderContextRequest, GetOrderContextAnswer> => ({
  operationId: 'GetOrderContext',
  async answer(request, { key, signal }) {
    const look = async () => {
      const elapsed = stopWatch();
      const context = await services.commerce.orderContext(request, signal);
      const duration_ms = elapsed();
      const { facts: _facts, summary: _summary, fetched_at: _at, ...found } = context;
      const { requester_email, message_id, tracking_number } = request;
      const asked = { operation: 'GetOrderContext', requester_email, message_id, tracking_number };
      return {
        answer: { ...context, duration_ms },
        events: [newEvent('context.looked_up', { ...asked, ...found, duration_ms }, now())],
      };
    };
    const { answer, replayed } = await once('GetOrderContext', key, request, look, { sameBodyOnly: true });
    return { ...answer, replayed };
  },
});
