import { ConversationMoved } from '../events/store';
import { answerTurn } from '../interactions/answer-turn';
import { createTurns } from '../interactions/turns';
import type { AnswerChatAnswer, AnswerChatRequest } from '../contract/chat';
import type { Operation, Tools } from './operation';

const ATTEMPTS = 3;

/** Another instance of the service may have answered a turn of the same conversation meanwhile. */
const withFreshMemory = async <T>(turn: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await turn();
    } catch (error) {
      if (!(error instanceof ConversationMoved) || attempt === ATTEMPTS) throw error;
    }
  }
};

/**
 * @openapi
 * /v1/chats/answer:
 *   post:
 *     operationId: AnswerChat
 *     summary: Answer a chat message
 *     description: Answers one message of a chat, remembers the conversation, and says what to do next.
 *     x-ms-visibility: important
 *     parameters:
 *       - $ref: '#/parameters/IdempotencyKey'
 *       - name: body
 *         in: body
 *         required: true
 *         schema:
 *           $ref: '#/definitions/AnswerChatRequest'
 *     responses:
 *       '200':
 *         description: What to say, what to do next, and the ticket row of the conversation.
 *         schema:
 *           $ref: '#/definitions/AnswerChatAnswer'
 */
export const answerChat = (tools: Tools): Operation<AnswerChatRequest, AnswerChatAnswer> => {
  const inTurn = createTurns();
  return {
    operationId: 'AnswerChat',
    async answer(request, { key, signal }) {
      // A message has one answer, also when the caller sends no key of its own.
      const turnKey = key ?? `${request.conversation_id}:${request.message_id}`;
      const { answer, replayed } = await inTurn(request.conversation_id, () =>
        withFreshMemory(() => tools.once('AnswerChat', turnKey, request, () => answerTurn(request, tools, signal))),
      );
      return { ...answer, replayed };
    },
  };
};
