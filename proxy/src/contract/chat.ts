import type { Static } from '@sinclair/typebox';
import { Fact } from './order-context';
import { answerObject, choice, flag, instant, list, nullable, optional, ref, requestObject, text } from './schema';
import { Triage } from './triage';
import { INTENTS, TEAMS } from './vocabulary';

export const CHAT_ACTIONS = ['answer', 'ask', 'verify', 'handoff', 'close'] as const;

export const AnswerChatRequest = requestObject('AnswerChatRequest', 'One turn of a customer in a chat.', {
  conversation_id: text('Conversation ID', 'The id of the conversation.', { minLength: 1, maxLength: 200 }),
  message_id: text('Message ID', 'The id of the message; the same id gets the same answer again.', {
    minLength: 1,
    maxLength: 200,
  }),
  text: text('Text', 'What the customer wrote.', { maxLength: 20000 }),
  locale: optional(text('Locale', 'The language of the chat, for example en-US.', { maxLength: 20 })),
  requester_email: optional(
    text('Requester Address', 'The e-mail address of the customer, when it is known.', { maxLength: 320 }),
  ),
  order_id: optional(text('Order Number', 'The order number, when it was asked for.', { maxLength: 60 })),
  postcode: optional(text('Postcode', 'The delivery postcode, when it was asked for.', { maxLength: 20 })),
});
export type AnswerChatRequest = Static<typeof AnswerChatRequest>;

export const ChatTurn = answerObject('ChatTurn', 'One line of a conversation.', {
  author: choice(['customer', 'bot'], 'Author', 'Who wrote it.'),
  text: text('Text', 'What was written.'),
  at: instant('At', 'When it was written.'),
});

export const Handoff = answerObject('Handoff', 'Everything the person who takes over needs.', {
  intent: choice(INTENTS, 'Intent', 'What the customer wants.'),
  team: choice(TEAMS, 'Team', 'The team that takes over.'),
  order_id: nullable(text('Order Number', 'The order it is about, or null.')),
  reasons: list(text('Reason', 'One reason as a code.'), 'Reasons', 'Why a person is needed.'),
  facts: list(ref(Fact), 'Facts', 'What is known.'),
  transcript: list(ref(ChatTurn), 'Transcript', 'The conversation so far.'),
  tried: list(text('Attempt', 'One thing that was tried.'), 'Tried', 'What the bot tried before.'),
  answer_expected: nullable(instant('Answer Expected', 'When a person will have answered at the latest.')),
});

export const ChatTicket = answerObject('ChatTicket', 'The ticket row of the conversation.', {
  ticket_id: text('Ticket ID', 'The id for the ticket row, always the same for the same conversation.', {
    format: 'uuid',
  }),
  title: text('Title', 'A short title.'),
  first_response_due: instant('First Response Due', 'When a person should have answered.'),
  resolution_due: instant('Resolution Due', 'When the ticket should be resolved.'),
});

export const AnswerChatAnswer = answerObject('AnswerChatAnswer', 'What to say and what to do next.', {
  reply: text('Reply', 'What to say to the customer.'),
  action: choice(
    CHAT_ACTIONS,
    'Action',
    'answer: the question is answered. ask: more is needed. verify: who asks must be shown. handoff: a person takes over. close: the conversation ends.',
  ),
  settled: optional(
    flag('Settled', 'True when the customer confirmed that the matter is settled: then its ticket is resolved.'),
  ),
  triage: ref(Triage),
  facts: list(ref(Fact), 'Facts', 'The facts the reply rests on.'),
  handoff: optional(ref(Handoff)),
  ticket: ref(ChatTicket),
  replayed: flag('Replayed', 'True when this message was answered before.'),
});
export type AnswerChatAnswer = Static<typeof AnswerChatAnswer>;
