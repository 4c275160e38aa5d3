import type { OrderContext } from '../contract/order-context';
import type { CommerceService } from '../services';
import { chatPhrases } from './chat-phrases';
import { tried, type Conversation } from './conversation';
import type { Decision } from './decision';
import type { Turn } from './read-turn';

const MAX_ATTEMPTS = 3;
const MAX_REPEATED = 2;

/** Asks for one thing; who was asked twice without giving it gets a person. */
function ask(turn: Turn, conversation: Conversation, slot: 'order_number' | 'email'): Decision {
  const say = chatPhrases(turn);
  const isAgain = conversation.pending === slot;
  conversation.repeated = isAgain ? conversation.repeated + 1 : 0;
  if (conversation.repeated >= MAX_REPEATED) {
    return { action: 'handoff', reply: say.handoff, facts: [], reasons: [`${slot}_not_given`] };
  }
  conversation.pending = slot;
  tried(conversation, `asked_${slot}`);
  return slot === 'order_number'
    ? { action: 'ask', reply: isAgain ? say.askOrderNumberAgain : say.askOrderNumber, facts: [] }
    : { action: 'verify', reply: isAgain ? say.askEmailAgain : say.askEmail, facts: [] };
}

/** Looks an order up for the address that was given, and remembers whether the two belong together. */
export async function orderContextOf(
  turn: Turn,
  conversation: Conversation,
  commerce: CommerceService,
  signal?: AbortSignal,
): Promise<OrderContext | null> {
  if (!conversation.order_id || !conversation.email) return null;
  const context = await commerce.orderContext(
    {
      requester_email: conversation.email,
      order_id: conversation.order_id,
      postcode: turn.request.postcode,
      message_id: turn.request.message_id,
    },
    signal,
  );
  tried(conversation, 'looked_up_order');
  conversation.verified = context.found && context.verification === 'verified';
  return context;
}

/**
 * Collects order number and address and looks the order up. Both must be right together; whether the order does not
 * exist or belongs to somebody else is not told apart.
 *
 * @returns the context of an order that may be shown, or what to ask or do instead
 */
export async function lookUpOrder(
  turn: Turn,
  conversation: Conversation,
  commerce: CommerceService,
  signal?: AbortSignal,
): Promise<{ context: OrderContext } | { instead: Decision }> {
  const say = chatPhrases(turn);
  if (!conversation.order_id) return { instead: ask(turn, conversation, 'order_number') };
  if (!conversation.email) return { instead: ask(turn, conversation, 'email') };
  const isRetryWithoutNews = conversation.pending === 'order_or_email' && !turn.isSlotAnswer;
  if (isRetryWithoutNews && !turn.orderId) {
    conversation.repeated += 1;
    const isEnough = conversation.repeated >= MAX_REPEATED;
    return {
      instead: isEnough
        ? { action: 'handoff', reply: say.handoff, facts: [], reasons: ['order_unverified'] }
        : { action: 'verify', reply: say.notMatched, facts: [] },
    };
  }
  const context = await orderContextOf(turn, conversation, commerce, signal);
  if (context && conversation.verified) {
    Object.assign(conversation, { pending: null, repeated: 0, attempts: 0 });
    return { context };
  }
  if (!context || context.verification === 'unavailable') {
    return {
      instead: {
        action: 'handoff',
        reply: say.handoff,
        facts: [],
        reasons: ['context_degraded'],
        context: context ?? undefined,
      },
    };
  }
  conversation.attempts += 1;
  conversation.pending = 'order_or_email';
  tried(conversation, 'order_not_matched');
  return {
    instead:
      conversation.attempts >= MAX_ATTEMPTS
        ? { action: 'handoff', reply: say.handoff, facts: [], reasons: ['order_unverified'], context }
        : { action: 'verify', reply: say.notMatched, facts: [], context },
  };
}
