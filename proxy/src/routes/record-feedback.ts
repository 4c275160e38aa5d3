import type { RecordFeedbackAnswer, RecordFeedbackRequest } from '../contract/feedback';
import { feedback } from '../tickets/feedback/record-feedback';
import type { Operation, Tools } from './operation';

/**
 * @openapi
 * /v1/feedback:
 *   post:
 *     operationId: RecordFeedback
 *     summary: Record feedback
 *     description: Records how a customer rates a ticket, and says whether a supervisor should follow up.
 *     x-ms-visibility: important
 *     parameters:
 *       - $ref: '#/parameters/RequiredIdempotencyKey'
 *       - name: body
 *         in: body
 *         required: true
 *         schema:
 *           $ref: '#/definitions/RecordFeedbackRequest'
 *     responses:
 *       '200':
 *         description: What follows from the feedback.
 *         schema:
 *           $ref: '#/definitions/RecordFeedbackAnswer'
 */
export const recordFeedback = ({ once, desk, now }: Tools): Operation<RecordFeedbackRequest, RecordFeedbackAnswer> => ({
  operationId: 'RecordFeedback',
  async answer(request, { key }) {
    const record = async () => {
      const { times } = await desk.timesFor({});
      // The document requires the key, so it is there.
      return feedback(request, String(key), times, now());
    };
    const { answer, replayed } = await once('RecordFeedback', key, request, record);
    return { ...answer, replayed };
  },
});
