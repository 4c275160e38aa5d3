import type { Draft } from '../contract/reply';
import type { Store } from '../events/store';

/** What is remembered of a reply that was written for a ticket. */
export type EarlierReply = Pick<Draft, 'template' | 'can_send' | 'facts'>;

/** What our automatic questions ask for. */
const QUESTIONS = ['order', 'parcel', 'item'] as const;
export type Question = (typeof QUESTIONS)[number];

/** What a template asks the customer for, if anything: its name ends in `.ask_order`, `.ask_parcel` or `.ask_item`. */
export const questionOf = (template: string): Question | undefined =>
  QUESTIONS.find((question) => template.endsWith(`.ask_${question}`));

/**
 * The replies written for a ticket, the oldest first.
 * @param ticketNumber such as `TKT-000123`; without one nothing is known
 * @param messageId the message that is being answered: what was written for it before is no earlier reply
 */
export async function earlierReplies(
  store: Pick<Store, 'draftsOf'>,
  ticketNumber: string | null | undefined,
  messageId?: string,
): Promise<EarlierReply[]> {
  if (!ticketNumber) return [];
  const events = await store.draftsOf(ticketNumber);
  const others = events.filter(({ payload }) => messageId === undefined || payload.message_id !== messageId);
  // Events were checked against their kind when they were stored.
  return others.map(({ payload }) => payload as unknown as EarlierReply);
}

/** Whether the customer got its question: an acknowledgement asks for the order number too, and for nothing else. */
const isAsked = ({ template, can_send }: EarlierReply): boolean => can_send || questionOf(template) === 'order';

/** The last reply of a ticket, when it asked the customer something. */
export function lastQuestion(replies: readonly EarlierReply[]): EarlierReply | undefined {
  const last = replies.at(-1);
  return last && questionOf(last.template) && isAsked(last) ? last : undefined;
}

/** Whether a template's question was put on the ticket before. */
export function wasAsked(template: string, earlier: readonly EarlierReply[]): boolean {
  const question = questionOf(template);
  return question !== undefined && earlier.some((reply) => questionOf(reply.template) === question && isAsked(reply));
}

/**
 * Whether a reply says what the ticket's customer has been told already: the same question, or by the same template
 * nothing but the same facts. Whoever asks again was not helped by it.
 */
export function isRepetition(reply: Pick<Draft, 'template' | 'facts'>, earlier: readonly EarlierReply[]): boolean {
  if (questionOf(reply.template)) return wasAsked(reply.template, earlier);
  const stated = ({ facts }: Pick<Draft, 'facts'>) => new Set(facts.map(({ id, value }) => `${id} ${value}`));
  const now = stated(reply);
  return earlier.some((before) => {
    if (!before.can_send || before.template !== reply.template) return false;
    const then = stated(before);
    return [...now].every((fact) => then.has(fact));
  });
}
