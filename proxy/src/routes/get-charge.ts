import type { GetChargeAnswer, GetChargeRequest } from '../contract/order-context';
import { newEvent } from '../events/event';
import { stopWatch } from '../stop-watch';
import type { Operation, Tools } from './operation';

/**
 * @openapi
 * /v1/charges/look-up:
 *   post:
 *     operationId: GetCharge
 *     summary: Get a charge
 *     description: Shows one charge, when it belongs to the customer who asks.
 *     x-ms-visibility: important
 *     parameters:
 *       - $ref: '#/parameters/IdempotencyKey'
 *       - name: body
 *         in: body
 *         required: true
 *         schema:
 *           $ref: '#/definitions/GetChargeRequest'
 *     responses:
 *       '200':
 *         description: The charge, or why it is not shown.
 *         schema:
 *           $ref: '#/definitions/GetChargeAnswer'
 */
export const getCharge = ({ services, once, now }: Tools): Operation<GetChargeRequest, GetChargeAnswer> => ({
  operationId: 'GetCharge',
  async answer(request, { key, signal }) {
    const look = async () => {
      const elapsed = stopWatch();
      const charge = await services.commerce.getCharge(request, signal);
      const { payment, ...rest } = charge;
      const payload = {
        operation: 'GetCharge',
        requester_email: request.requester_email,
        charge_id: request.charge_id,
        ...rest,
        order_id: null,
        parcels: [],
        payments: payment ? [payment] : [],
        findings: [],
        duration_ms: elapsed(),
      };
      return { answer: charge, events: [newEvent('context.looked_up', payload, now())] };
    };
    const { answer } = await once('GetCharge', key, request, look, { sameBodyOnly: true });
    return answer;
  },
});
