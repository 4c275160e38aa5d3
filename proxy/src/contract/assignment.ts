import type { Static } from '@sinclair/typebox';
import { AgentRow, AssignedAgent, BusinessHoursRow, TeamRow, TicketRow } from './desk';
import {
  answerObject,
  choice,
  count,
  flag,
  instant,
  list,
  optional,
  ref,
  replayed,
  requestObject,
  text,
} from './schema';
import { TICKET_STATUSES } from './vocabulary';

/** A mail that is ready to be sent; the flow adds nothing but the addresses. */
export const Notice = answerObject('Notice', 'A mail that is ready to be sent.', {
  to: text('To', 'The address it goes to; empty when none is known: then nothing can be sent.'),
  subject: text('Subject', 'The subject line.'),
  html: text('HTML', 'The body as HTML.'),
});
export type Notice = Static<typeof Notice>;

export const Reminder = answerObject('Reminder', 'A calendar entry that reminds the agent of a ticket.', {
  remind_at: instant('Remind At', 'When the agent is reminded.'),
  start: text('Start', 'The beginning as the calendar wants it: local time of the time zone, without an offset.'),
  end: text('End', 'The end, local time of the time zone, without an offset.'),
  time_zone: text('Time Zone', 'The time zone in the words of the Outlook calendar.'),
  subject: text('Subject', 'The title of the entry.'),
  html: text('HTML', 'The text of the entry as HTML.'),
});
export type Reminder = Static<typeof Reminder>;

export const AssignTicketRequest = requestObject('AssignTicketRequest', 'A ticket and the agent who got it.', {
  ticket: ref(TicketRow),
  agent: ref(AssignedAgent),
  ticket_link: optional(text('Ticket Link', 'The address of the ticket in the app.', { maxLength: 2000 })),
  business_hours: optional(ref(BusinessHoursRow)),
  assigned_at: optional(instant('Assigned At', 'When it was assigned; now when left out.')),
  reminder_hours: optional(
    count('Reminder Hours', 'After how many hours without an action the agent is reminded; 24 when left out.', {
      minimum: 1,
      maximum: 720,
    }),
  ),
});
export type AssignTicketRequest = Static<typeof AssignTicketRequest>;

export const AssignTicketAnswer = answerObject('AssignTicketAnswer', 'What to write to the ticket and to the agent.', {
  status: choice(TICKET_STATUSES, 'Status', 'The status the ticket now has.'),
  status_version: count('Status Version', 'The version of the status now.'),
  assigned_at: instant('Assigned At', 'Since when the agent has it.'),
  notice: ref(Notice),
  remind: flag('Remind', 'False when there is nothing to remind of, as of a resolved ticket.'),
  reminder: ref(Reminder),
  replayed,
});
export type AssignTicketAnswer = Static<typeof AssignTicketAnswer>;

export const AutoAssignTicketsRequest = requestObject(
  'AutoAssignTicketsRequest',
  'The tickets nobody has, and the agents who could take them.',
  {
    tickets: list(ref(TicketRow), 'Tickets', 'The unassigned tickets.', { maxItems: 5000 }),
    agents: list(ref(AgentRow), 'Agents', 'All agents.', { maxItems: 2000 }),
    workload: optional(
      list(
        text('Agent ID', 'The agent of one open ticket.', { maxLength: 60 }),
        'Workload',
        'The assigned agent’s id of every open ticket, once for each ticket.',
      ),
    ),
    teams: optional(list(ref(TeamRow), 'Teams', 'The rows of the team table; a team without a row is automatic.')),
    business_hours: optional(ref(BusinessHoursRow)),
    at: optional(instant('At', 'The instant to decide for; now when left out.')),
  },
);
export type AutoAssignTicketsRequest = Static<typeof AutoAssignTicketsRequest>;

export const UNASSIGNED_BECAUSE = [
  'desk_closed',
  'team_by_hand',
  'no_agent_in_team',
  'no_agent_speaks_language',
  'nobody_on_shift',
  'no_capacity',
] as const;

export const ProposedAssignment = answerObject('ProposedAssignment', 'A ticket and the agent who should get it.', {
  ticket_id: text('Ticket ID', 'The id of the ticket row.'),
  agent_id: text('Agent ID', 'The id of the agent’s user.'),
  status_version: count('Status Version', 'The version of the status after the assignment.'),
  reasons: list(text('Reason', 'One reason in a few words.'), 'Reasons', 'Why this agent.'),
});
export type ProposedAssignment = Static<typeof ProposedAssignment>;

export const UnassignedTicket = answerObject('UnassignedTicket', 'A ticket that stays unassigned.', {
  ticket_id: text('Ticket ID', 'The id of the ticket row.'),
  reason: choice(UNASSIGNED_BECAUSE, 'Reason', 'Why nobody gets it now.'),
});
export type UnassignedTicket = Static<typeof UnassignedTicket>;

export const AutoAssignTicketsAnswer = answerObject('AutoAssignTicketsAnswer', 'Who gets which ticket.', {
  open: flag('Open', 'Whether the desk is open at that instant.'),
  assignments: list(ref(ProposedAssignment), 'Assignments', 'Most urgent ticket first.'),
  left: list(ref(UnassignedTicket), 'Left', 'The tickets that stay unassigned.'),
  replayed,
});
export type AutoAssignTicketsAnswer = Static<typeof AutoAssignTicketsAnswer>;
