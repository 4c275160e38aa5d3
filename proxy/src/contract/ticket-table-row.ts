import type { Static } from '@sinclair/typebox';
import { count, instant, list, nullable, optional, ref, tableRow, text } from './schema';

/**
 * Rows of the ticket table just as the table gives them, for flows that would spend a billed action on renaming columns.
 * Choices are numbers here; see `tickets/intake/read-table-row.ts`.
 */

const cell = <S extends Parameters<typeof nullable>[0]>(schema: S) => optional(nullable(schema));
const words = (summary: string) => cell(text(summary, `${summary}, as in the table.`));
const chosen = (summary: string) => cell(count(summary, `The number of the choice: ${summary}.`));
const time = (summary: string) => cell(instant(summary, `${summary}, as in the table.`));

export const MessageTableRow = tableRow('MessageTableRow', 'A message of a ticket, as the table gives it.', {
  rcc_internetmessageid: words('Internet Message ID'),
});

export const TicketTableRow = tableRow('TicketTableRow', 'A ticket, as the table gives it.', {
  rcc_ticketid: text('Ticket ID', 'The id of the ticket row.', { minLength: 1, maxLength: 60 }),
  statuscode: count('Status', 'The number of the status.'),
  rcc_statusversion: cell(count('Status Version', 'How often the status has changed.', { minimum: 0 })),
  rcc_ticketnumber: words('Ticket Number'),
  rcc_title: words('Title'),
  rcc_intent: chosen('Intent'),
  rcc_sentiment: chosen('Sentiment'),
  rcc_priority: chosen('Priority'),
  rcc_team: chosen('Team'),
  rcc_ordernumber: words('Order Number'),
  rcc_customeremail: words('Customer Address'),
  rcc_conversationid: words('Conversation ID'),
  _rcc_assignedagent_value: words('Assigned Agent'),
  createdon: time('Created On'),
  rcc_firstresponsedue: time('First Response Due'),
  rcc_resolutiondue: time('Resolution Due'),
  rcc_firstrespondedon: time('First Responded On'),
  rcc_slapausedsince: time('Clock Paused Since'),
  rcc_resolvedon: time('Resolved On'),
  rcc_reviewreasons: words('Review Reasons'),
  rcc_ticket_rcc_message_Ticket: optional(
    list(
      ref(MessageTableRow),
      'Messages',
      'Messages of the ticket, expanded; the one that is answered leads to the ticket.',
    ),
  ),
});
export type TicketTableRow = Static<typeof TicketTableRow>;
