import type { GetOrderContextAnswer, GetOrderContextRequest } from '../contract/order-context';
import { lookUpOrderContext } from '../interactions/look-up-order-context';
import type { Operation, Tools } from './operation';

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
      const looked = await lookUpOrderContext('GetOrderContext', request, services, now, signal);
      return { answer: { ...looked.context, duration_ms: looked.duration_ms }, events: [looked.event] };
    };
    const { answer, replayed } = await once('GetOrderContext', key, request, look, { sameBodyOnly: true });
    return { ...answer, replayed };
  },
});
