import type { Static } from '@sinclair/typebox';
import { Fact, OrderContext } from './order-context';
import { answerObject, choice, count, flag, list, optional, ref, replayed, requestObject, text } from './schema';
import { CHANNELS, INTENTS, PRIORITIES, SENTIMENTS } from './vocabulary';

/** Why a draft is not sent by itself. */
export const HOLD_REASONS = [
  'review_required',
  'unsupported_fact',
  'order_unverified',
  'order_missing',
  'context_degraded',
  'no_template',
  'unsupported_language',
  'dispute_or_duplicate',
  'promise',
] as const;

export const DraftReplyRequest = requestObject('DraftReplyRequest', 'What is known about the message to answer.', {
  channel: choice(CHANNELS, 'Channel', 'How the message came in.'),
  intent: choice(INTENTS, 'Intent', 'What the customer wants, from the triage.'),
  language: optional(text('Language', 'The ISO 639-1 code of the language to answer in.', { maxLength: 10 })),
  sentiment: optional(choice(SENTIMENTS, 'Sentiment', 'The tone of the message, from the triage.')),
  priority: optional(choice(PRIORITIES, 'Priority', 'How urgent the message is, from the triage.')),
  requires_human_review: optional(
    flag('Requires Human Review', 'True when the triage wants a person to see the message; the draft is then held.'),
  ),
  text: text('Text', 'The message to answer.', { maxLength: 200000 }),
  subject: optional(text('Subject', 'The subject line of the message.', { maxLength: 2000 })),
  order_id: optional(text('Order Number', 'The order number named in the message.', { maxLength: 60 })),
  customer_name: optional(text('Customer Name', 'The name to greet.', { maxLength: 200 })),
  ticket_number: optional(
    text('Ticket Number', 'The number of the ticket, which is put into the reply as reference.', { maxLength: 40 }),
  ),
  message_id: optional(text('Message ID', 'The message the draft answers.', { maxLength: 998 })),
  order_context: optional(ref(OrderContext)),
});
export type DraftReplyRequest = Static<typeof DraftReplyRequest>;

export const ReplyCheck = answerObject('ReplyCheck', 'Whether every statement of the draft is found in the facts.', {
  passed: flag('Passed', 'True when nothing unsupported was found.'),
  statements: count('Statements', 'How many numbers, dates, carriers, amounts, links and promises were checked.'),
  unsupported: list(
    text('Statement', 'The words without a fact behind them.'),
    'Unsupported',
    'What was found in no fact.',
  ),
});

export const Draft = answerObject('Draft', 'A reply made only of facts, and whether it may be sent by itself.', {
  can_send: flag('Can Send', 'True when the reply may be sent without a person.'),
  held_reasons: list(
    choice(HOLD_REASONS, 'Hold Reason', 'A stable code for one reason.'),
    'Held Reasons',
    'Why the draft is held; empty when it may be sent.',
  ),
  subject: text('Subject', 'The subject line of the reply, with the reference token.'),
  reply_text: text('Reply Text', 'The reply as plain text.'),
  reply_html: text('Reply HTML', 'The reply as HTML.'),
  acknowledgement_text: text('Acknowledgement Text', 'What to send instead when a person will answer, as plain text.'),
  acknowledgement_html: text('Acknowledgement HTML', 'What to send instead when a person will answer, as HTML.'),
  facts: list(ref(Fact), 'Facts', 'The facts the reply rests on.'),
  check: ref(ReplyCheck),
  language: text('Language', 'The language of the reply.'),
  template: text('Template', 'The template the reply was made from.'),
});
export type Draft = Static<typeof Draft>;

export const DraftReplyAnswer = answerObject('DraftReplyAnswer', 'The draft for one message.', {
  ...Draft.properties,
  replayed,
});
export type DraftReplyAnswer = Static<typeof DraftReplyAnswer>;
