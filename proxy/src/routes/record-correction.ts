import type { RecordCorrectionAnswer, RecordCorrectionRequest } from '../contract/feedback';
import { correction } from '../tickets/feedback/record-correction';
import type { Operation, Tools } from './operation';

/**
 * @openapi
 * /v1/corrections:
 *   post:
 *     operationId: RecordCorrection
 *     summary: Record a correction
 *     description: Records what an agent corrected in the reading of a message, so that the model can be judged and improved.
 *     x-ms-visibility: important
 *     parameters:
 *       - $ref: '#/parameters/RequiredIdempotencyKey'
 *       - name: body
 *         in: body
 *         required: true
 *         schema:
 *           $ref: '#/definitions/RecordCorrectionRequest'
 *     responses:
 *       '200':
 *         description: What was wrong.
 *         schema:
 *           $ref: '#/definitions/RecordCorrectionAnswer'
 */
export const recordCorrection = ({ once, now }: Tools): Operation<RecordCorrectionRequest, RecordCorrectionAnswer> => ({
  operationId: 'RecordCorrection',
  async answer(request, { key }) {
    const { answer, replayed } = await once('RecordCorrection', key, request, () => correction(request, now()));
    return { ...answer, replayed };
  },
});
