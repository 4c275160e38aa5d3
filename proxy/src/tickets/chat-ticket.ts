import type { AnswerChatAnswer, AnswerChatRequest } from '../contract/chat';
import { PRIORITIES, type Priority } from '../contract/vocabulary';
import type { DeskTimes } from './desk/desk-times';
import { openingDues } from './sla/ticket-sla';
import { ticketId } from './ticket-id';
import { ticketTitle } from './ticket-title';

/** What is remembered of a conversation's ticket, so that its title and its clocks stay where they were. */
export interface ChatTicketMemory {
  title: string;
  opened_at: string;
  /** The highest so far. */
  priority: Priority;
  /** When a person was called; until then the bot had answered, and the clocks stood. */
  handed_over_at?: string;
}

const higher = (a: Priority, b: Priority): Priority => (PRIORITIES.indexOf(a) >= PRIORITIES.indexOf(b) ? a : b);

type Turn = Pick<AnswerChatAnswer, 'action' | 'triage'>;

/**
 * The ticket row of a conversation: one per conversation, with the highest priority. Its clocks run from the first
 * turn, and from the hand-over once a person was called.
 */
export function chatTicket(
  request: AnswerChatRequest,
  { action, triage }: Turn,
  before: ChatTicketMemory | null,
  times: DeskTimes,
  now: Date,
): { ticket: ChatTicketMemory; row: AnswerChatAnswer['ticket'] } {
  const ticket = {
    title: before?.title ?? ticketTitle(triage.intent, undefined, triage.clean_text || request.text),
    opened_at: before?.opened_at ?? now.toISOString(),
    priority: before ? higher(before.priority, triage.priority) : triage.priority,
    handed_over_at: before?.handed_over_at ?? (action === 'handoff' ? now.toISOString() : undefined),
  };
  const { calendar, minutes } = times.clock(ticket.priority);
  const row = {
    ticket_id: ticketId('conversation', request.conversation_id),
    title: ticket.title,
    ...openingDues(calendar, new Date(ticket.handed_over_at ?? ticket.opened_at), minutes),
  };
  return { ticket, row };
}
