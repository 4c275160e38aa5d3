import type { TicketRow } from '../contract/desk';
import type { LateTicket } from '../contract/statistics';
import { RccError } from '../errors/rcc-error';
import type { DeskTimes } from '../tickets/desk/desk-times';
import { ticketSla } from '../tickets/sla/ticket-sla';
import { isOpen } from './ticket-course';

/** Nothing where the dates of a ticket cannot be right: one such row must not cost everybody the report. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof RccError) return undefined;
    throw error;
  }
}

/** The clock of a ticket that is most overdue, in business minutes, if any is. */
function overdue(row: TicketRow, times: DeskTimes, at: Date): { due: string; minutes: number } | undefined {
  const { calendar, minutes } = times.clock(row.priority ?? 'normal');
  const created_at = row.created_at ?? undefined;
  if (created_at === undefined || new Date(created_at) > at) return undefined;
  const sla = readable(() => ticketSla(calendar, { ...row, created_at, resolved_at: null }, minutes, at));
  if (sla === undefined) return undefined;
  const late: { due: string; minutes: number }[] = [];
  if (sla.first_response_state === 'breached' && !row.first_responded_at) {
    late.push({ due: sla.first_response_due, minutes: -sla.first_response_remaining_minutes });
  }
  if (sla.resolution_state === 'breached') {
    late.push({ due: sla.resolution_due, minutes: -sla.resolution_remaining_minutes });
  }
  return late.sort((one, other) => other.minutes - one.minutes)[0];
}

/**
 * The open tickets that are past a due time at an instant, the latest first. An answered ticket is nobody's to do; one whose
 * dates are more than ten years apart is left out.
 */
export function lateTickets(rows: readonly TicketRow[], times: DeskTimes, at: Date): LateTicket[] {
  return rows
    .filter(({ status }) => isOpen(status) && status !== 'answered')
    .flatMap((row) => {
      const late = overdue(row, times, at);
      if (late === undefined) return [];
      const { ticket_id, ticket_number = null, title = null, agent_name = null } = row;
      return [{ ticket_id, ticket_number, title, agent_name, due: late.due, overdue_minutes: late.minutes }];
    })
    .sort((one, other) => other.overdue_minutes - one.overdue_minutes || (one.ticket_id < other.ticket_id ? -1 : 1));
}
