import type { Static } from '@sinclair/typebox';
import { Notice } from './assignment';
import {
  answerObject,
  choice,
  count,
  flag,
  instant,
  list,
  nullable,
  number,
  optional,
  ref,
  replayed,
  requestObject,
  text,
} from './schema';
import { CHANNELS, INTENTS, PRIORITIES, SENTIMENTS } from './vocabulary';

export const RecordFeedbackRequest = requestObject('RecordFeedbackRequest', 'What a customer says afterwards.', {
  ticket_id: text('Ticket ID', 'The id of the ticket row.', { minLength: 1, maxLength: 60 }),
  rating: count('Rating', 'From 1, very bad, to 5, very good.', { minimum: 1, maximum: 5 }),
  ticket_number: optional(nullable(text('Ticket Number', 'The number of the ticket.', { maxLength: 40 }))),
  comment: optional(nullable(text('Comment', 'What the customer wrote.', { maxLength: 10000 }))),
  channel: optional(nullable(choice(CHANNELS, 'Channel', 'The channel of the ticket.'))),
  intent: optional(nullable(choice(INTENTS, 'Intent', 'The intent of the ticket.'))),
  agent_id: optional(nullable(text('Agent ID', 'The id of the agent who had the ticket.', { maxLength: 60 }))),
  customer_email: optional(nullable(text('Customer Address', 'The address to thank.', { maxLength: 320 }))),
  customer_name: optional(nullable(text('Customer Name', 'The name to greet.', { maxLength: 300 }))),
  language: optional(nullable(text('Language', 'The ISO 639-1 code of the customer’s language.', { maxLength: 10 }))),
  submitted_at: optional(nullable(instant('Submitted At', 'When it was submitted; now when left out.'))),
});
export type RecordFeedbackRequest = Static<typeof RecordFeedbackRequest>;

export const RecordFeedbackAnswer = answerObject('RecordFeedbackAnswer', 'What follows from the feedback.', {
  feedback_id: text('Feedback ID', 'The id for the feedback row, always the same for the same idempotency key.', {
    format: 'uuid',
  }),
  follow_up: flag('Follow Up', 'True when a supervisor should look at it: one or two stars.'),
  follow_up_subject: text('Follow-up Subject', 'The title of the supervisor’s task.'),
  follow_up_due: instant('Follow-up Due', 'When the task is due.'),
  notice: ref(Notice),
  replayed,
});
export type RecordFeedbackAnswer = Static<typeof RecordFeedbackAnswer>;

export const RecordCorrectionRequest = requestObject(
  'RecordCorrectionRequest',
  'What the model read in a message, and what an agent says it is.',
  {
    ticket_id: text('Ticket ID', 'The id of the ticket row.', { minLength: 1, maxLength: 60 }),
    ticket_number: optional(nullable(text('Ticket Number', 'The number of the ticket.', { maxLength: 40 }))),
    message_id: optional(nullable(text('Message ID', 'The message that was misread.', { maxLength: 998 }))),
    channel: optional(nullable(choice(CHANNELS, 'Channel', 'How the message came in.'))),
    corrected_by: optional(nullable(text('Corrected By', 'The id of the user who corrected it.', { maxLength: 60 }))),
    corrected_at: optional(nullable(instant('Corrected At', 'When it was corrected; now when left out.'))),
    intent: optional(nullable(choice(INTENTS, 'Intent', 'What the customer wants, says the agent.'))),
    sentiment: optional(nullable(choice(SENTIMENTS, 'Sentiment', 'The tone, says the agent.'))),
    priority: optional(nullable(choice(PRIORITIES, 'Priority', 'How urgent it is, says the agent.'))),
    model_intent: optional(nullable(choice(INTENTS, 'Model Intent', 'What the model said the customer wants.'))),
    model_sentiment: optional(nullable(choice(SENTIMENTS, 'Model Sentiment', 'The tone, said the model.'))),
    model_priority: optional(nullable(choice(PRIORITIES, 'Model Priority', 'How urgent it is, said the model.'))),
    model_confidence: optional(
      nullable(number('Model Confidence', 'How sure the model was, from 0 to 1.', { minimum: 0, maximum: 1 })),
    ),
    model: optional(nullable(text('Model', 'The model that read the message.', { maxLength: 200 }))),
    model_version: optional(nullable(text('Model Version', 'Its version.', { maxLength: 200 }))),
  },
);
export type RecordCorrectionRequest = Static<typeof RecordCorrectionRequest>;

export const CORRECTED_FIELDS = ['intent', 'sentiment', 'priority'] as const;

export const RecordCorrectionAnswer = answerObject('RecordCorrectionAnswer', 'What was wrong.', {
  event_id: text('Event ID', 'The id of the stored event.', { format: 'uuid' }),
  corrected: list(choice(CORRECTED_FIELDS, 'Field', 'A field that was wrong.'), 'Corrected', 'The fields that differ.'),
  recorded_at: instant('Recorded At', 'When it was stored.'),
  replayed,
});
export type RecordCorrectionAnswer = Static<typeof RecordCorrectionAnswer>;
