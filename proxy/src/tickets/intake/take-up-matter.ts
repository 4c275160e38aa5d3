import { smallTalk } from '../../chat/small-talk';
import type { TicketRow } from '../../contract/desk';
import type { Triage } from '../../contract/triage';
import type { Intent, ReviewReason } from '../../contract/vocabulary';
import { orderNumberIn, wordsBeside } from '../../interactions/bare-answer';
import { readOrderNumber } from '../../commerce/context/order-number';
import { TEAM_BY_INTENT } from '../../triage/team-by-intent';
import { isOfAnother } from './find-ticket';

/** Matters of one order: those our automatic questions are about. */
const OF_AN_ORDER: ReadonlySet<Intent> = new Set(['order_tracking', 'returns', 'delivery_issue', 'payment_issue']);
/** Of "12345, thanks" nothing can be said about certainty or language. */
const UNSURE: ReadonlySet<ReviewReason> = new Set(['low_confidence', 'empty_message', 'unsupported_language']);
/** So many words beside a number are a name; so many without one tell which parcel or which item. */
const FEW_BESIDE_NUMBER = 3;
const FEW_WORDS = 10;

/** The order a ticket is about, as `ORD-12345`; undefined when none that can be looked up is named. */
export const orderIdOf = ({ order_id }: TicketRow): string | undefined =>
  order_id ? readOrderNumber(order_id)?.orderId : undefined;

/** Whether a message of this ticket has nothing but what was asked for in it: a number, or a few words of no other matter. */
function onlyAnswers({ clean_text: text, intent, order_id, sentiment }: Triage, ticket: TicketRow): boolean {
  if (intent !== 'other' && intent !== ticket.intent && wordsBeside(text) > 0) return false;
  if (order_id !== null || (!ticket.order_id && orderNumberIn(text) !== null)) {
    return wordsBeside(text) <= FEW_BESIDE_NUMBER;
  }
  const isCourtesy = sentiment === 'positive' || smallTalk(text) !== null;
  return Boolean(ticket.order_id) && intent === 'other' && !isCourtesy && wordsBeside(text) <= FEW_WORDS;
}

/**
 * What a message says, in the light of the ticket it belongs to. One that only answers our question ("It's 12345, thanks")
 * goes on with the matter of its ticket, and one of the same matter that names no order is about the ticket's, so that
 * nothing is asked twice. A ticket of somebody else's lends nothing.
 *
 * @param ticket the one the message joins, if any
 */
export function takeUpMatter(triage: Triage, ticket: TicketRow | undefined, customerEmail: string): Triage {
  if (!ticket?.intent || !OF_AN_ORDER.has(ticket.intent) || isOfAnother(ticket, customerEmail)) return triage;
  const isAnswer = onlyAnswers(triage, ticket);
  if (!isAnswer && triage.intent !== ticket.intent) return triage;
  const given = triage.order_id ?? (ticket.order_id ? null : isAnswer ? orderNumberIn(triage.clean_text) : null);
  const order_id = given ?? (triage.tracking_number === null ? (orderIdOf(ticket) ?? null) : null);
  if (!isAnswer) return { ...triage, order_id };
  const review_reasons = triage.review_reasons.filter((reason) => !UNSURE.has(reason));
  return {
    ...triage,
    intent: ticket.intent,
    team: TEAM_BY_INTENT[ticket.intent],
    order_id,
    review_reasons,
    requires_human_review: review_reasons.length > 0,
  };
}
