import type { Static } from '@sinclair/typebox';
import type { Handoff as HandoffSchema } from '../contract/chat';
import type { OrderContext } from '../contract/order-context';
import { checkReply } from '../replies/check-reply';
import type { ChatService, CommerceService, ReplyService, TriageService } from '../services';
import { type ReplyTone, USUAL_WORDING } from '../replies/reply-wording';
import { chatPhrases } from './chat-phrases';
import { addTurn, readConversation, topicOf, type Conversation } from './conversation';
import type { Decision } from './decision';
import { decideTurn } from './decide-turn';
import { orderContextOf } from './look-up-order';
import { readTurn, type Turn } from './read-turn';

export interface ChatDependencies {
  triage: TriageService;
  commerce: CommerceService;
  replies: ReplyService;
  /** How customers are addressed; formally when left out. */
  tone?: ReplyTone;
  /** The present instant. */
  now: () => Date;
}

type Handoff = Static<typeof HandoffSchema>;

/** What the person who takes over gets: everything that was said, tried and found, so that nothing is asked twice. */
function handoffOf(turn: Turn, conversation: Conversation, context: OrderContext | undefined): Handoff {
  const isShown = context?.found === true && context.verification === 'verified';
  const { intent, team } = conversation.topic ?? turn.triage;
  return {
    intent,
    team,
    order_id: conversation.order_id ?? turn.orderId,
    reasons: conversation.reasons,
    facts: isShown ? context.facts : [],
    transcript: conversation.turns,
    tried: conversation.tried,
    answer_expected: null,
  };
}

/** A reply that states more than the facts is never shown; a person takes over instead. */
function checked(decision: Decision, turn: Turn, conversation: Conversation): Decision {
  const shown = decision.context?.verification === 'verified' ? decision.context.facts : [];
  const { passed } = checkReply(decision.reply, [...new Set([...shown, ...decision.facts])], {
    today: decision.context?.fetched_at.slice(0, 10),
    customerText: turn.request.text,
    identifiers: [conversation.order_id ?? ''],
  });
  if (passed) return decision;
  const reply = chatPhrases(turn).handoff;
  return { action: 'handoff', reply, facts: [], reasons: ['unsupported_fact'], context: decision.context };
}

/**
 * Makes the service that answers a chat one turn after the other. It keeps nothing itself: all it remembers is in the
 * state it returns.
 */
export function createChat(deps: ChatDependencies): ChatService {
  return {
    async answer(request, state, signal) {
      const conversation = readConversation(state);
      addTurn(conversation, 'customer', request.text, deps.now());
      const triage = await deps.triage.triage(
        {
          channel: 'chat',
          text: request.text,
          message_id: request.message_id,
          conversation_id: request.conversation_id,
        },
        signal,
      );
      const turn = readTurn(request, triage, conversation, deps.tone ?? USUAL_WORDING.tone);
      conversation.language = turn.language;

      const decision = checked(await decideTurn(turn, conversation, deps, signal), turn, conversation);
      addTurn(conversation, 'bot', decision.reply, deps.now());
      if (decision.action !== 'handoff') {
        const { action, settled, reply, facts, context } = decision;
        const answer = { reply, action, triage: turn.triage, facts, ...(settled && { settled }) };
        return { answer, state: { ...conversation }, context };
      }

      const isFirst = !conversation.handed_off;
      // The team that took over keeps the conversation, whatever is written afterwards.
      if (isFirst && (turn.hardReasons.length > 0 || !conversation.topic)) conversation.topic = topicOf(turn);
      conversation.handed_off = true;
      conversation.pending = null;
      conversation.reasons = [...new Set([...conversation.reasons, ...(decision.reasons ?? [])])];
      // Once a person has the conversation, they look the order up themselves.
      const context =
        decision.context ?? (isFirst ? await orderContextOf(turn, conversation, deps.commerce, signal) : null);
      const handoff = handoffOf(turn, conversation, context ?? undefined);
      return {
        answer: { reply: decision.reply, action: 'handoff', triage: turn.triage, facts: [], handoff },
        state: { ...conversation },
        context: context ?? undefined,
      };
    },
  };
}
