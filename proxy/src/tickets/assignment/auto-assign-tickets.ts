import type {
  AutoAssignTicketsAnswer,
  AutoAssignTicketsRequest,
  ProposedAssignment,
  RowProblem,
  UnassignedTicket,
} from '../../contract/assignment';
import type { TicketRow } from '../../contract/desk';
import { newEvent } from '../../events/event';
import type { Effect } from '../../idempotency';
import { statedInstant } from '../../stated-instant';
import type { DeskTimes } from '../desk/desk-times';
import { isOpen } from '../sla/business-calendar';
import { chooseAgent, demandOf } from './choose-agent';
import { giveTicket, readAgents } from './desk-agent';
import { waitingTickets } from './waiting-tickets';

const proposal = (ticket: TicketRow, agentId: string, reasons: string[]): ProposedAssignment => ({
  ticket_id: ticket.ticket_id,
  agent_id: agentId,
  status_version: (ticket.status_version ?? 0) + 1,
  reasons,
});

/**
 * Decides who gets which ticket. Only tickets that are new or unassigned wait for an agent: any other is in neither list.
 * @returns assignments in the order they were made, the most urgent ticket first; what is left with the first condition
 *   that nobody met: team, language, shift, capacity; and the rows that cannot be used
 * @param hours what is wrong with the row of business hours; the times are then those that were told before
 * @param named the targets of problems that were named earlier that day
 */
export function autoAssignment(
  request: AutoAssignTicketsRequest,
  times: DeskTimes,
  now: Date,
  hours?: RowProblem,
  named: ReadonlySet<string> = new Set(),
): Effect<Omit<AutoAssignTicketsAnswer, 'replayed'>> {
  const at = statedInstant(request.at, now);
  const { agents, problems: profiles } = readAgents(request.agents, request.workload ?? [], times, at);
  const problems = hours ? [hours, ...profiles] : profiles;
  const open = isOpen(times.calendar, at);
  const byHand = new Set(request.teams?.filter((row) => row.auto_assign === false).map((row) => row.team));
  const assignments: ProposedAssignment[] = [];
  const left: UnassignedTicket[] = [];
  for (const ticket of waitingTickets(request.tickets)) {
    const demand = demandOf(ticket);
    const leave = (reason: UnassignedTicket['reason']) => left.push({ ticket_id: ticket.ticket_id, reason });
    if (!open) leave('desk_closed');
    else if (byHand.has(demand.team)) leave('team_by_hand');
    else {
      const choice = chooseAgent(demand, agents);
      if (choice.agent === undefined) leave(choice.reason);
      else {
        assignments.push(proposal(ticket, choice.agent.id, choice.reasons));
        giveTicket(choice.agent, assignments.length);
      }
    }
  }
  const payload = {
    ...{ open, assigned: assignments.length, left: left.length, agents: agents.length },
    problems: [...new Set([...named, ...problems.map(({ target }) => target)])],
  };
  const new_problems = problems.filter(({ target }) => !named.has(target));
  return {
    answer: { open, assignments, left, problems, new_problems },
    events: [newEvent('tickets.auto_assigned', payload, at)],
  };
}
