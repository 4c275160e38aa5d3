import type { DraftReplyAnswer, DraftReplyRequest } from '../contract/reply';
import { newEvent } from '../events/event';
import { earlierReplies } from '../interactions/earlier-replies';
import { stopWatch } from '../stop-watch';
import type { Operation, Tools } from './operation';

/**
 * @openapi
 * /v1/replies/draft:
 *   post:
 *     operationId: DraftReply
 *     summary: Draft a reply
 *     description: Writes a reply from the order context and the policies only, checks every statement against them, and says whether it may be sent.
 *     x-ms-visibility: important
 *     parameters:
 *       - $ref: '#/parameters/IdempotencyKey'
 *       - name: body
 *         in: body
 *         required: true
 *         schema:
 *           $ref: '#/definitions/DraftReplyRequest'
 *     responses:
 *       '200':
 *         description: The reply, the acknowledgement to send when it is held, and the facts behind it.
 *         schema:
 *           $ref: '#/definitions/DraftReplyAnswer'
 */
export const draftReply = ({ services, store, once, now }: Tools): Operation<DraftReplyRequest, DraftReplyAnswer> => ({
  operationId: 'DraftReply',
  async answer(request, { key, signal }) {
    const { answer, replayed } = await once('DraftReply', key, request, async () => {
      const elapsed = stopWatch();
      const earlier = await earlierReplies(store, request.ticket_number, request.message_id);
      const draft = await services.replies.draft(request, signal, earlier);
      const { channel, message_id, ticket_number, intent } = request;
      const { can_send, held_reasons, template, language, reply_text, facts, check } = draft;
      const payload = {
        ...{ channel, message_id, ticket_number, intent },
        ...{ can_send, held_reasons, template, language, reply_text, facts, check },
        duration_ms: elapsed(),
      };
      return { answer: draft, events: [newEvent('reply.drafted', payload, now())] };
    });
    return { ...answer, replayed };
  },
});
