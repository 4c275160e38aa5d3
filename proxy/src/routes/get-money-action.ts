import type { GetMoneyActionRequest, MoneyActionAnswer } from '../contract/money-action';
import { stopWatch } from '../stop-watch';
import { type MoneyTools, type Operation, statusOfAction } from './operation';

/**
 * @openapi
 * /v1/money-actions/look-up:
 *   post:
 *     operationId: GetMoneyAction
 *     summary: Get a refund or cancellation
 *     description: Says where an approved refund or cancellation stands. Changes and sends nothing.
 *     x-ms-visibility: important
 *     parameters:
 *       - name: body
 *         in: body
 *         required: true
 *         schema:
 *           $ref: '#/definitions/GetMoneyActionRequest'
 *     responses:
 *       '200':
 *         description: Where it stands.
 *         schema:
 *           $ref: '#/definitions/MoneyActionAnswer'
 *       '202':
 *         description: It has not ended yet; the body is the same as with 200, and its state is running.
 *       '404':
 *         description: No refund or cancellation was started with this key.
 */
export const getMoneyAction = ({ money }: MoneyTools): Operation<GetMoneyActionRequest, MoneyActionAnswer> => ({
  operationId: 'GetMoneyAction',
  async answer(request) {
    const elapsed = stopWatch();
    return { ...(await money.look(request)), duration_ms: elapsed() };
  },
  statusOf: statusOfAction,
});
