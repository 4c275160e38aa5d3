import type { GetTicketStatisticsAnswer, GetTicketStatisticsRequest } from '../contract/statistics';
import { CHANNELS, INTENTS, TEAMS } from '../contract/vocabulary';
import type { Store } from '../events/store';
import type { Effect } from '../idempotency';
import type { DeskTimes } from '../tickets/desk/desk-times';
import { askedDay } from './asked-day';
import { dayFacts } from './day-facts';
import { figuresBy, figuresOf } from './figures';
import { readHistory } from './history';
import { lateTickets } from './late-tickets';
import { dateAfter, localDay } from './local-day';
import { notedMessages } from './noted-messages';
import { reportPage, reportTitle } from './report/report-page';
import { statusDrift } from './status-drift';
import { standingTickets } from './ticket-statuses';
import { untoldChanges } from './untold-changes';

/**
 * What happened on a day beside the day before, and the report of it. The day before is counted whole, also when the day
 * itself is not over. What the rows show and no event has told is told with the answer.
 * @throws {RccError} `RCC_INVALID_REQUEST` naming `body/date`
 */
export async function ticketStatistics(
  request: GetTicketStatisticsRequest,
  { database }: Store,
  times: DeskTimes,
  now: Date,
): Promise<Effect<Omit<GetTicketStatisticsAnswer, 'replayed'>>> {
  const day = askedDay(request, times.timeZone, now);
  const dayBefore = localDay(dateAfter(day.date, -1), times.timeZone);
  const complete = day.to <= now;
  // What happens at this very instant is told already.
  const toldBy = new Date(now.getTime() + 1);
  const to = complete ? day.to : new Date(Math.max(day.from.getTime(), now.getTime()));
  const history = await readHistory(database, dayBefore.from, complete ? day.to : toldBy);
  const { facts } = dayFacts(history, day, times);
  const rows = request.tickets ?? [];
  const standing = request.tickets ? await standingTickets(database, toldBy) : [];

  const statistics = {
    date: day.date,
    time_zone: times.timeZone,
    from: day.from.toISOString(),
    to: to.toISOString(),
    complete,
    totals: figuresOf(facts),
    day_before: figuresOf(dayFacts(history, dayBefore, times).facts),
    by_intent: figuresBy(facts, ({ intent }) => intent, INTENTS),
    by_channel: figuresBy(facts, ({ channel }) => channel, CHANNELS),
    by_team: figuresBy(facts, ({ team }) => team, TEAMS),
    by_agent: figuresBy(facts, ({ agentId }) => agentId),
    late_tickets: lateTickets(rows, times, to),
    ...notedMessages(history, day, rows),
    drift: statusDrift(standing, rows),
  };
  const names = new Map((request.agents ?? []).map(({ agent_id, name }) => [agent_id, name?.trim() || agent_id]));
  const report = { report_title: reportTitle(statistics), report_html: reportPage(statistics, names) };
  return { answer: { ...statistics, ...report }, events: untoldChanges(standing, rows, now) };
}
