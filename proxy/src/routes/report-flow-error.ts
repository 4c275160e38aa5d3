import type { ReportFlowErrorAnswer, ReportFlowErrorRequest } from '../contract/interaction';
import { newEvent } from '../events/event';
import { administratorNotices } from '../interactions/administrator-notices';
import type { Operation, Tools } from './operation';

/**
 * @openapi
 * /v1/flow-errors:
 *   post:
 *     operationId: ReportFlowError
 *     summary: Report a flow error
 *     description: Records a failure that a flow caught, and says whether the administrator should get a mail about it.
 *     x-ms-visibility: important
 *     parameters:
 *       - $ref: '#/parameters/RequiredIdempotencyKey'
 *       - name: body
 *         in: body
 *         required: true
 *         schema:
 *           $ref: '#/definitions/ReportFlowErrorRequest'
 *     responses:
 *       '200':
 *         description: The stored error.
 *         schema:
 *           $ref: '#/definitions/ReportFlowErrorAnswer'
 */
export const reportFlowError = ({ once, now }: Tools): Operation<ReportFlowErrorRequest, ReportFlowErrorAnswer> => {
  const noticeDue = administratorNotices();
  return {
    operationId: 'ReportFlowError',
    async answer(request, { key }) {
      const { answer, replayed } = await once('ReportFlowError', key, request, () => {
        const event = newEvent('flow.error', { ...request, severity: request.severity ?? 'error' }, now());
        const notify_administrator = noticeDue(request, now());
        return { answer: { error_id: event.id, notify_administrator }, events: [event] };
      });
      return { ...answer, replayed };
    },
  };
};
