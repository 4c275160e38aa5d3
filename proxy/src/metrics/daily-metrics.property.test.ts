import fc from 'fast-check';
import type { DailyMetric } from '../contract/statistics';
import { sumOf } from './counts';
import { dailyMetrics } from './daily-metrics';
import { deskTimes } from './desk-life/desk-times.fixture';
import type { Entry } from './desk-life/life.fixture';
import { firstContactEntries, liveDesk } from './desk-life/live-desk.fixture';
import { deskLifeArbitrary } from './desk-life/plan.fixture';
import { dateAfter } from './local-day';
import { useEvents } from './recorded-events.fixture';

const recorded = useEvents();

const DAY = 86_400_000;

/** The day the clocks go forward, the day they go back, days without a change on either side of the date line. */
const OCCASIONS: [zone: string, date: string][] = [
  ['Europe/Berlin', '2026-03-29'],
  ['America/New_York', '2026-11-01'],
  ['Pacific/Auckland', '2026-06-10'],
  ['Africa/Cairo', '2026-04-24'],
];
const occasion = fc.constantFrom(...OCCASIONS);

/** The local date and hour, as a calendar on the wall shows them. */
const wall = (at: number, timeZone: string): { date: string; hour: string } => {
  const [date = '', hour = ''] = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .format(at)
    .split(/[ :]/);
  return { date, hour };
};

/** Of several ratings of a ticket on one day the last one counts. */
const withoutEarlierRatings = (entries: (Entry & { ticket?: { id: string } })[]): Entry[] =>
  entries.filter(
    (entry) =>
      !entry.counts.rating_count ||
      !entries.some(({ at, counts, ticket }) => counts.rating_count && ticket === entry.ticket && at > entry.at),
  );

const COUNTED = Object.keys(sumOf([])) as (keyof ReturnType<typeof sumOf>)[];
/** Which bucket a response is in is known only by its seconds; buckets have a test of their own. */
const COMPARED = COUNTED.filter((name) => !/^responses_(up|over)/.test(name));
const BUCKETS = COUNTED.filter((name) => /^responses_(up|over)/.test(name));

const compared = (counts: object) =>
  Object.fromEntries(COMPARED.map((name) => [name, (counts as Record<string, number>)[name]]));

/** The rows as a person would add them up from what really happened. */
function addedUp(entries: Entry[], timeZone: string): Map<string, object> {
  const groups = new Map<string, Entry[]>([['day all', entries]]);
  for (const entry of entries) {
    const keys = [`intent ${entry.channel}.${entry.intent}`, `hour ${entry.channel}.${wall(entry.at, timeZone).hour}`];
    if (entry.agentId !== null) keys.push(`agent ${entry.agentId}`);
    for (const key of keys) groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return new Map([...groups].map(([key, group]) => [key, compared(sumOf(group.map(({ counts }) => counts)))]));
}

const rowsByKey = (rows: DailyMetric[]) => new Map(rows.map((row) => [`${row.scope} ${row.scope_key}`, row]));

it('counts what really happened, in the group, the hour and the day it happened', async () => {
  await fc.assert(
    fc.asyncProperty(occasion, deskLifeArbitrary, async ([timeZone, date], plans) => {
      const times = deskTimes(timeZone);
      const life = liveDesk(plans, Date.parse(`${date}T05:17:00Z`) - 3 * DAY, times);
      await recorded.recordAnew(life.events);
      const now = new Date(Date.parse(date) + 60 * DAY);
      const { rows, complete } = await dailyMetrics({ date }, recorded.store, times, now);
      expect(complete).toBe(true);

      const onDay = life.record.filter(({ at }) => wall(at, timeZone).date === date);
      const judged = firstContactEntries(life.lives, now.getTime());
      const judgedOnDay = judged.filter(({ at }) => wall(at, timeZone).date === date);
      const expected = addedUp([...withoutEarlierRatings(onDay), ...judgedOnDay], timeZone);
      const found = new Map([...rowsByKey(rows)].map(([key, row]) => [key, compared(row)]));
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));

      // How the day ended.
      const next = dateAfter(date, 1);
      const ended = life.tickets.filter(({ statuses, createdAt }) => {
        const told = statuses.filter(({ at }) => wall(at, timeZone).date < next);
        return wall(createdAt, timeZone).date < next && !['resolved', 'closed'].includes(told.at(-1)!.status);
      });
      const all = rows.at(-1)!;
      const open = [all.open_up_to_1_day, all.open_up_to_3_days, all.open_up_to_7_days, all.open_over_7_days];
      expect(open.reduce((sum, count) => sum + count, 0)).toBe(ended.length);
    }),
    { numRuns: 60 },
  );
});

it('adds up: over the groups of a day, and the histogram to all responses', async () => {
  await fc.assert(
    fc.asyncProperty(occasion, deskLifeArbitrary, async ([timeZone, date], plans) => {
      const times = deskTimes(timeZone);
      const { events } = liveDesk(plans, Date.parse(date) - 2 * DAY, times);
      await recorded.recordAnew(events);
      const { rows } = await dailyMetrics({ date }, recorded.store, times, new Date(Date.parse(date) + 60 * DAY));
      const all = rows.at(-1)!;
      for (const scope of ['intent', 'hour']) {
        expect(sumOf(rows.filter((row) => row.scope === scope).map(compared))).toMatchObject(compared(all));
      }
      for (const row of rows) {
        expect(BUCKETS.reduce((sum, name) => sum + row[name], 0)).toBe(row.responses);
        expect(row.responses_in_time + row.responses_late).toBe(row.responses);
      }
    }),
    { numRuns: 30 },
  );
});

it('counts a day the same whenever it is counted, but for first contacts', async () => {
  const withoutFirstContacts = (rows: DailyMetric[]) => rows.map((row) => ({ ...row, fcr_eligible: 0, fcr_met: 0 }));
  await fc.assert(
    fc.asyncProperty(occasion, deskLifeArbitrary, async ([timeZone, date], plans) => {
      const times = deskTimes(timeZone);
      const { events } = liveDesk(plans, Date.parse(date) - 3 * DAY, times);
      const dayOver = new Date(Date.parse(dateAfter(date, 1)) + DAY / 2);
      await recorded.recordAnew(events.filter(({ occurredAt }) => occurredAt <= dayOver.toISOString()));
      const first = await dailyMetrics({ date }, recorded.store, times, dayOver);
      await recorded.recordAnew(events);
      const again = await dailyMetrics({ date }, recorded.store, times, new Date(dayOver.getTime() + 30 * DAY));
      expect(withoutFirstContacts(again.rows)).toEqual(withoutFirstContacts(first.rows));
      expect(first.rows.at(-1)!.fcr_eligible).toBe(0);
      expect(again.rows.at(-1)!.fcr_eligible).toBe(again.rows.at(-1)!.resolved);
    }),
    { numRuns: 40 },
  );
});

it('counts several days at once like each of them alone, with the rows of the tickets or without', async () => {
  await fc.assert(
    fc.asyncProperty(occasion, deskLifeArbitrary, fc.boolean(), async ([timeZone, date], plans, withRows) => {
      const times = deskTimes(timeZone);
      const { events, tickets: lived } = liveDesk(plans, Date.parse(date) - 3 * DAY, times);
      const now = new Date(Date.parse(date) + 2.7 * DAY);
      await recorded.recordAnew(events.filter(({ occurredAt }) => occurredAt <= now.toISOString()));
      const rowsNow = lived.flatMap(({ id, createdAt, statuses }) => {
        const status = statuses.filter(({ at }) => at <= now.getTime()).at(-1)?.status;
        const created_at = new Date(createdAt).toISOString();
        return status === undefined || status === 'closed' ? [] : [{ ticket_id: id, status, created_at }];
      });
      const tickets = withRows ? rowsNow : undefined;
      const days = [2, 1, 0, -1].map((later) => dateAfter(date, later));
      const alone = await Promise.all(
        days.map((day) => dailyMetrics({ date: day, tickets }, recorded.store, times, now)),
      );
      const together = await dailyMetrics({ date: days[0], days: days.length, tickets }, recorded.store, times, now);
      expect(together.rows).toEqual(alone.flatMap(({ rows }) => rows));

      // The rows as they are now, with what has changed since taken back, stand as the events tell.
      const fromEvents = await dailyMetrics({ date: days[0], days: days.length }, recorded.store, times, now);
      expect(together.rows).toEqual(fromEvents.rows);
    }),
    { numRuns: 40 },
  );
});
