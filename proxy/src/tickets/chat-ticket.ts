import type { AnswerChatAnswer, AnswerChatRequest } from '../contract/chat';
import { PRIORITIES, type Priority } from '../contract/vocabulary';
import { slaDues } from './sla-dues';
import { ticketId } from './ticket-id';
import { ticketTitle } from './ticket-title';

/** What is remembered of a conversation's ticket, so that its title and its clocks stay where they were. */
export interface ChatTicketMemory {
  title: string;
  opened_at: string;
  /** The highest so far. */
  priority: Priority;
}

const higher = (a: Priority, b: Priority): Priority => (PRIORITIES.indexOf(a) >= PRIORITIES.indexOf(b) ? a : b);

/** The ticket row of a conversation: one per conversation, its clocks from the first turn and the highest priority. */
export function chatTicket(
  request: AnswerChatRequest,
  triage: AnswerChatAnswer['triage'],
  before: ChatTicketMemory | null,
  now: Date,
): { ticket: ChatTicketMemory; row: AnswerChatAnswer['ticket'] } {
  const ticket = {
    title: before?.title ?? ticketTitle(triage.intent, undefined, triage.clean_text || request.text),
    opened_at: before?.opened_at ?? now.toISOString(),
    priority: before ? higher(before.priority, triage.priority) : triage.priority,
  };
  const row = {
    ticket_id: ticketId('conversation', request.conversation_id),
    title: ticket.title,
    ...slaDues(ticket.priority, new Date(ticket.opened_at)),
  };
  return { ticket, row };
}
