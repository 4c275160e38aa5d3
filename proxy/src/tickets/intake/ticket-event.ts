import type { TicketRow } from '../../contract/desk';
import type { CreateTicketRequest } from '../../contract/ticket';
import { type NewEvent, newEvent } from '../../events/event';
import type { TicketChange } from './message-reading';

/**
 * The event of a message that opened a ticket or joined one.
 * @param joined the ticket as it was before; left out for a new one
 */
export function ticketEvent(
  { channel, customer_email, customer_name, message_id, conversation_id }: CreateTicketRequest,
  ticket: { ticket_id: string; title: string; order_id?: string },
  joined: TicketRow | undefined,
  change: TicketChange,
  receivedAt: Date,
): NewEvent {
  const { intent, priority, team, status, status_version, first_response_due, resolution_due } = change;
  const about = { channel, customer_email, message_id, conversation_id, intent, priority, team };
  if (joined === undefined) {
    const opened = { ...about, ...ticket, customer_name, first_response_due, resolution_due };
    return newEvent('ticket.created', opened, receivedAt);
  }
  const row = { ticket_id: ticket.ticket_id, ticket_number: joined.ticket_number ?? undefined };
  const step = { status_from: joined.status, status_to: status, status_version };
  const reopened = joined.status === 'resolved';
  return newEvent('ticket.joined', { ...about, ...row, ...step, reopened }, receivedAt);
}
