import type { TicketRow } from '../contract/desk';
import { type NewEvent, newEvent } from '../events/event';
import { isOpen } from './ticket-course';
import type { StandingTicket } from './ticket-statuses';

/** A change that is younger may still be on its way here. */
const ON_ITS_WAY_MS = 3_600_000;

/**
 * What no event has told: changes of tickets whose flows could not reach the service. The table is right; once told,
 * events and table agree again.
 * @param rows tickets as the table has them now; of others nothing is known
 */
export function untoldChanges(told: readonly StandingTicket[], rows: readonly TicketRow[], now: Date): NewEvent[] {
  const known = new Map(told.map((ticket) => [ticket.ticket_id, ticket]));
  const isSettled = (instant: Date): boolean => now.getTime() - instant.getTime() >= ON_ITS_WAY_MS;
  return rows.flatMap((row) => {
    const standing = known.get(row.ticket_id);
    const since = standing?.told_at ?? (row.created_at ? new Date(row.created_at) : now);
    const isEnded = !isOpen(row.status) && (standing === undefined || !isOpen(standing.status));
    if (standing?.status === row.status || isEnded || !isSettled(since)) return [];
    const change = {
      channel: row.channel ?? 'app',
      ticket_id: row.ticket_id,
      ...(row.ticket_number && { ticket_number: row.ticket_number }),
      ...(row.agent_id && { agent_id: row.agent_id }),
      ...(standing && { status_from: standing.status }),
      status_to: row.status,
      ...(typeof row.status_version === 'number' && { status_version: row.status_version }),
      reason: 'found_in_table',
    };
    return [newEvent('ticket.status_changed', change, now)];
  });
}
