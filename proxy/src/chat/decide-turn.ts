import type { OrderContext } from '../contract/order-context';
import type { Draft, DraftReplyRequest } from '../contract/reply';
import type { CommerceService, ReplyService } from '../services';
import { chatPhrases } from './chat-phrases';
import { topicOf, tried, withMore, type Conversation, type Topic } from './conversation';
import type { Decision } from './decision';
import { lookUpOrder, orderContextOf } from './look-up-order';
import { asksForOrder } from '../replies/templates/ask-order';
import { templateOf } from '../replies/reworded-reply';
import { asksWhich } from '../replies/templates/ask-which';
import type { Turn } from './read-turn';

export interface TurnServices {
  commerce: CommerceService;
  replies: ReplyService;
}

/** Drafts for which the order is worth asking for: the person who takes over gets it with its facts. */
const ORDER_HELPS: ReadonlySet<string> = new Set([
  'returns.refund_person',
  'returns.cancel_person',
  'delivery_issue.person',
]);
function needsOrder(draft: Draft): boolean {
  const template = templateOf(draft);
  return asksForOrder(template) || ORDER_HELPS.has(template);
}

/** What an answer is noted under, before the name of its template. */
const ANSWERED = 'answered_';
const ASKED_WHICH = 'asked_parcel_or_item';

function draftFor(
  topic: Topic,
  turn: Turn,
  conversation: Conversation,
  replies: ReplyService,
  { context, signal }: { context?: OrderContext; signal?: AbortSignal } = {},
): Promise<Draft> {
  const request: DraftReplyRequest = {
    channel: 'chat',
    intent: topic.intent,
    language: turn.language,
    sentiment: turn.triage.sentiment,
    priority: turn.triage.priority,
    text: topic.text,
    order_id: context ? (conversation.order_id ?? undefined) : undefined,
    order_context: context,
    message_id: turn.request.message_id,
  };
  return replies.draft(request, signal);
}

function answerWith(draft: Draft, conversation: Conversation, context?: OrderContext): Decision {
  Object.assign(conversation, { pending: null, repeated: 0, unclear: 0 });
  tried(conversation, `${ANSWERED}${draft.template}`);
  return { action: 'answer', reply: draft.reply_text, facts: draft.facts, context };
}

const handOver = (turn: Turn, reasons: string[], context?: OrderContext): Decision => ({
  action: 'handoff',
  reply: chatPhrases(turn).handoff,
  facts: [],
  reasons,
  context,
});

/** Asks once which parcel or item is meant; who does not say it gets a person. */
function askWhich(draft: Draft, turn: Turn, conversation: Conversation, context: OrderContext): Decision {
  if (conversation.tried.includes(ASKED_WHICH)) return handOver(turn, ['parcel_or_item_not_given'], context);
  Object.assign(conversation, { pending: 'parcel_or_item', repeated: 0, unclear: 0 });
  tried(conversation, ASKED_WHICH);
  return { action: 'ask', reply: draft.reply_text, facts: draft.facts, context };
}

/** Not understood: a question in the policy files is answered all the same; else asked once, then a person. */
async function decideUnclear(
  turn: Turn,
  conversation: Conversation,
  replies: ReplyService,
  signal?: AbortSignal,
): Promise<Decision> {
  const topic: Topic = {
    intent: 'product_information',
    team: turn.triage.team,
    confidence: 0,
    text: turn.request.text,
  };
  const draft = await draftFor(topic, turn, conversation, replies, { signal });
  if (draft.can_send) return answerWith(draft, conversation);
  conversation.unclear += 1;
  if (conversation.unclear >= 2) return handOver(turn, ['unclear']);
  tried(conversation, 'asked_what_it_is_about');
  return { action: 'ask', reply: chatPhrases(turn).unclear, facts: [] };
}

async function decideTopic(
  topic: Topic,
  turn: Turn,
  conversation: Conversation,
  { commerce, replies }: TurnServices,
  signal?: AbortSignal,
): Promise<Decision> {
  // A rule is answered without asking who wants to know; a message that names an order is about that order.
  const general = await draftFor(topic, turn, conversation, replies, { signal });
  const isAboutOrder = topic.intent === 'order_tracking' && !general.template.endsWith('.policy');
  const isCollecting = conversation.pending !== null && turn.isSlotAnswer;
  if (!isAboutOrder && !isCollecting && !needsOrder(general) && general.can_send) {
    const isOwn = topic.intent === 'returns' && conversation.order_id !== null && conversation.email !== null;
    if (!isOwn) return answerWith(general, conversation);
    const context = await orderContextOf(turn, conversation, commerce, signal);
    const own =
      conversation.verified && context
        ? await draftFor(topic, turn, conversation, replies, { context, signal })
        : general;
    return own.can_send ? answerWith(own, conversation, context ?? undefined) : answerWith(general, conversation);
  }
  if (!isAboutOrder && !needsOrder(general)) return handOver(turn, general.held_reasons);

  const found = await lookUpOrder(turn, conversation, commerce, signal);
  if ('instead' in found) return found.instead;
  const draft = await draftFor(topic, turn, conversation, replies, { context: found.context, signal });
  if (draft.can_send && asksWhich(draft.template)) return askWhich(draft, turn, conversation, found.context);
  return draft.can_send
    ? answerWith(draft, conversation, found.context)
    : handOver(turn, draft.held_reasons, found.context);
}

/** Takes over number and address; a new one must be shown to fit again. */
function noteSlots(turn: Turn, conversation: Conversation): void {
  const orderId = turn.orderId ?? conversation.order_id;
  const email = turn.email ?? conversation.email;
  if (orderId !== conversation.order_id || email !== conversation.email) conversation.verified = false;
  Object.assign(conversation, { order_id: orderId, email });
}

/**
 * Decides one turn and notes in the conversation what it led to. After a hand-off nothing is answered any more: a
 * person does that. That the matter is settled the customer can say at any time.
 */
export async function decideTurn(
  turn: Turn,
  conversation: Conversation,
  services: TurnServices,
  signal?: AbortSignal,
): Promise<Decision> {
  const say = chatPhrases(turn);
  if (turn.smallTalk === 'settled') {
    Object.assign(conversation, { pending: null, repeated: 0, unclear: 0 });
    return { action: 'close', settled: true, reply: say.settled, facts: [] };
  }
  if (conversation.handed_off) {
    return { action: 'handoff', reply: say.stillWaiting, facts: [], reasons: turn.hardReasons };
  }
  if (turn.smallTalk === 'goodbye') return { action: 'close', reply: say.goodbye, facts: [] };
  const wasAnswered = conversation.pending === null && conversation.tried.some((what) => what.startsWith(ANSWERED));
  // Thanks for an answer end the conversation; they do not say that the matter is settled.
  if (turn.smallTalk === 'thanks' && wasAnswered) return { action: 'close', reply: say.thanksForAnswer, facts: [] };
  if (turn.smallTalk) return { action: 'answer', reply: say[turn.smallTalk], facts: [] };
  noteSlots(turn, conversation);
  if (turn.hardReasons.length > 0) return handOver(turn, turn.hardReasons);

  // A message of a number alone, or an unclear one while something is pending, belongs to the open request.
  const isOpen = conversation.topic !== null && conversation.pending !== null;
  if (turn.isUnclear && !isOpen && turn.orderId === null)
    return decideUnclear(turn, conversation, services.replies, signal);
  const isOfTopic = turn.triage.intent === 'other' || turn.triage.intent === conversation.topic?.intent;
  const saysWhich = isOpen && conversation.pending === 'parcel_or_item' && (turn.isUnclear || isOfTopic);
  const keepsTopic = turn.isSlotAnswer || saysWhich || (turn.isUnclear && isOpen);
  const asked: Topic = topicOf(turn);
  const topic: Topic =
    keepsTopic && conversation.topic
      ? saysWhich
        ? withMore(conversation.topic, turn.request.text)
        : conversation.topic
      : turn.isUnclear
        ? { ...asked, intent: 'order_tracking', team: 'orders' }
        : asked;
  if (!keepsTopic && topic.intent !== conversation.topic?.intent) conversation.pending = null;
  conversation.topic = topic;
  if (topic.intent === 'other' && !keepsTopic) return decideUnclear(turn, conversation, services.replies, signal);
  conversation.unclear = 0;
  return decideTopic(topic, turn, conversation, services, signal);
}
