import type { Static } from '@sinclair/typebox';
import { BusinessHoursRow, SlaPolicyRow, TicketRow } from './desk';
import { OrderContext } from './order-context';
import {
  answerObject,
  choice,
  count,
  flag,
  instant,
  list,
  nullable,
  optional,
  ref,
  replayed,
  requestObject,
  text,
} from './schema';
import { TicketTableRow } from './ticket-table-row';
import { Triage, TriageMessageRequest } from './triage';
import { CHANNELS, INTENTS, PRIORITIES, SENTIMENTS, TEAMS, TICKET_STATUSES } from './vocabulary';

export const HeaderRow = requestObject('HeaderRow', 'One header line of an e-mail.', {
  name: text('Name', 'The name of the header.', { maxLength: 200 }),
  value: optional(nullable(text('Value', 'The value of the header.'))),
});
export type HeaderRow = Static<typeof HeaderRow>;

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
  is_html: TriageMessageRequest.properties.is_html,
  reply_to: TriageMessageRequest.properties.reply_to,
  internet_headers: optional(
    list(
      ref(HeaderRow),
      'Internet Headers',
      'The header lines of an e-mail; automatic replies, lists and unverified senders are recognised by them.',
    ),
  ),
  ticket_id: optional(
    text('Ticket ID', 'The id of the row when it exists already, as for a ticket made in the app.', { maxLength: 60 }),
  ),
  open_tickets: optional(
    list(
      ref(TicketRow),
      'Open Tickets',
      'Tickets the message may belong to: of the same conversation, thread, customer or reference. The service chooses one, or opens a new ticket.',
    ),
  ),
  ticket_rows: optional(
    list(
      ref(TicketTableRow),
      'Ticket Rows',
      'The same as Open Tickets, as List rows gives them from the ticket table; with their messages expanded, the one that is answered leads to its ticket.',
    ),
  ),
  referred_ticket_id: optional(
    text('Referred Ticket ID', 'The ticket of the message this one answers, when that was found.', { maxLength: 60 }),
  ),
  look_up_order: optional(flag('Look Up Order', 'True when the order context should come with the answer.')),
  sla_policies: optional(
    list(ref(SlaPolicyRow), 'SLA Policies', 'The rows of the SLA policy table; defaults are used when left out.'),
  ),
  business_hours: optional(ref(BusinessHoursRow)),
});
export type CreateTicketRequest = Static<typeof CreateTicketRequest>;

export const INTAKE_ACTIONS = ['reply', 'queue', 'ignore'] as const;

export const CreateTicketAnswer = answerObject('CreateTicketAnswer', 'The ticket of the message and what to do next.', {
  action: choice(
    INTAKE_ACTIONS,
    'Action',
    'reply: the flow may write to the customer, an answer or an acknowledgement. queue: a person has the ticket, nothing is sent. ignore: the message was sent by a machine and needs nothing.',
  ),
  joined: flag('Joined', 'True when the message belongs to a ticket that was there before.'),
  ticket_id: text(
    'Ticket ID',
    'The id of the ticket row: of the one the message joined, else always the same for the same idempotency key.',
  ),
  title: text('Title', 'A short title for the ticket.'),
  intent: choice(INTENTS, 'Intent', 'What the customer wants.'),
  priority: choice(PRIORITIES, 'Priority', 'How urgent the ticket is.'),
  team: choice(TEAMS, 'Team', 'The team that should have it.'),
  first_response_due: instant('First Response Due', 'When the first answer is due.'),
  resolution_due: instant('Resolution Due', 'When the ticket should be resolved.'),
  status_from: choice(TICKET_STATUSES, 'Status From', 'The status of the ticket before the message.'),
  status: choice(
    TICKET_STATUSES,
    'Status',
    'The status of the ticket when nothing is answered: unassigned, or assigned when an agent has it.',
  ),
  status_version: count('Status Version', 'The version of the status after the change.'),
  sentiment: choice(SENTIMENTS, 'Sentiment', 'The tone of the ticket, with this message.'),
  review_reasons: list(
    text('Review Reason', 'A stable code for one reason.'),
    'Review Reasons',
    'Why a person must see the ticket, with those it had before; empty when nobody must.',
  ),
  ignored_because: optional(text('Ignored Because', 'Why the message needs nothing, when it is ignored.')),
  triage: optional(ref(Triage)),
  order_context: optional(ref(OrderContext)),
  replayed,
});
export type CreateTicketAnswer = Static<typeof CreateTicketAnswer>;
