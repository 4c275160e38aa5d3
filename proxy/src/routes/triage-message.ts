import type { TriageMessageAnswer, TriageMessageRequest } from '../contract/triage';
import { newEvent } from '../events/event';
import { instantOr, type Operation, stopWatch, type Tools } from './operation';

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
      const elapsed = stopWatch();
      const triage = await services.triage.triage(request, signal);
      const duration_ms = elapsed();
      const { channel, message_id, conversation_id } = request;
      const { clean_text: _cleanText, ...read } = triage;
      const { text, subject, is_html, from_email, reply_to } = request;
      const received = { channel, message_id, conversation_id, text, subject, is_html, from_email, reply_to };
      const triaged = { ...read, channel, message_id, conversation_id, duration_ms };
      return {
        answer: { ...triage, duration_ms },
        events: [
          newEvent('message.received', received, instantOr(request.received_at, now())),
          newEvent('message.triaged', triaged, now()),
        ],
      };
    });
    return { ...answer, replayed };
  },
});
