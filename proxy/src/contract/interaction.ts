import type { Static } from '@sinclair/typebox';
import { answerObject, choice, count, flag, instant, optional, replayed, requestObject, text } from './schema';
import { CHANNELS, INTENTS } from './vocabulary';

/** What a flow tells the service about; each becomes an event. */
export const INTERACTION_TYPES = [
  'message_received',
  'send_claimed',
  'replied',
  'reply_failed',
  'reply_unknown',
  'status_changed',
  'message_ignored',
] as const;

/** What a mail is for. */
export const MAIL_PURPOSES = ['answer', 'acknowledgement', 'notice', 'survey'] as const;

export const RecordInteractionRequest = requestObject(
  'RecordInteractionRequest',
  'Something that happened to a message or a ticket.',
  {
    type: choice(
      INTERACTION_TYPES,
      'Type',
      'What happened. Claim a mail with send_claimed before sending it, and send only when the answer says replayed false.',
    ),
    channel: choice(CHANNELS, 'Channel', 'The channel it happened on.'),
    ticket_id: optional(text('Ticket ID', 'The id of the ticket row.', { maxLength: 60 })),
    ticket_number: optional(text('Ticket Number', 'The number of the ticket.', { maxLength: 40 })),
    message_id: optional(text('Message ID', 'The message it is about.', { maxLength: 998 })),
    conversation_id: optional(text('Conversation ID', 'The conversation it belongs to.', { maxLength: 500 })),
    author: optional(choice(['customer', 'agent', 'automatic'], 'Author', 'Who wrote the message.')),
    purpose: optional(
      choice(
        MAIL_PURPOSES,
        'Purpose',
        'What a mail or chat line says to whom; only an answer stops the clock of the first response.',
      ),
    ),
    agent_id: optional(
      text('Agent ID', 'The id of the agent’s user, when an agent wrote or acted.', { maxLength: 60 }),
    ),
    intent: optional(choice(INTENTS, 'Intent', 'The intent of the message.')),
    status_from: optional(text('Status From', 'The status of the ticket before.', { maxLength: 60 })),
    status_to: optional(text('Status To', 'The status of the ticket after.', { maxLength: 60 })),
    status_version: optional(count('Status Version', 'The version of the status after the change.')),
    reason: optional(text('Reason', 'Why, in words or as codes.', { maxLength: 2000 })),
    occurred_at: optional(instant('Occurred At', 'When it happened; now when left out.')),
  },
);
export type RecordInteractionRequest = Static<typeof RecordInteractionRequest>;

export const RecordInteractionAnswer = answerObject('RecordInteractionAnswer', 'The stored event.', {
  event_id: text('Event ID', 'The id of the stored event.', { format: 'uuid' }),
  recorded_at: instant('Recorded At', 'When it was stored.'),
  replayed: flag('Replayed', 'True when the same idempotency key was answered before: do not send again.'),
});
export type RecordInteractionAnswer = Static<typeof RecordInteractionAnswer>;

export const ReportFlowErrorRequest = requestObject('ReportFlowErrorRequest', 'A failure caught by a flow.', {
  flow: text('Flow', 'The name of the flow.', { maxLength: 200 }),
  run_id: text('Run ID', 'The id of the run.', { maxLength: 200 }),
  message: text('Message', 'What went wrong, without personal data.', { maxLength: 8000 }),
  run_link: optional(text('Run Link', 'The address of the run page.', { maxLength: 2000 })),
  action: optional(text('Action', 'The action that failed.', { maxLength: 200 })),
  code: optional(text('Code', 'The code of the error.', { maxLength: 200 })),
  severity: optional(choice(['warning', 'error', 'critical'], 'Severity', 'How bad it is; error when left out.')),
  ticket_id: optional(text('Ticket ID', 'The ticket it happened on.', { maxLength: 60 })),
  message_id: optional(text('Message ID', 'The message it happened on.', { maxLength: 998 })),
});
export type ReportFlowErrorRequest = Static<typeof ReportFlowErrorRequest>;

export const ReportFlowErrorAnswer = answerObject('ReportFlowErrorAnswer', 'The stored error.', {
  error_id: text('Error ID', 'The id of the stored error.', { format: 'uuid' }),
  notify_administrator: flag('Notify Administrator', 'True when the administrator should get a mail.'),
  replayed,
});
export type ReportFlowErrorAnswer = Static<typeof ReportFlowErrorAnswer>;
