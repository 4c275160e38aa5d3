import type { CreateTicketAnswer, CreateTicketRequest } from '../../contract/ticket';
import { newEvent } from '../../events/event';
import type { Effect } from '../../idempotency';
import type { DeskTimes } from '../desk/desk-times';
import { ticketTitle } from '../ticket-title';
import { readingOf } from './message-reading';
import { openTicket } from './open-ticket';

/**
 * A message of a machine: nothing is read, looked up or changed. What the answer says of a ticket is what it would be.
 * @param sign by what the machine was recognised, such as `Auto-Submitted`
 */
export function ignoreMessage(
  request: CreateTicketRequest,
  ticket_id: string,
  sign: string,
  times: DeskTimes,
  receivedAt: Date,
): Effect<Omit<CreateTicketAnswer, 'replayed'>> {
  const { channel, subject, text, message_id, conversation_id } = request;
  const reading = readingOf(request);
  const reason = `automatic_message: ${sign}`;
  return {
    answer: {
      ...openTicket(reading, 0, times, receivedAt),
      ticket_id,
      title: ticketTitle(reading.intent, subject, text),
      joined: false,
      action: 'ignore',
      status_from: 'new',
      ignored_because: reason,
    },
    events: [newEvent('message.ignored', { channel, message_id, conversation_id, reason }, receivedAt)],
  };
}
