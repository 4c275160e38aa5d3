import type { Static } from '@sinclair/typebox';
import { choice, count, flag, instant, list, nullable, optional, requestObject, text } from './schema';
import { CHANNELS, EXPERIENCES, INTENTS, PRIORITIES, SENTIMENTS, TEAMS, TICKET_STATUSES } from './vocabulary';

/**
 * The rows of the desk's tables as flows pass them: the service has no access to the tables and decides from these.
 * What a row may leave empty may be null, because that is what a Select action makes of an empty column.
 */

/** What a row may leave empty. */
const empty = <S extends Parameters<typeof nullable>[0]>(schema: S) => optional(nullable(schema));

const HOURS_TEXT = 'as the table holds them: {"monday":[{"from":"09:00","to":"17:30"}]}; a day left out is closed.';

export const SlaPolicyRow = requestObject('SlaPolicyRow', 'Response and resolution times for one priority.', {
  priority: choice(PRIORITIES, 'Priority', 'The priority the times are for.'),
  first_response_minutes: count('First Response Minutes', 'Minutes until a first answer is due.', { minimum: 1 }),
  resolution_minutes: count('Resolution Minutes', 'Minutes until the ticket should be resolved.', { minimum: 1 }),
  business_hours_only: empty(
    flag('Business Hours Only', 'False when the minutes count around the clock; true when left out.'),
  ),
});
export type SlaPolicyRow = Static<typeof SlaPolicyRow>;

export const BusinessHoursRow = requestObject('BusinessHoursRow', 'When the desk is open.', {
  time_zone: empty(
    text('Time Zone', 'The IANA time zone of the hours, for example Europe/Berlin.', { maxLength: 100 }),
  ),
  weekly_intervals: empty(text('Weekly Intervals', `Open hours by weekday, ${HOURS_TEXT}`, { maxLength: 20000 })),
  holidays: empty(
    text('Holidays', 'Closed days, as the table holds them: [{"date":"2026-12-25","name":"Christmas Day"}].', {
      maxLength: 100000,
    }),
  ),
});
export type BusinessHoursRow = Static<typeof BusinessHoursRow>;

/** Loose on purpose: a row that cannot be used is passed over and named, it does not stop the others. */
export const AgentRow = requestObject('AgentRow', 'What an agent can do and when.', {
  profile_id: empty(text('Profile ID', 'The id of the profile’s row, by which a problem names it.', { maxLength: 60 })),
  agent_id: empty(text('Agent ID', 'The id of the agent’s user.', { maxLength: 60 })),
  name: empty(text('Name', 'The name of the agent.', { maxLength: 200 })),
  email: empty(text('Address', 'The e-mail address of the agent.', { maxLength: 320 })),
  teams: empty(
    list(text('Team', `A team the agent works in: ${TEAMS.join(', ')}.`), 'Teams', 'The teams the agent works in.'),
  ),
  skills: empty(
    list(
      text('Skill', `An intent the agent is good at: ${INTENTS.join(', ')}.`),
      'Skills',
      'What the agent is good at.',
    ),
  ),
  languages: empty(text('Languages', 'ISO 639-1 codes separated by commas, for example en,es.', { maxLength: 200 })),
  experience: empty(choice(EXPERIENCES, 'Experience', 'How experienced the agent is.')),
  capacity: empty(count('Capacity', 'How many open tickets the agent can have.')),
  shift: empty(text('Shift', `The agent’s working hours, ${HOURS_TEXT}`)),
  time_zone: empty(text('Time Zone', 'The IANA time zone of the agent and the shift.', { maxLength: 100 })),
  available: empty(flag('Available', 'False while the agent takes no tickets.')),
  last_assigned_at: empty(instant('Last Assigned At', 'When the agent last got a ticket.')),
});
export type AgentRow = Static<typeof AgentRow>;

export const AssignedAgent = requestObject('AssignedAgent', 'The agent a ticket is assigned to.', {
  agent_id: text('Agent ID', 'The id of the agent’s user.', { minLength: 1, maxLength: 60 }),
  name: empty(text('Name', 'The name of the agent.', { maxLength: 300 })),
  email: empty(text('Address', 'The e-mail address of the agent.', { maxLength: 320 })),
  language: empty(text('Language', 'The ISO 639-1 code of the language to write to the agent in.', { maxLength: 10 })),
  time_zone: empty(text('Time Zone', 'The IANA time zone of the agent.', { maxLength: 100 })),
});
export type AssignedAgent = Static<typeof AssignedAgent>;

export const TeamRow = requestObject('TeamRow', 'How a team works.', {
  team: empty(choice(TEAMS, 'Team', 'The team; a row without one says nothing.')),
  auto_assign: empty(flag('Auto Assign', 'False when somebody hands out the tickets of this team by hand.')),
});
export type TeamRow = Static<typeof TeamRow>;

export const TicketRow = requestObject('TicketRow', 'A ticket as it stands in the table.', {
  ticket_id: text('Ticket ID', 'The id of the ticket row.', { minLength: 1, maxLength: 60 }),
  ticket_number: empty(text('Ticket Number', 'The number of the ticket.', { maxLength: 40 })),
  title: empty(text('Title', 'The title of the ticket.', { maxLength: 1000 })),
  status: choice(TICKET_STATUSES, 'Status', 'The status of the ticket.'),
  status_version: empty(count('Status Version', 'How often the status has changed.')),
  channel: empty(choice(CHANNELS, 'Channel', 'How the ticket came in.')),
  intent: empty(choice(INTENTS, 'Intent', 'What the customer wants.')),
  sentiment: empty(choice(SENTIMENTS, 'Sentiment', 'The tone of the customer.')),
  priority: empty(choice(PRIORITIES, 'Priority', 'How urgent the ticket is.')),
  team: empty(choice(TEAMS, 'Team', 'The team that should have it.')),
  language: empty(text('Language', 'The ISO 639-1 code of the customer’s language.', { maxLength: 10 })),
  order_id: empty(text('Order Number', 'The order it is about.', { maxLength: 100 })),
  customer_email: empty(text('Customer Address', 'The e-mail address of the customer.', { maxLength: 320 })),
  customer_name: empty(text('Customer Name', 'The name of the customer.', { maxLength: 300 })),
  conversation_id: empty(text('Conversation ID', 'The conversation it belongs to.', { maxLength: 500 })),
  agent_id: empty(text('Agent ID', 'The id of the assigned agent’s user.', { maxLength: 60 })),
  agent_name: empty(text('Agent Name', 'The name of the assigned agent.', { maxLength: 300 })),
  given_back_by: empty(text('Given Back By', 'The id of the agent who gave it back last.', { maxLength: 60 })),
  created_at: empty(instant('Created At', 'When the ticket was created.')),
  assigned_at: empty(instant('Assigned At', 'Since when the agent has it.')),
  first_response_due: empty(instant('First Response Due', 'When the first answer is due.')),
  resolution_due: empty(instant('Resolution Due', 'When the ticket should be resolved.')),
  first_responded_at: empty(instant('First Responded At', 'When the first answer was sent.')),
  last_customer_activity_at: empty(instant('Last Customer Activity At', 'When the customer last wrote.')),
  last_agent_activity_at: empty(instant('Last Agent Activity At', 'When an agent last did something.')),
  reminded_at: empty(instant('Reminded At', 'When the agent was last reminded.')),
  escalated_at: empty(instant('Escalated At', 'When it was last escalated.')),
  escalation_level: empty(count('Escalation Level', 'How often it was escalated.')),
  sla_paused_since: empty(instant('Clock Paused Since', 'Since when it waits for the customer.')),
  resolved_at: empty(instant('Resolved At', 'When it was resolved.')),
  review_reasons: empty(
    text('Review Reasons', 'Why a person must see it, separated by semicolons.', { maxLength: 4000 }),
  ),
});
export type TicketRow = Static<typeof TicketRow>;
