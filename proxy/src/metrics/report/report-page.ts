import type {
  FigureGroup,
  GetTicketStatisticsAnswer,
  LateTicket,
  NotedMessage,
  StatusDrift,
} from '../../contract/statistics';
import type { Channel, Intent, Team } from '../../contract/vocabulary';
import { INTENT_WORDS } from '../../tickets/notices/words';
import { dateAfter } from '../local-day';
import { DEFINITIONS } from './definitions';
import { keyFigures } from './key-figures';
import { type Column, page, paragraph, section, table } from './report-table';
import {
  businessTimeText,
  CHANNEL_WORDS,
  countText,
  durationText,
  inTimeText,
  NOTHING,
  numberText,
  ratingText,
  sentenceCase,
  shareText,
  STATUS_WORDS,
  TEAM_WORDS,
} from './report-words';

/** What the report shows. */
export type Statistics = Omit<GetTicketStatisticsAnswer, 'replayed' | 'report_title' | 'report_html'>;

/** A longer list is no longer read in a mail. */
const MOST_LATE = 50;

/** The commas of dates come and go with the versions of the runtime. */
const dateText = (date: string, format: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { ...format, timeZone: 'UTC' }).format(Date.parse(date)).replaceAll(',', '');

const dayText = (date: string): string =>
  dateText(date, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

const shortDay = (date: string): string => dateText(date, { weekday: 'short', day: 'numeric', month: 'short' });

const timeText = (instant: string, timeZone: string, withDay = false): string =>
  new Intl.DateTimeFormat('en-GB', {
    ...(withDay && { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  })
    .format(new Date(instant))
    .replaceAll(',', '');

const intentText = (intent: Intent | null): string =>
  intent === null ? NOTHING : sentenceCase(INTENT_WORDS.en[intent]);

export const reportTitle = ({ date, complete }: Pick<Statistics, 'date' | 'complete'>): string =>
  `Customer service on ${dayText(date)}${complete ? '' : ' (so far)'}`;

/** The day in a few sentences. */
function summary({ totals, late_tickets, complete, to, from, time_zone }: Statistics): string {
  const { messages, answered_automatically, handed_over, resolved } = totals;
  const cameIn =
    messages === 0
      ? `No messages ${complete ? 'came in' : 'yet'}.`
      : `${countText(messages, 'message')} came in; ${numberText(answered_automatically)} (${shareText(answered_automatically, messages)}) got an answer without a person, ${numberText(handed_over)} came to a person.`;
  const done = resolved === 0 ? '' : ` ${countText(resolved, 'ticket was', 'tickets were')} resolved.`;
  const late =
    late_tickets.length === 0 ? '' : ` ${countText(late_tickets.length, 'open ticket is', 'open tickets are')} late.`;
  const until =
    from === to
      ? 'The day has not begun.'
      : `The day is not over: this is what had happened by ${timeText(to, time_zone)}, beside the whole day before.`;
  return `${complete ? '' : `${until}\n`}${cameIn}${done}${late}`;
}

const number = (heading: string, key: keyof FigureGroup): Column<FigureGroup> => ({
  heading,
  text: (group) => numberText(Number(group[key])),
  isNumber: true,
});

const MEDIAN: Column<FigureGroup> = {
  heading: 'Median first answer',
  text: (group) => durationText(group.response_seconds_median),
  isNumber: true,
};
const IN_TIME: Column<FigureGroup> = { heading: 'In time', text: inTimeText, isNumber: true };
const RATING: Column<FigureGroup> = { heading: 'Rating (ratings)', text: ratingText, isNumber: true };

function groups(heading: string, word: string, list: readonly FigureGroup[], name: (key: string) => string): string {
  if (list.length === 0) return '';
  const columns: Column<FigureGroup>[] = [
    { heading: word, text: ({ key }) => name(key) },
    number('Messages', 'messages'),
    number('Automatic', 'answered_automatically'),
    number('Handed over', 'handed_over'),
    MEDIAN,
    IN_TIME,
    number('Escalated', 'escalated'),
    number('Resolved', 'resolved'),
    RATING,
  ];
  return section(heading, table(columns, list));
}

function agents(list: readonly FigureGroup[], names: ReadonlyMap<string, string>): string {
  if (list.length === 0) return '';
  const columns: Column<FigureGroup>[] = [
    { heading: 'Agent', text: ({ key }) => names.get(key) ?? key },
    number('Assigned', 'assigned'),
    number('First answers', 'responses'),
    MEDIAN,
    IN_TIME,
    number('Resolved', 'resolved'),
    number('Reopened', 'reopened'),
    number('Escalated', 'escalated'),
    RATING,
  ];
  return section('By agent', table(columns, list));
}

const ticketName = ({ ticket_number, ticket_id }: { ticket_number: string | null; ticket_id: string | null }): string =>
  ticket_number ?? ticket_id ?? NOTHING;

function lateTickets(list: readonly LateTicket[], timeZone: string): string {
  if (list.length === 0) return '';
  const columns: Column<LateTicket>[] = [
    { heading: 'Ticket', text: ticketName },
    { heading: 'Title', text: ({ title }) => title ?? NOTHING },
    { heading: 'Agent', text: ({ agent_name }) => agent_name ?? 'nobody yet' },
    { heading: 'Was due', text: ({ due }) => timeText(due, timeZone, true), isNumber: true },
    { heading: 'Late by', text: ({ overdue_minutes }) => businessTimeText(overdue_minutes), isNumber: true },
  ];
  const more = list.length > MOST_LATE ? paragraph(`And ${countText(list.length - MOST_LATE, 'more ticket')}.`) : '';
  return section('Late tickets', table(columns, list.slice(0, MOST_LATE)), more);
}

function noted(
  heading: string,
  list: readonly NotedMessage[],
  count: number,
  timeZone: string,
  withCorrection: boolean,
): string {
  if (list.length === 0) return '';
  const columns: Column<NotedMessage>[] = [
    { heading: 'Ticket', text: ticketName },
    { heading: 'Read as', text: ({ intent }) => intentText(intent) },
    ...(withCorrection
      ? [{ heading: 'Corrected to', text: ({ corrected_intent }: NotedMessage) => intentText(corrected_intent) }]
      : []),
    {
      heading: 'Confidence',
      text: ({ confidence }) => (confidence === null ? NOTHING : shareText(confidence, 1)),
      isNumber: true,
    },
    { heading: 'At', text: ({ at }) => timeText(at, timeZone), isNumber: true },
  ];
  const of = list.length < count ? paragraph(`The newest ${list.length} of ${numberText(count)}.`) : '';
  return section(heading, of, table(columns, list));
}

function drift(list: readonly StatusDrift[]): string {
  if (list.length === 0) return '';
  const columns: Column<StatusDrift>[] = [
    { heading: 'Status', text: ({ status }) => STATUS_WORDS[status] },
    { heading: 'Tickets by the events', text: ({ events }) => numberText(events), isNumber: true },
    { heading: 'Tickets in the table', text: ({ table: count }) => numberText(count), isNumber: true },
  ];
  const why =
    'The table counts. A difference means that a change was not told to the service, or that tickets were deleted or made by hand.';
  return section('Events and table disagree', paragraph(why), table(columns, list));
}

/**
 * The statistics as one page that can be mailed, kept and printed. Apart from the titles of late tickets and the names of
 * agents there is no personal data in it.
 * @param names of the agents by their ids
 */
export function reportPage(statistics: Statistics, names: ReadonlyMap<string, string>): string {
  const { date, time_zone, totals, day_before } = statistics;
  const definitions = DEFINITIONS.map(([word, meaning]) => ({ word, meaning }));
  return page(reportTitle(statistics), `All times are in the time zone ${time_zone}.`, [
    paragraph(summary(statistics)),
    keyFigures(totals, day_before, shortDay(date), shortDay(dateAfter(date, -1))),
    lateTickets(statistics.late_tickets, time_zone),
    groups('By channel', 'Channel', statistics.by_channel, (key) => CHANNEL_WORDS[key as Channel]),
    groups('By intent', 'Intent', statistics.by_intent, (key) => intentText(key as Intent)),
    groups('By team', 'Team', statistics.by_team, (key) => TEAM_WORDS[key as Team]),
    agents(statistics.by_agent, names),
    noted('Doubtful readings', statistics.low_confidence, totals.low_confidence, time_zone, false),
    noted('Corrected readings', statistics.corrected, totals.corrected, time_zone, true),
    drift(statistics.drift),
    section(
      'What the words mean',
      table(
        [
          { heading: 'Word', text: ({ word }) => word },
          { heading: 'Meaning', text: ({ meaning }) => sentenceCase(meaning) },
        ],
        definitions,
      ),
    ),
  ]);
}
