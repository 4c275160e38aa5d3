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
  /** Left out when nobody has the ticket any more. */
  agent: optional(ref(AssignedAgent)),
  ticket_link: optional(text('Ticket Link', 'The address of the ticket in the app.', { maxLength: 2000 })),
  business_hours: optional(ref(BusinessHoursRow)),
  assigned_at: optional(instant('Assigned At', 'When it was assigned, or taken away; now when left out.')),
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
  assigned_at: optional(instant('Assigned At', 'Since when the agent has it; left out when nobody has it.')),
  notice: ref(Notice),
  remind: flag('Remind', 'False when there is nobody to remind, or nothing to remind of.'),
  reminder: optional(ref(Reminder)),
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

export const RowProblem = answerObject('RowProblem', 'A row that cannot be used and was passed over.', {
  target: text('Target', 'The row and the field that is wrong.'),
  message: text('Message', 'What is wrong, and the remedy.'),
});
export type RowProblem = Static<typeof RowProblem>;

export const AutoAssignTicketsAnswer = answerObject('AutoAssignTicketsAnswer', 'Who gets which ticket.', {
  open: flag('Open', 'Whether the desk is open at that instant.'),
  assignments: list(ref(ProposedAssignment), 'Assignments', 'Most urgent ticket first.'),
  left: list(ref(UnassignedTicket), 'Left', 'The tickets that stay unassigned.'),
  problems: list(
    ref(RowProblem),
    'Problems',
    'The rows that cannot be used; everything else was decided without them.',
  ),
  new_problems: list(ref(RowProblem), 'New Problems', 'Those of them that no earlier answer of the day (UTC) named.'),
  replayed,
});
export type AutoAssignTicketsAnswer = Static<typeof AutoAssignTicketsAnswer>;
