import type { TriageMessageAnswer, TriageMessageRequest } from '../contract/triage';
import { readAndTriage } from '../interactions/read-and-triage';
import type { Operation, Tools } from './operation';

/**
 * @openapi
 * /v1/messages/triage:
 *   post:
 *     operationId: TriageMessage
 *     summary: Triage a message
 *     description: Finds out what a message is about, how urgent it is, which order it names, and whether a person must see it.
 *     x-ms-visibility: important
 *     parameters:
 *       - $ref: '#/parameters/IdempotencyKey'
 *       - name: body
 *         in: body
 *         required: true
 *         schema:
 *           $ref: '#/definitions/TriageMessageRequest'
 *     responses:
 *       '200':
 *         description: The triage of the message.
 *         schema:
 *           $ref: '#/definitions/TriageMessageAnswer'
 */
export const triageMessage = ({
  services,
  once,
  now,
}: Tools): Operation<TriageMessageRequest, TriageMessageAnswer> => ({
  operationId: 'TriageMessage',
  async answer(request, { key, signal }) {
    const { answer, replayed } = await once('TriageMessage', key, request, async () => {
      const { triage, duration_ms, events } = await readAndTriage(request, services, now, signal);
      return { answer: { ...triage, duration_ms }, events };
    });
    return { ...answer, replayed };
  },
});
