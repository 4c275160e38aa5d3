import type { Static, TProperties } from '@sinclair/typebox';
import { BusinessHoursRow, SlaPolicyRow, TicketRow } from './desk';
import {
  answerObject,
  choice,
  count,
  flag,
  instant,
  list,
  nullable,
  number,
  optional,
  ref,
  replayed,
  requestObject,
  text,
} from './schema';
import { CHANNELS, INTENTS, TICKET_STATUSES } from './vocabulary';

const about = {
  date: optional(
    text('Date', 'The local day, for example 2026-03-01; today, where the desk is, when left out.', { format: 'date' }),
  ),
  business_hours: optional(ref(BusinessHoursRow)),
  sla_policies: optional(
    list(ref(SlaPolicyRow), 'SLA Policies', 'The rows of the SLA policy table; defaults are used when left out.'),
  ),
  tickets: optional(
    list(
      ref(TicketRow),
      'Tickets',
      'The tickets that are open, as the table has them now, and those resolved since the day.',
      { maxItems: 20000 },
    ),
  ),
};

/** What is counted of any group of messages and tickets. */
const figures = {
  messages: count('Messages', 'Messages of customers.'),
  tickets: count('Tickets', 'Tickets opened.'),
  answered_automatically: count('Answered Automatically', 'Messages answered without a person.'),
  handed_over: count('Handed Over', 'Messages handed to a person.'),
  assigned: count('Assigned', 'Assignments.'),
  escalated: count('Escalated', 'Escalations.'),
  resolved: count('Resolved', 'Tickets resolved, assumed ones included.'),
  resolved_assumed: count('Resolved Assumed', 'Tickets resolved after a long silence.'),
  reopened: count('Reopened', 'Tickets opened again by the customer.'),
  responses: count('Responses', 'First answers given.'),
  responses_in_time: count('Responses in Time', 'First answers given before they were due.'),
  responses_late: count('Responses Late', 'First answers given late.'),
  response_seconds_median: nullable(number('Median Response Seconds', 'Half of the first answers were faster.')),
  response_seconds_average: nullable(number('Average Response Seconds', 'Mean time to the first answer.')),
  triaged: count('Triaged', 'Messages read by the model.'),
  low_confidence: count('Low Confidence', 'Messages the model was not sure about.'),
  corrected: count('Corrected', 'Readings of the model that an agent corrected.'),
  ratings: count('Ratings', 'Ratings given.'),
  rating_average: nullable(number('Average Rating', 'From 1 to 5.')),
} satisfies TProperties;

export const Figures = answerObject('Figures', 'What is counted for a day.', figures);
export type Figures = Static<typeof Figures>;

export const FigureGroup = answerObject('FigureGroup', 'The figures of one group.', {
  key: text('Key', 'The intent, channel, team or agent.'),
  ...figures,
});
export type FigureGroup = Static<typeof FigureGroup>;

export const StatusDrift = answerObject('StatusDrift', 'A status for which events and tables disagree.', {
  status: choice(TICKET_STATUSES, 'Status', 'The status.'),
  events: count('Events', 'Tickets in it by the events.'),
  table: count('Table', 'Tickets in it by the table.'),
});
export type StatusDrift = Static<typeof StatusDrift>;

export const NotedMessage = answerObject('NotedMessage', 'A message somebody should look at.', {
  ticket_id: nullable(text('Ticket ID', 'The ticket it belongs to.')),
  ticket_number: nullable(text('Ticket Number', 'The number of that ticket.')),
  intent: nullable(choice(INTENTS, 'Intent', 'What the model read.')),
  corrected_intent: nullable(choice(INTENTS, 'Corrected Intent', 'What the agent says it is.')),
  confidence: nullable(number('Confidence', 'How sure the model was.')),
  at: instant('At', 'When it was read or corrected.'),
});
export type NotedMessage = Static<typeof NotedMessage>;

export const LateTicket = answerObject('LateTicket', 'An open ticket that is past its due time.', {
  ticket_id: text('Ticket ID', 'The id of the ticket row.'),
  ticket_number: nullable(text('Ticket Number', 'The number of the ticket.')),
  title: nullable(text('Title', 'The title of the ticket.')),
  agent_name: nullable(text('Agent Name', 'Who has it, or null.')),
  due: instant('Due', 'The due time that has passed.'),
  overdue_minutes: count('Overdue Minutes', 'Business minutes since then.'),
});
export type LateTicket = Static<typeof LateTicket>;

export const AgentName = requestObject('AgentName', 'The name of an agent.', {
  agent_id: text('Agent ID', 'The id of the agent’s user.', { maxLength: 60 }),
  name: optional(nullable(text('Name', 'The name of the agent.', { maxLength: 300 }))),
});

export const GetTicketStatisticsRequest = requestObject('GetTicketStatisticsRequest', 'The day to report on.', {
  ...about,
  agents: optional(list(ref(AgentName), 'Agents', 'The names of the agents, for the report.')),
});
export type GetTicketStatisticsRequest = Static<typeof GetTicketStatisticsRequest>;

export const GetTicketStatisticsAnswer = answerObject('GetTicketStatisticsAnswer', 'What happened on a day.', {
  date: text('Date', 'The local day.'),
  time_zone: text('Time Zone', 'The time zone of the day.'),
  from: instant('From', 'When the day begins.'),
  to: instant('To', 'When the day ends, or now when it is not over.'),
  complete: flag('Complete', 'False when the day is not over.'),
  totals: ref(Figures),
  day_before: ref(Figures),
  by_intent: list(ref(FigureGroup), 'By Intent', 'The figures for each intent.'),
  by_channel: list(ref(FigureGroup), 'By Channel', 'The figures for each channel.'),
  by_team: list(ref(FigureGroup), 'By Team', 'The figures for each team.'),
  by_agent: list(ref(FigureGroup), 'By Agent', 'The figures for each agent.'),
  late_tickets: list(ref(LateTicket), 'Late Tickets', 'Open tickets past their due time, the latest first.'),
  low_confidence: list(ref(NotedMessage), 'Low Confidence', 'Messages the model was not sure about.'),
  corrected: list(ref(NotedMessage), 'Corrected', 'Messages an agent corrected.'),
  drift: list(ref(StatusDrift), 'Drift', 'Where events and tables disagree; empty when no tickets were passed.'),
  report_title: text('Report Title', 'The title of the report.'),
  report_html: text('Report HTML', 'All of it as a page that can be mailed and kept.'),
  replayed,
});
export type GetTicketStatisticsAnswer = Static<typeof GetTicketStatisticsAnswer>;

export const GetDeskDayRequest = requestObject('GetDeskDayRequest', 'The instant to look at.', {
  at: optional(instant('At', 'The instant; now when left out.')),
  business_hours: about.business_hours,
});
export type GetDeskDayRequest = Static<typeof GetDeskDayRequest>;

export const GetDeskDayAnswer = answerObject('GetDeskDayAnswer', 'A day where the desk is.', {
  date: text('Date', 'The local day the instant belongs to.', { format: 'date' }),
  day_before: text('Day Before', 'The local day that was over when this one began.', { format: 'date' }),
  time_zone: text('Time Zone', 'The time zone of the desk.'),
  from: instant('From', 'When the day begins.'),
  to: instant('To', 'When the next day begins.'),
  replayed,
});
export type GetDeskDayAnswer = Static<typeof GetDeskDayAnswer>;

export const METRIC_SCOPES = ['intent', 'agent', 'hour', 'day'] as const;

export const RESPONSE_BUCKETS = [
  ['responses_up_to_10_sec', 10],
  ['responses_up_to_30_sec', 30],
  ['responses_up_to_1_min', 60],
  ['responses_up_to_2_min', 120],
  ['responses_up_to_5_min', 300],
  ['responses_up_to_10_min', 600],
  ['responses_up_to_15_min', 900],
  ['responses_up_to_30_min', 1800],
  ['responses_up_to_1_hour', 3600],
  ['responses_up_to_2_hours', 7200],
  ['responses_up_to_4_hours', 14400],
  ['responses_up_to_8_hours', 28800],
  ['responses_up_to_24_hours', 86400],
  ['responses_up_to_48_hours', 172800],
  ['responses_over_48_hours', Infinity],
] as const;
export type ResponseBucket = (typeof RESPONSE_BUCKETS)[number][0];

const bucket = (name: ResponseBucket) => {
  const words = name.replaceAll('_', ' ').replace('responses ', '');
  return count(
    `Responses ${words.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())}`,
    `First answers that took ${words}, and no less.`,
  );
};
const buckets = Object.fromEntries(RESPONSE_BUCKETS.map(([name]) => [name, bucket(name)])) as Record<
  ResponseBucket,
  ReturnType<typeof bucket>
>;

export const DailyMetric = answerObject(
  'DailyMetric',
  'Counts and sums of one day and one group, in the grain of the daily metric table: any period adds up.',
  {
    date: text('Date', 'The local day.', { format: 'date' }),
    scope: choice(METRIC_SCOPES, 'Scope', 'What the row groups by.'),
    scope_key: text('Scope Key', 'Which group: email.order_tracking, an agent’s id, chat.09, or all.'),
    name: text('Name', 'A readable name for the row.'),
    channel: nullable(choice(CHANNELS, 'Channel', 'The channel of the group.')),
    intent: nullable(choice(INTENTS, 'Intent', 'The intent of the group.')),
    hour: nullable(count('Hour', 'The local hour of the group.', { minimum: 0, maximum: 23 })),
    agent_id: nullable(text('Agent ID', 'The agent of the group.')),
    messages: figures.messages,
    tickets: figures.tickets,
    answered_automatically: figures.answered_automatically,
    handed_over: figures.handed_over,
    assigned: figures.assigned,
    escalated: figures.escalated,
    resolved: figures.resolved,
    resolved_assumed: figures.resolved_assumed,
    resolved_without_agent: count('Resolved Without Agent', 'Tickets resolved that no agent ever had.'),
    reopened: figures.reopened,
    fcr_eligible: count('First Contact Eligible', 'Tickets resolved whose first contact can be judged by now.'),
    fcr_met: count('First Contact Met', 'Of those, resolved by the first contact.'),
    triaged: figures.triaged,
    low_confidence: figures.low_confidence,
    corrected: figures.corrected,
    responses: figures.responses,
    response_seconds: number('Response Seconds', 'Sum of the times to the first answer.'),
    response_business_seconds: number('Response Business Seconds', 'The same in business hours.'),
    responses_in_time: figures.responses_in_time,
    responses_late: figures.responses_late,
    ...buckets,
    resolution_seconds: number('Resolution Seconds', 'Sum of the times to the resolution.'),
    resolution_business_seconds: number('Resolution Business Seconds', 'The same in business hours.'),
    resolutions_in_time: count('Resolutions in Time', 'Tickets resolved before they were due.'),
    resolutions_late: count('Resolutions Late', 'Tickets resolved late.'),
    rating_count: figures.ratings,
    rating_sum: count('Rating Sum', 'Sum of the ratings.'),
    satisfied_count: count('Satisfied', 'Ratings of four or five.'),
    low_rating_count: count('Low Ratings', 'Ratings of one or two.'),
    open_up_to_1_day: count('Open up to 1 Day', 'Open tickets not older than a day, at the end of the day.'),
    open_up_to_3_days: count('Open up to 3 Days', 'Older, up to three days.'),
    open_up_to_7_days: count('Open up to 7 Days', 'Older, up to seven days.'),
    open_over_7_days: count('Open over 7 Days', 'Older than seven days.'),
    api_calls: count('API Calls', 'Calls of vendors.'),
    api_errors: count('API Errors', 'Calls of vendors that failed.'),
    statements_checked: count('Statements Checked', 'Tracking statements that a later carrier event could confirm.'),
    statements_true: count('Statements True', 'Of those, confirmed.'),
    cost: number('Cost', 'Cost of the AI service.'),
    cost_currency: text('Cost Currency', 'The currency of the cost.'),
  },
);
export type DailyMetric = Static<typeof DailyMetric>;

export const GetDailyMetricsRequest = requestObject('GetDailyMetricsRequest', 'The day to count.', {
  ...about,
  days: optional(
    count('Days', 'How many days to count, that day and those before it; 1 when left out.', {
      minimum: 1,
      maximum: 31,
    }),
  ),
});
export type GetDailyMetricsRequest = Static<typeof GetDailyMetricsRequest>;

export const GetDailyMetricsAnswer = answerObject('GetDailyMetricsAnswer', 'The rows of the daily metric table.', {
  date: text('Date', 'The local day, the last one of several.'),
  complete: flag('Complete', 'False when the day is not over.'),
  computed_at: instant('Computed At', 'When the rows were computed.'),
  rows: list(
    ref(DailyMetric),
    'Rows',
    'For each day one row for each group that has anything to count, and one for the day.',
  ),
  replayed,
});
export type GetDailyMetricsAnswer = Static<typeof GetDailyMetricsAnswer>;
