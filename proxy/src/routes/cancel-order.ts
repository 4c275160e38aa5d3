import type { CancelOrderRequest, MoneyActionAnswer } from '../contract/money-action';
import { stopWatch } from '../stop-watch';
import { type MoneyTools, type Operation, statusOfAction } from './operation';

/**
 * @openapi
 * /v1/orders/cancel:
 *   post:
 *     operationId: CancelOrder
 *     summary: Cancel an order
 *     description: Cancels a whole order and gives back what was paid once a person has approved it. Without an approval it sends nothing and says whom to ask.
 *     x-ms-visibility: important
 *     x-ms-require-user-confirmation: true
 *     parameters:
 *       - $ref: '#/parameters/MoneyActionKey'
 *       - name: body
 *         in: body
 *         required: true
 *         schema:
 *           $ref: '#/definitions/CancelOrderRequest'
 *     responses:
 *       '200':
 *         description: Where the cancellation stands.
 *         schema:
 *           $ref: '#/definitions/MoneyActionAnswer'
 *       '202':
 *         description: The cancellation goes on by itself; the body is the same as with 200, and its state is running.
 */
export const cancelOrder = ({ money }: MoneyTools): Operation<CancelOrderRequest, MoneyActionAnswer> => ({
  operationId: 'CancelOrder',
  async answer(request, { key, signal }) {
    const elapsed = stopWatch();
    const answer = await money.cancel(request, key!, signal);
    return { ...answer, duration_ms: elapsed() };
  },
  statusOf: statusOfAction,
});
