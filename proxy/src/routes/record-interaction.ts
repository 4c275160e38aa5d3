import type { RecordInteractionAnswer, RecordInteractionRequest } from '../contract/interaction';
import { interactionEvent } from '../interactions/interaction-event';
import type { Operation, Tools } from './operation';

/**
 * @openapi
 * /v1/interactions:
 *   post:
 *     operationId: RecordInteraction
 *     summary: Record an interaction
 *     description: Records what happened to a message or a ticket; claims a mail before it is sent.
 *     x-ms-visibility: important
 *     parameters:
 *       - $ref: '#/parameters/RequiredIdempotencyKey'
 *       - name: body
 *         in: body
 *         required: true
 *         schema:
 *           $ref: '#/definitions/RecordInteractionRequest'
 *     responses:
 *       '200':
 *         description: The stored event.
 *         schema:
 *           $ref: '#/definitions/RecordInteractionAnswer'
 */
export const recordInteraction = ({
  once,
  now,
}: Tools): Operation<RecordInteractionRequest, RecordInteractionAnswer> => ({
  operationId: 'RecordInteraction',
  async answer(request, { key }) {
    const record = () => {
      const at = now();
      const event = interactionEvent(request, at);
      return { answer: { event_id: event.id, recorded_at: at.toISOString() }, events: [event] };
    };
    const { answer, replayed } = await once('RecordInteraction', key, request, record, { atNoCost: true });
    return { ...answer, replayed };
  },
});
