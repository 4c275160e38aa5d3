import type { Static } from '@sinclair/typebox';
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
import { CHANNELS, ENTITY_TYPES, INTENTS, PRIORITIES, REVIEW_REASONS, SENTIMENTS, TEAMS } from './vocabulary';

export const Entity = answerObject('Entity', 'Something found in the message by code, never by a model.', {
  type: choice(ENTITY_TYPES, 'Type', 'What kind of thing was found.'),
  value: text('Value', 'The normalised value, for example ORD-12345.'),
  text: text('Text', 'The words of the message it was read from.'),
});

export const Triage = answerObject('Triage', 'What a message is about, how urgent it is and who should have it.', {
  intent: choice(INTENTS, 'Intent', 'What the customer wants.'),
  confidence: number('Confidence', 'How sure the intent is, from 0 to 1.', { minimum: 0, maximum: 1 }),
  sentiment: choice(SENTIMENTS, 'Sentiment', 'The tone of the message.'),
  priority: choice(PRIORITIES, 'Priority', 'How urgent the message is.'),
  order_id: nullable(text('Order Number', 'The order number in the form ORD-12345, or null when none was found.')),
  requires_human_review: flag(
    'Requires Human Review',
    'True when a person must see the message before anything is answered.',
  ),
  language: text('Language', 'The ISO 639-1 code of the language of the message, or und when it is not clear.'),
  entities: list(ref(Entity), 'Entities', 'Everything that code found in the message.'),
  review_reasons: list(
    choice(REVIEW_REASONS, 'Review Reason', 'A stable code for one reason.'),
    'Review Reasons',
    'Why a person must see the message; empty when nobody must.',
  ),
  team: choice(TEAMS, 'Team', 'The team that handles this kind of message.'),
  model: text('Model', 'The model that classified the message.'),
  model_version: text('Model Version', 'The version of that model.'),
  tracking_number: nullable(text('Tracking Number', 'The first parcel number found, or null.')),
  clean_text: text('Clean Text', 'The message without quoted replies, signatures and markup.'),
});
export type Triage = Static<typeof Triage>;

export const TriageMessageRequest = requestObject('TriageMessageRequest', 'One message of a customer.', {
  channel: choice(CHANNELS, 'Channel', 'How the message came in.'),
  text: text('Text', 'The body of the message, as plain text or HTML.', { maxLength: 200000 }),
  subject: optional(text('Subject', 'The subject line of an e-mail.', { maxLength: 2000 })),
  is_html: optional(flag('Is HTML', 'True when the text is HTML; when left out it is recognised.')),
  from_email: optional(text('From Address', 'The e-mail address the message came from.', { maxLength: 320 })),
  reply_to: optional(
    text('Reply To', 'The Reply-To address, when it differs from the From address.', { maxLength: 320 }),
  ),
  authentication_results: optional(
    text(
      'Authentication Results',
      'The Authentication-Results header of the e-mail; a failed DMARC result holds the answer.',
      { maxLength: 8000 },
    ),
  ),
  message_id: optional(
    text('Message ID', 'The Internet message id of the e-mail, or the id of the chat message.', { maxLength: 998 }),
  ),
  conversation_id: optional(text('Conversation ID', 'The conversation the message belongs to.', { maxLength: 500 })),
  received_at: optional(instant('Received At', 'When the message was received, in UTC.')),
});
export type TriageMessageRequest = Static<typeof TriageMessageRequest>;

export const TriageMessageAnswer = answerObject('TriageMessageAnswer', 'The triage of one message.', {
  ...Triage.properties,
  replayed,
  duration_ms: count('Duration', 'How long the service worked on it, in milliseconds.'),
});
export type TriageMessageAnswer = Static<typeof TriageMessageAnswer>;
