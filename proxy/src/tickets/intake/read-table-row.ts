import type { TicketRow } from '../../contract/desk';
import type { TicketTableRow } from '../../contract/ticket-table-row';
import { INTENTS, PRIORITIES, SENTIMENTS, TEAMS, TICKET_STATUSES, type TicketStatus } from '../../contract/vocabulary';
import type { MessageHeaders } from './message-headers';

/** What the numbers of the solution's choices begin with; a choice's options are in the order of the vocabulary. */
const FIRST_CHOICE = 727_000_000;
/** The two statuses every table has under these numbers. */
const STANDARD_STATUS: Readonly<Record<number, TicketStatus>> = { 1: 'new', 2: 'closed' };

const word = <T extends string>(words: readonly T[], chosen: number | null | undefined): T | null =>
  (chosen === null || chosen === undefined ? undefined : words[chosen - FIRST_CHOICE]) ?? null;

const statusOf = (code: number): TicketStatus | null => STANDARD_STATUS[code] ?? word(TICKET_STATUSES, code);

/** A row of the table in the words of the contract; nothing when its status is none of ours. */
export function readTableRow(row: TicketTableRow): TicketRow | null {
  const status = statusOf(row.statuscode);
  if (status === null) return null;
  return {
    ticket_id: row.rcc_ticketid,
    ticket_number: row.rcc_ticketnumber,
    title: row.rcc_title,
    status,
    status_version: row.rcc_statusversion,
    intent: word(INTENTS, row.rcc_intent),
    sentiment: word(SENTIMENTS, row.rcc_sentiment),
    priority: word(PRIORITIES, row.rcc_priority),
    team: word(TEAMS, row.rcc_team),
    order_id: row.rcc_ordernumber,
    customer_email: row.rcc_customeremail,
    conversation_id: row.rcc_conversationid,
    agent_id: row._rcc_assignedagent_value,
    created_at: row.createdon,
    first_response_due: row.rcc_firstresponsedue,
    resolution_due: row.rcc_resolutiondue,
    first_responded_at: row.rcc_firstrespondedon,
    sla_paused_since: row.rcc_slapausedsince,
    resolved_at: row.rcc_resolvedon,
    review_reasons: row.rcc_reviewreasons,
  };
}

const idsIn = (headers: MessageHeaders, name: string): string[] =>
  headers.all(name).flatMap((value) => value.toLowerCase().split(/\s+/).filter(Boolean));

/**
 * The ticket of the message that a mail answers: one of its messages stands in `In-Reply-To`, else the latest that can be
 * found of `References`, whose last id is the nearest.
 */
export function referredTicket(rows: readonly TicketTableRow[], headers: MessageHeaders): string | undefined {
  const answered = [...idsIn(headers, 'In-Reply-To'), ...idsIn(headers, 'References').reverse()];
  const found = answered.map((id) =>
    rows.find((row) =>
      row.rcc_ticket_rcc_message_Ticket?.some((message) => message.rcc_internetmessageid?.toLowerCase() === id),
    ),
  );
  return found.find(Boolean)?.rcc_ticketid;
}
