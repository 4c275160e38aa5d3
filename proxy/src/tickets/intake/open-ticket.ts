import type { DeskTimes } from '../desk/desk-times';
import { openingDues } from '../sla/ticket-sla';
import type { MessageReading, TicketChange } from './message-reading';

/**
 * What a message makes of a new ticket.
 * @param statusVersion of the row when it exists already, as for a ticket made in the app; else 0
 */
export function openTicket(
  reading: MessageReading,
  statusVersion: number,
  times: DeskTimes,
  receivedAt: Date,
): TicketChange {
  const { calendar, minutes } = times.clock(reading.priority);
  return {
    ...reading,
    action: 'reply',
    status: 'unassigned',
    status_version: statusVersion + 1,
    ...openingDues(calendar, receivedAt, minutes),
  };
}
