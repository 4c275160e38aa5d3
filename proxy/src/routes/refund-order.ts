import type { MoneyActionAnswer, RefundOrderRequest } from '../contract/money-action';
import { stopWatch } from '../stop-watch';
import { type MoneyTools, type Operation, statusOfAction } from './operation';

/**
 * @openapi
 * /v1/orders/refund:
 *   post:
 *     operationId: RefundOrder
 *     summary: Refund an order
 *     description: Gives money back to the customer of an order once a person has approved it. Without an approval it sends nothing and says whom to ask.
 *     x-ms-visibility: important
 *     x-ms-require-user-confirmation: true
 *     parameters:
 *       - $ref: '#/parameters/MoneyActionKey'
 *       - name: body
 *         in: body
 *         required: true
 *         schema:
 *           $ref: '#/definitions/RefundOrderRequest'
 *     responses:
 *       '200':
 *         description: Where the refund stands.
 *         schema:
 *           $ref: '#/definitions/MoneyActionAnswer'
 *       '202':
 *         description: The refund goes on by itself; the body is the same as with 200, and its state is running.
 */
export const refundOrder = ({ money }: MoneyTools): Operation<RefundOrderRequest, MoneyActionAnswer> => ({
  operationId: 'RefundOrder',
  async answer(request, { key, signal }) {
    const elapsed = stopWatch();
    // The document asks for the key, so the request does not come here without one.
    const answer = await money.refund(request, key!, signal);
    return { ...answer, duration_ms: elapsed() };
  },
  statusOf: statusOfAction,
});
