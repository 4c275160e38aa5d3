import type { AssignTicketAnswer, AssignTicketRequest } from '../../contract/assignment';
import type { TicketRow } from '../../contract/desk';
import type { TicketStatus } from '../../contract/vocabulary';
import { RccError } from '../../errors/rcc-error';
import { newEvent } from '../../events/event';
import type { Effect } from '../../idempotency';
import { statedInstant } from '../../stated-instant';
import type { DeskTimes } from '../desk/desk-times';
import { NO_NOTICE } from '../notices/notice';
import { recordedRow } from '../recorded-row';
import { assignmentNotice, type GivenTicket } from './assignment-notice';
import { followUpReminder } from './follow-up-reminder';

/** Another agent goes on from there; a ticket that waits for the customer still does. */
const GOES_ON: ReadonlySet<TicketStatus> = new Set(['in_progress', 'escalated', 'waiting']);

/** The customer has the word. */
const NOTHING_TO_DO: ReadonlySet<TicketStatus> = new Set(['answered', 'waiting']);

/** An agent's work, that goes back to the desk when the agent has it no more. */
const IN_HAND: ReadonlySet<TicketStatus> = new Set(['assigned', 'in_progress']);

/** What to do instead with a ticket that is over. */
const OVER: Partial<Record<TicketStatus, string>> = {
  resolved: 'A resolved ticket is not assigned; it is when the customer’s next message opens it again.',
  closed: 'A closed ticket is not assigned; the customer’s next message opens a new one.',
};

const DEFAULT_REMINDER_HOURS = 24;

type Assignment = Effect<Omit<AssignTicketAnswer, 'replayed'>>;

function refuseWhatIsOver({ status }: TicketRow): void {
  const remedy = OVER[status];
  if (remedy === undefined) return;
  const target = 'body/ticket/status';
  throw new RccError('RCC_INVALID_REQUEST', `${target} is ${status}. ${remedy}`, target);
}

function withoutAgent(ticket: TicketRow, at: Date): Assignment {
  const isBack = IN_HAND.has(ticket.status);
  const status = isBack ? 'unassigned' : ticket.status;
  const status_version = (ticket.status_version ?? 0) + (isBack ? 1 : 0);
  const payload = {
    channel: ticket.channel ?? 'app',
    ticket_id: ticket.ticket_id,
    ticket_number: ticket.ticket_number ?? undefined,
    intent: ticket.intent ?? undefined,
    author: 'agent' as const,
    agent_id: ticket.given_back_by ?? undefined,
    status_from: ticket.status,
    status_to: status,
    status_version,
  };
  return {
    answer: { status, status_version, notice: NO_NOTICE, remind: false },
    events: isBack ? [newEvent('ticket.status_changed', payload, at)] : [],
  };
}

function toAgent(request: GivenTicket, times: DeskTimes, assigned: Date): Assignment {
  const { ticket, agent } = request;
  const status = GOES_ON.has(ticket.status) ? ticket.status : 'assigned';
  const unchanged = status === ticket.status && ticket.agent_id === agent.agent_id;
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

/**
 * Gives a ticket to an agent: the status it then has, the mail to the agent, and the calendar entry that reminds the agent
 * when nothing has happened. The version of the status is raised unless the agent has the ticket in that status already.
 * Without an agent the ticket was taken away from whoever had it: what was in hand is unassigned again, and nobody is told.
 * @throws {RccError} `RCC_INVALID_REQUEST` naming `body/ticket/status` for a resolved or closed ticket
 */
export function assignment(request: AssignTicketRequest, times: DeskTimes, now: Date): Assignment {
  const { ticket, agent } = request;
  refuseWhatIsOver(ticket);
  const at = statedInstant(request.assigned_at, now);
  return agent ? toAgent({ ...request, agent }, times, at) : withoutAgent(ticket, at);
}
