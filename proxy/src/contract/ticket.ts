import type { Static } from '@sinclair/typebox';
import { answerObject, choice, count, flag, instant, list, optional, ref, requestObject, text } from './schema';
import { CHANNELS, INTENTS, PRIORITIES, SENTIMENTS, TEAMS } from './vocabulary';
import { Triage } from './triage';

export const SlaPolicyRow = requestObject('SlaPolicyRow', 'Response and resolution times for one priority.', {
  priority: choice(PRIORITIES, 'Priority', 'The priority the times are for.'),
  first_response_minutes: count('First Response Minutes', 'Minutes until a first answer is due.', { minimum: 1 }),
  resolution_minutes: count('Resolution Minutes', 'Minutes until the ticket should be resolved.', { minimum: 1 }),
});
export type SlaPolicyRow = Static<typeof SlaPolicyRow>;

export const CreateTicketRequest = requestObject('CreateTicketRequest', 'The message a ticket is made for.', {
  channel: choice(CHANNELS, 'Channel', 'How the message came in.'),
  text: text('Text', 'The body of the message.', { maxLength: 200000 }),
  customer_email: text('Customer Address', 'The e-mail address of the customer.', { maxLength: 320 }),
  subject: optional(text('Subject', 'The subject line or title.', { maxLength: 2000 })),
  customer_name: optional(text('Customer Name', 'The name of the customer.', { maxLength: 200 })),
  message_id: optional(
    text('Message ID', 'The Internet message id of the e-mail, or the id of the chat message.', { maxLength: 998 }),
  ),
  conversation_id: optional(text('Conversation ID', 'The conversation the message belongs to.', { maxLength: 500 })),
  received_at: optional(instant('Received At', 'When the message was received; the clocks start here.')),
  intent: optional(choice(INTENTS, 'Intent', 'The intent, when the message was triaged before.')),
  sentiment: optional(choice(SENTIMENTS, 'Sentiment', 'The sentiment, when the message was triaged before.')),
  priority: optional(choice(PRIORITIES, 'Priority', 'The priority, when the message was triaged before.')),
  team: optional(choice(TEAMS, 'Team', 'The team, when the message was triaged before.')),
  order_id: optional(text('Order Number', 'The order number, when it is known.', { maxLength: 60 })),
  sla_policies: optional(
    list(ref(SlaPolicyRow), 'SLA Policies', 'The rows of the SLA policy table; defaults are used when left out.'),
  ),
});
export type CreateTicketRequest = Static<typeof CreateTicketRequest>;

export const CreateTicketAnswer = answerObject('CreateTicketAnswer', 'The id and the clocks of the new ticket.', {
  ticket_id: text('Ticket ID', 'The id for the ticket row, always the same for the same idempotency key.', {
    format: 'uuid',
  }),
  title: text('Title', 'A short title for the ticket.'),
  intent: choice(INTENTS, 'Intent', 'What the customer wants.'),
  priority: choice(PRIORITIES, 'Priority', 'How urgent the ticket is.'),
  team: choice(TEAMS, 'Team', 'The team that should have it.'),
  first_response_due: instant('First Response Due', 'When the first answer is due.'),
  resolution_due: instant('Resolution Due', 'When the ticket should be resolved.'),
  triage: optional(ref(Triage)),
  replayed: flag('Replayed', 'True when the same idempotency key was answered before.'),
});
export type CreateTicketAnswer = Static<typeof CreateTicketAnswer>;
