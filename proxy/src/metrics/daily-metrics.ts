import type { DailyMetric, GetDailyMetricsAnswer, GetDailyMetricsRequest } from '../contract/statistics';
import type { Channel, Intent } from '../contract/vocabulary';
import type { Store } from '../events/store';
import type { DeskTimes } from '../tickets/desk/desk-times';
import { askedDay } from './asked-day';
import { sumOf } from './counts';
import { dayFacts, type Fact } from './day-facts';
import { firstContacts } from './first-contact';
import { grouped } from './grouped';
import { readHistory } from './history';
import { dateAfter, type LocalDay, localDay, localHour } from './local-day';
import { openTickets } from './open-tickets';
import { vendorCalls } from './vendor-calls';

/** What only the row of the day has. */
type OfDay =
  'open_up_to_1_day' | 'open_up_to_3_days' | 'open_up_to_7_days' | 'open_over_7_days' | 'api_calls' | 'api_errors';

const NOT_OF_GROUPS: Record<OfDay, number> = {
  open_up_to_1_day: 0,
  open_up_to_3_days: 0,
  open_up_to_7_days: 0,
  open_over_7_days: 0,
  api_calls: 0,
  api_errors: 0,
};

/** Nothing is recorded yet by which these could be measured. */
const NOT_MEASURED = { statements_checked: 0, statements_true: 0 };

/** Of a dollar; sums of binary fractions have a noise below it. */
const COST_DECIMALS = 9;

/** Which group a row is of. */
type RowKey = Pick<DailyMetric, 'scope' | 'scope_key'> &
  Partial<Pick<DailyMetric, 'channel' | 'intent' | 'hour' | 'agent_id'>>;

function rowOf(date: string, key: RowKey, facts: readonly Fact[], ofDay = NOT_OF_GROUPS): DailyMetric {
  const sums = sumOf(facts.map(({ counts }) => counts));
  return {
    date,
    name: `${date} ${key.scope} ${key.scope_key}`,
    channel: null,
    intent: null,
    hour: null,
    agent_id: null,
    ...key,
    ...sums,
    cost: Number(sums.cost.toFixed(COST_DECIMALS)),
    cost_currency: 'USD',
    ...ofDay,
    ...NOT_MEASURED,
  };
}

/** A key without the signs that an address of a row cannot hold. */
const intentKey = ({ channel, intent }: Fact): `${Channel}.${Intent}` => `${channel}.${intent}`;

const byScopeKey = (one: DailyMetric, other: DailyMetric): number => (one.scope_key < other.scope_key ? -1 : 1);

function groupRows(date: string, facts: readonly Fact[], keyOf: (fact: Fact) => RowKey | undefined): DailyMetric[] {
  const keyed = facts.flatMap((fact) => {
    const key = keyOf(fact);
    return key ? [{ key, fact }] : [];
  });
  const groups = grouped(keyed, ({ key }) => key.scope_key);
  return [...groups.values()]
    .map((group) =>
      rowOf(
        date,
        group[0]!.key,
        group.map(({ fact }) => fact),
      ),
    )
    .sort(byScopeKey);
}

/** Up to when a day can be counted. What happens at this very instant is told already. */
const countedUntil = ({ to }: LocalDay, now: Date): Date => (to <= now ? to : new Date(now.getTime() + 1));

/** The rows of one day. @param tickets those that are not closed, as the table has them now; from the events when left out */
async function rowsOfDay(
  day: LocalDay,
  tickets: GetDailyMetricsRequest['tickets'],
  { database }: Store,
  times: DeskTimes,
  now: Date,
): Promise<DailyMetric[]> {
  const { date } = day;
  const until = countedUntil(day, now);
  const { facts, resolutions } = dayFacts(await readHistory(database, day.from, until), day, times);
  const all = [...facts, ...(await firstContacts(database, resolutions, day, now))];
  const ofDay = {
    ...(await openTickets(database, tickets, until, now)),
    ...(await vendorCalls(database, day)),
  };
  const intent = (fact: Fact): RowKey => ({
    scope: 'intent',
    scope_key: intentKey(fact),
    channel: fact.channel,
    intent: fact.intent,
  });
  const agent = ({ agentId }: Fact): RowKey | undefined =>
    agentId === null ? undefined : { scope: 'agent', scope_key: agentId, agent_id: agentId };
  const hour = ({ at, channel }: Fact): RowKey => {
    const shown = localHour(at, times.timeZone);
    return { scope: 'hour', scope_key: `${channel}.${String(shown).padStart(2, '0')}`, channel, hour: shown };
  };
  return [
    ...[intent, agent, hour].flatMap((keyOf) => groupRows(date, all, keyOf)),
    rowOf(date, { scope: 'day', scope_key: 'all' }, all, ofDay),
  ];
}

/**
 * Counts a day, or several up to it, in the grain of the daily metric table: a row for each channel and intent, agent,
 * channel and local hour that has anything to count, and one for the day. A later day gives the same rows, until the first
 * contacts can be judged.
 * @throws {RccError} `RCC_INVALID_REQUEST` naming `body/date`
 */
export async function dailyMetrics(
  request: GetDailyMetricsRequest,
  store: Store,
  times: DeskTimes,
  now: Date,
): Promise<Omit<GetDailyMetricsAnswer, 'replayed'>> {
  const last = askedDay(request, times.timeZone, now);
  const days = Array.from({ length: request.days ?? 1 }, (_, before) =>
    localDay(dateAfter(last.date, -before), times.timeZone),
  );
  const rows: DailyMetric[] = [];
  // One by one: what is read of a day is let go before the next one.
  for (const day of days) rows.push(...(await rowsOfDay(day, request.tickets, store, times, now)));
  return { date: last.date, complete: last.to <= now, computed_at: now.toISOString(), rows };
}
