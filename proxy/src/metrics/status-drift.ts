import type { TicketRow } from '../contract/desk';
import type { StatusDrift } from '../contract/statistics';
import { TICKET_STATUSES, type TicketStatus } from '../contract/vocabulary';
import type { StandingTicket } from './ticket-statuses';

/**
 * Where the events and the table disagree about how many tickets have a status.
 * Resolved ones are left out: nobody passes all of them.
 * @param rows all tickets that are open
 */
export function statusDrift(told: readonly StandingTicket[], rows: readonly TicketRow[]): StatusDrift[] {
  const countOf = (tickets: readonly { status: TicketStatus }[], status: TicketStatus): number =>
    tickets.filter((ticket) => ticket.status === status).length;
  return TICKET_STATUSES.filter((status) => status !== 'resolved' && status !== 'closed')
    .map((status) => ({ status, events: countOf(told, status), table: countOf(rows, status) }))
    .filter(({ events, table }) => events !== table);
}
