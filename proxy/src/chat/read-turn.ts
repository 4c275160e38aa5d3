import type { AnswerChatRequest } from '../contract/chat';
import type { Triage } from '../contract/triage';
import type { ReviewReason } from '../contract/vocabulary';
import { EMAIL_ADDRESS, orderNumberIn, wordsBeside } from '../interactions/bare-answer';
import type { ReplyLanguage } from '../replies/reply-language';
import type { ReplyTone } from '../replies/reply-wording';
import type { Conversation } from './conversation';
import { smallTalk, type SmallTalk } from './small-talk';

/** One turn of the customer in the light of what was said before. */
export interface Turn {
  request: AnswerChatRequest;
  /** The triage; of an answer to our question, that of the request the question was about. */
  triage: Triage;
  language: ReplyLanguage;
  tone: ReplyTone;
  /** The order number this turn brings, or null. */
  orderId: string | null;
  /** The address this turn brings, or null. */
  email: string | null;
  /** The message only gives what was asked for. */
  isSlotAnswer: boolean;
  smallTalk: SmallTalk | null;
  /** Reasons that send the conversation to a person at once. */
  hardReasons: string[];
  /** The triage is not sure what is wanted. */
  isUnclear: boolean;
}

/** A chat asks back before it gives up: these reasons alone are no reason for a hand-off. */
const SOFT: ReadonlySet<ReviewReason> = new Set(['low_confidence', 'empty_message']);
/** Of "12345, lou@example.com" nothing can be said about language or certainty. */
const SOFT_FOR_SLOTS: ReadonlySet<ReviewReason> = new Set([...SOFT, 'unsupported_language']);

/** So many words beside what was asked for are a name or a courtesy. */
const FEW_WORDS = 3;

const ASKS_FOR_PERSON =
  /(?<!\p{L})(?:(?:real |live )?(?:human|person|agent|representative|operator|somebody|someone)(?: please)?$|(?:talk|speak|chat|connect|transfer)(?: me)? (?:to|with) (?:a|an|the|some)?\s?(?:\p{L}+ )?(?:human|person|agent|representative|operator|somebody|someone|people|manager)|(?:hablar|habl[ae]r?me|comunicar\p{L}*|pás\p{L}+) con (?:una?|el|la|alguien)?\s?(?:persona|agente|humano|operador\p{L}*|alguien)|(?:persona|agente|humano)(?: por favor)?$)/iu;

function languageOf(triage: Triage, request: AnswerChatRequest, before: ReplyLanguage | null): ReplyLanguage {
  if (triage.language === 'en' || triage.language === 'es') return triage.language;
  if (before) return before;
  return (request.locale ?? '').toLowerCase().startsWith('es') ? 'es' : 'en';
}

/** Reads one message: number, address, small talk, and its triage with what is pending taken into account. */
export function readTurn(request: AnswerChatRequest, triage: Triage, before: Conversation, tone: ReplyTone): Turn {
  const { text } = request;
  const waitsForOrder = before.pending === 'order_number' || before.pending === 'order_or_email';
  const typedEmail = EMAIL_ADDRESS.exec(text)?.[0].toLowerCase() ?? null;
  const typedOrder = triage.order_id ?? (waitsForOrder ? orderNumberIn(text) : null);
  // What the channel sends with every turn counts until the customer says something else.
  const sentOrder = request.order_id ? orderNumberIn(request.order_id) : null;
  const givenOrder = waitsForOrder || before.order_id === null ? sentOrder : null;
  const orderId = typedOrder ?? givenOrder;
  // Who the channel says is writing cannot be changed by words; a visitor it does not know has only words.
  const sentEmail = request.requester_email?.trim().toLowerCase() || null;
  const email = sentEmail ?? typedEmail;

  const gives = typedEmail !== null || typedOrder !== null || givenOrder !== null;
  const beside = wordsBeside(text);
  // With words of its own it answers our question only when they are about nothing else.
  const hasOwnMatter = beside > 0 && triage.intent !== 'other' && triage.intent !== before.topic?.intent;
  const isSlotAnswer =
    before.pending !== null && before.topic !== null && gives && beside <= FEW_WORDS && !hasOwnMatter;
  const soft = isSlotAnswer ? SOFT_FOR_SLOTS : SOFT;
  const hardReasons: string[] = triage.review_reasons.filter((reason) => !soft.has(reason));
  if (ASKS_FOR_PERSON.test(text.trim().replace(/[.!?]+$/, '')) && !hardReasons.includes('human_requested')) {
    hardReasons.push('human_requested');
  }
  if (triage.priority === 'critical' && hardReasons.length === 0) hardReasons.push('critical_priority');
  const seen: Triage =
    isSlotAnswer && before.topic
      ? {
          ...triage,
          intent: before.topic.intent,
          team: before.topic.team,
          confidence: before.topic.confidence,
          order_id: orderId,
          requires_human_review: hardReasons.length > 0,
          review_reasons: triage.review_reasons.filter((reason) => !soft.has(reason)),
        }
      : { ...triage, order_id: triage.order_id ?? orderId };
  return {
    request,
    triage: seen,
    language: isSlotAnswer && before.language ? before.language : languageOf(triage, request, before.language),
    tone,
    orderId,
    email,
    isSlotAnswer,
    smallTalk: smallTalk(text),
    hardReasons,
    isUnclear: !isSlotAnswer && triage.review_reasons.some((reason) => SOFT.has(reason)),
  };
}
