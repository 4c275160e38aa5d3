import type { TicketRow } from '../../contract/desk';
import type { Triage } from '../../contract/triage';
import type { Intent, ReviewReason } from '../../contract/vocabulary';
import { readOrderNumber } from '../../commerce/context/order-number';
import type { EarlierReply } from '../../interactions/earlier-replies';
import { isOfAnother } from './find-ticket';
import { speaksOfOtherOrder } from './other-order';
import { plainAnswer } from './plain-answer';

/** Matters of one order: those our automatic questions are about. */
const OF_AN_ORDER: ReadonlySet<Intent> = new Set(['order_tracking', 'returns', 'delivery_issue', 'payment_issue']);
/** Of "12345, thanks" nothing can be said about certainty or language. */
const UNSURE: ReadonlySet<ReviewReason> = new Set(['low_confidence', 'empty_message', 'unsupported_language']);

/** The order a ticket is about, as `ORD-12345`; undefined when none that can be looked up is named. */
export const orderIdOf = ({ order_id }: TicketRow): string | undefined =>
  order_id ? readOrderNumber(order_id)?.orderId : undefined;

/** A reading in the light of its ticket. */
export interface TakenUp {
  triage: Triage;
  /** The order number was a number and nothing else: it is one when the shop knows it. */
  isBareNumber: boolean;
}

/**
 * What a message says, in the light of the ticket it belongs to. One that only answers our question ("It's 12345, thanks")
 * goes on with the matter of its ticket, and one of the same matter that names no order is about the ticket's, so that
 * nothing is asked twice. A message about another order gets nothing of the ticket's, and a ticket of somebody else's
 * lends nothing.
 *
 * @param ticket the one the message joins, if any
 * @param question the last reply of the ticket, when it asked something
 */
export function takeUpMatter(
  triage: Triage,
  ticket: TicketRow | undefined,
  customerEmail: string,
  question: EarlierReply | undefined,
): TakenUp {
  const asItIs = { triage, isBareNumber: false };
  if (!ticket?.intent || !OF_AN_ORDER.has(ticket.intent) || isOfAnother(ticket, customerEmail)) return asItIs;
  const answer = question && plainAnswer(triage.clean_text, question, customerEmail, triage.tracking_number);
  const ofTicket = orderIdOf(ticket) ?? null;
  if (answer) {
    const review_reasons = triage.review_reasons.filter((reason) => !UNSURE.has(reason));
    const isBareNumber = triage.order_id === null && answer.order_id !== null;
    const order_id = triage.order_id ?? answer.order_id ?? ofTicket;
    const requires_human_review = review_reasons.length > 0;
    const { intent } = ticket;
    const team = ticket.team ?? triage.team;
    return { triage: { ...triage, intent, team, order_id, review_reasons, requires_human_review }, isBareNumber };
  }
  const namesOne = triage.order_id !== null || triage.tracking_number !== null;
  if (triage.intent !== ticket.intent || namesOne || speaksOfOtherOrder(triage.clean_text)) return asItIs;
  return { triage: { ...triage, order_id: ofTicket }, isBareNumber: false };
}
