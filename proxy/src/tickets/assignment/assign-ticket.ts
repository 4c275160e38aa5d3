import type { AssignTicketAnswer, AssignTicketRequest } from '../../contract/assignment';
import type { TicketRow } from '../../contract/desk';
import type { TicketStatus } from '../../contract/vocabulary';
import { RccError } from '../../errors/rcc-error';
import { newEvent } from '../../events/event';
import type { Effect } from '../../idempotency';
import { statedInstant } from '../../stated-instant';
import type { DeskTimes } from '../desk/desk-times';
import { recordedRow } from '../recorded-row';
import { assignmentNotice } from './assignment-notice';
import { followUpReminder } from './follow-up-reminder';

/** Another agent goes on from there; a ticket that waits for the customer still does. */
const GOES_ON: ReadonlySet<TicketStatus> = new Set(['in_progress', 'escalated', 'waiting']);

/** Nothing is left to do, or the customer has the word. */
const NOTHING_TO_DO: ReadonlySet<TicketStatus> = new Set(['answered', 'waiting', 'resolved']);

const DEFAULT_REMINDER_HOURS = 24;

function statusAfter({ status }: TicketRow): TicketStatus {
  if (status === 'closed') {
    const target = 'body/ticket/status';
    const remedy = 'A closed ticket is not assigned; the customer’s next message opens a new one.';
    throw new RccError('RCC_INVALID_REQUEST', `${target} is closed. ${remedy}`, target);
  }
  return GOES_ON.has(status) ? status : 'assigned';
}

/**
 * Gives a ticket to an agent: the status it then has, the mail to the agent, and the calendar entry that reminds the agent
 * when nothing has happened. The version of the status is raised unless the agent has the ticket in that status already.
 * @throws {RccError} `RCC_INVALID_REQUEST` naming `body/ticket/status` for a closed ticket
 */
export function assignment(
  request: AssignTicketRequest,
  times: DeskTimes,
  now: Date,
): Effect<Omit<AssignTicketAnswer, 'replayed'>> {
  const { ticket, agent } = request;
  const status = statusAfter(ticket);
  const unchanged = status === ticket.status && ticket.agent_id === agent.agent_id;
  const assigned = statedInstant(request.assigned_at, now);
  const assigned_at = assigned.toISOString();
  const notice = assignmentNotice(request, 'assigned', times.timeZone);
  const after = (request.reminder_hours ?? DEFAULT_REMINDER_HOURS) * 3_600_000;
  const answer = {
    status,
    status_version: (ticket.status_version ?? 0) + (unchanged ? 0 : 1),
    assigned_at,
    notice,
    remind: notice.to !== '' && !NOTHING_TO_DO.has(ticket.status),
    reminder: followUpReminder(request, times, new Date(assigned.getTime() + after)),
  };
  const payload = {
    ...recordedRow('ticket.assigned', ticket),
    agent_id: agent.agent_id,
    status_to: status,
    assigned_at,
  };
  return { answer, events: [newEvent('ticket.assigned', payload, assigned)] };
}
