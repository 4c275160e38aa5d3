import fc from 'fast-check';
import type { TicketRow } from '../contract/desk';
import type { GetTicketStatisticsRequest } from '../contract/statistics';
import type { Channel } from '../contract/vocabulary';
import { type NewEvent, newEvent } from '../events/event';
import { dailyMetrics } from './daily-metrics';
import { deskTimes } from './desk-life/desk-times.fixture';
import { liveDesk } from './desk-life/live-desk.fixture';
import { deskLifeArbitrary } from './desk-life/plan.fixture';
import { dateAfter } from './local-day';
import { ticketStatistics } from './ticket-statistics';
import { record, useEvents } from './recorded-events.fixture';

const recorded = useEvents();

const times = deskTimes('Europe/Berlin');
/** A Tuesday. */
const date = '2026-03-10';
const evening = new Date('2026-03-10T18:00:00Z');
const later = new Date('2026-03-20T18:00:00Z');
const statistics = async (more: Partial<GetTicketStatisticsRequest> = {}, now = later) =>
  (await ticketStatistics({ date, ...more }, recorded.store, times, now)).answer;

const at = (time: string): Date => new Date(`${date}T${time}:00Z`);
const triaged = (id: string, time: string, doubtful: boolean): NewEvent =>
  newEvent(
    'message.triaged',
    {
      channel: 'email',
      message_id: id,
      intent: 'returns',
      confidence: 0.41,
      sentiment: 'neutral',
      priority: 'normal',
      order_id: null,
      requires_human_review: doubtful,
      language: 'en',
      entities: [],
      review_reasons: doubtful ? ['low_confidence'] : [],
      team: 'returns',
      model: 'offline',
      model_version: '1',
      tracking_number: null,
      duration_ms: 2,
    },
    at(time),
  );
const created = (ticket_id: string, message_id: string, time: string, channel: Channel = 'email'): NewEvent =>
  newEvent(
    'ticket.created',
    {
      ticket_id,
      message_id,
      title: 'A matter',
      channel,
      intent: 'returns',
      priority: 'normal',
      team: 'returns',
      first_response_due: at('20:00').toISOString(),
      resolution_due: at('23:00').toISOString(),
    },
    at(time),
  );
const moved = (ticket_id: string, status_from: string, status_to: string, time: string): NewEvent =>
  newEvent('ticket.status_changed', { channel: 'email', ticket_id, status_from, status_to }, at(time));
const row = (ticket_id: string, more: Partial<TicketRow>): TicketRow => ({ ticket_id, status: 'assigned', ...more });

it('shows the same numbers as the daily metrics of the day and of the day before', async () => {
  const day = '2026-03-29';
  const now = new Date('2026-05-01T00:00:00Z');
  await fc.assert(
    fc.asyncProperty(deskLifeArbitrary, async (plans) => {
      await recorded.recordAnew(liveDesk(plans, Date.parse('2026-03-26T05:17:00Z'), times).events);
      const answer = await statistics({ date: day }, now);
      for (const [of, figures] of [
        [day, answer.totals],
        [dateAfter(day, -1), answer.day_before],
      ] as const) {
        const all = (await dailyMetrics({ date: of }, recorded.store, times, now)).rows.at(-1)!;
        const { ratings, rating_average, response_seconds_median, response_seconds_average, ...counts } = figures;
        expect(all).toMatchObject(counts);
        expect(ratings).toBe(all.rating_count);
        expect((rating_average ?? 0) * ratings).toBeCloseTo(all.rating_sum, 6);
        expect((response_seconds_average ?? 0) * all.responses).toBeCloseTo(all.response_seconds, 3);
        expect(response_seconds_median === null).toBe(all.responses === 0);
      }
      for (const groups of [answer.by_channel, answer.by_intent, answer.by_team]) {
        const resolved = groups.reduce((sum, group) => sum + group.resolved, 0);
        expect(resolved).toBe(answer.totals.resolved);
      }
    }),
    { numRuns: 20 },
  );
});

it('lists doubtful and corrected messages with their tickets, the newest first', async () => {
  await recorded.recordAnew([
    triaged('m1', '09:00', true),
    created('t1', 'm1', '09:00'),
    triaged('m2', '10:00', true),
    created('t2', 'm2', '10:00'),
    triaged('m2', '10:05', true),
    triaged('m3', '11:00', false),
    newEvent(
      'triage.corrected',
      { ticket_id: 't1', model_intent: 'returns', model_confidence: 0.41, intent: 'other', corrected: ['intent'] },
      at('12:00'),
    ),
    newEvent('triage.corrected', { ticket_id: 't2', intent: 'returns', corrected: [] }, at('12:30')),
  ]);
  const answer = await statistics({ tickets: [row('t1', { ticket_number: 'TKT-000001' })] });
  const doubtful = { intent: 'returns', corrected_intent: null, confidence: 0.41 };
  expect(answer.low_confidence).toEqual([
    { ticket_id: 't2', ticket_number: null, ...doubtful, at: at('10:00').toISOString() },
    { ticket_id: 't1', ticket_number: 'TKT-000001', ...doubtful, at: at('09:00').toISOString() },
  ]);
  const corrected = { ...doubtful, corrected_intent: 'other', at: at('12:00').toISOString() };
  expect(answer.corrected).toEqual([{ ticket_id: 't1', ticket_number: 'TKT-000001', ...corrected }]);
  expect(answer.totals).toMatchObject({ triaged: 3, low_confidence: 2, corrected: 1 });
});

it('lists open tickets past a due time, the latest first, and not those that wait for the customer in time', async () => {
  await recorded.recordAnew([]);
  const created_at = '2026-03-09T08:00:00Z';
  const dues = { created_at, first_response_due: '2026-03-09T12:00:00Z', resolution_due: '2026-03-10T09:00:00Z' };
  const responded = { ...dues, first_responded_at: '2026-03-09T09:00:00Z' };
  const tickets = [
    row('resolution late', responded),
    row('no answer yet', { ...dues, status: 'unassigned', title: 'Where is it?', agent_name: null }),
    row('answered late, resolution in time', {
      ...dues,
      first_responded_at: '2026-03-09T15:00:00Z',
      resolution_due: '2026-03-12T09:00:00Z',
    }),
    row('waits', { ...responded, status: 'waiting', sla_paused_since: '2026-03-09T16:00:00Z' }),
    row('resolved', { ...responded, status: 'resolved' }),
    row('answered', { ...responded, status: 'answered' }),
    row('of tomorrow', { ...dues, created_at: '2026-03-11T08:00:00Z', first_response_due: '2026-03-11T12:00:00Z' }),
    row('nothing known', {}),
  ];
  const { late_tickets } = await statistics({ tickets }, evening);
  expect(late_tickets).toEqual([
    {
      ticket_id: 'no answer yet',
      ticket_number: null,
      title: 'Where is it?',
      agent_name: null,
      due: '2026-03-09T12:00:00.000Z',
      // Monday 13:00 to 17:00 and Tuesday 9:00 to 17:00, local time.
      overdue_minutes: 12 * 60,
    },
    expect.objectContaining({ ticket_id: 'resolution late', due: '2026-03-10T09:00:00.000Z', overdue_minutes: 7 * 60 }),
  ]);
});

it('tells where events and table disagree, and only when there is a table', async () => {
  await recorded.recordAnew([
    created('t1', 'm1', '09:00'),
    moved('t1', 'new', 'unassigned', '09:01'),
    created('t2', 'm2', '09:00'),
    moved('t2', 'new', 'answered', '09:01'),
    moved('t2', 'answered', 'resolved', '09:02'),
    moved('t2', 'resolved', 'closed', '09:03'),
  ]);
  expect((await statistics()).drift).toEqual([]);
  expect((await statistics({ tickets: [row('t1', { status: 'unassigned' })] })).drift).toEqual([]);
  expect((await statistics({ tickets: [row('t1', {})] })).drift).toEqual([
    { status: 'unassigned', events: 1, table: 0 },
    { status: 'assigned', events: 0, table: 1 },
  ]);
});

it('tells what no event has told, so that events and table agree from then on', async () => {
  const lost = new Set(['ticket.status_changed', 'ticket.assigned', 'ticket.escalated', 'ticket.resolved']);
  const now = new Date('2026-03-31T12:00:00Z');
  await fc.assert(
    fc.asyncProperty(deskLifeArbitrary, fc.nat(3), async (plans, which) => {
      const { events, tickets } = liveDesk(plans, Date.parse('2026-03-26T05:17:00Z'), times);
      // A closed ticket is not among the rows, so that nothing could be found out about it.
      const isLost = ({ type, payload }: NewEvent): boolean =>
        lost.has(type) && payload.status_to !== 'closed' && Number(String(payload.ticket_id).slice(-2)) % 4 === which;
      const until = new Date(now.getTime() - 3_600_000);
      await recorded.recordAnew(events.filter((one) => new Date(one.occurredAt) <= until && !isLost(one)));
      const rows = tickets.flatMap(({ id, createdAt, channel, statuses }) => {
        const status = statuses.filter(({ at: since }) => since <= until.getTime()).at(-1)?.status;
        const created_at = new Date(createdAt).toISOString();
        return status === undefined || status === 'closed' ? [] : [row(id, { status, channel, created_at })];
      });
      const first = await ticketStatistics({ tickets: rows }, recorded.store, times, now);
      await record(recorded.store, first.events);
      const again = await ticketStatistics({ tickets: rows }, recorded.store, times, now);
      expect(again.answer.drift).toEqual([]);
      expect(again.events).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

it('waits an hour for an event that may be on its way, and tells nothing of a ticket it does not see', async () => {
  await recorded.recordAnew([
    created('t1', 'm1', '09:00'),
    moved('t1', 'new', 'unassigned', '09:01'),
    created('t2', 'm2', '08:00'),
  ]);
  const told = async (time: string, tickets: TicketRow[]) =>
    (await ticketStatistics({ date, tickets }, recorded.store, times, at(time))).events;
  const t1 = row('t1', { agent_id: 'anna', status_version: 2, channel: 'email' });
  expect(await told('10:00', [t1])).toEqual([]);
  expect(await told('10:01', [t1])).toMatchObject([
    {
      type: 'ticket.status_changed',
      occurredAt: at('10:01').toISOString(),
      payload: {
        ticket_id: 't1',
        status_from: 'unassigned',
        status_to: 'assigned',
        status_version: 2,
        agent_id: 'anna',
      },
    },
  ]);
  const made = { created_at: at('09:30').toISOString(), status: 'unassigned' as const };
  expect(await told('10:29', [row('by hand', made)])).toEqual([]);
  expect(await told('10:30', [row('by hand', made)])).toMatchObject([
    { payload: { ticket_id: 'by hand', channel: 'app', status_to: 'unassigned' } },
  ]);
});

it('takes a chat for answered until it is handed over, and one that goes on for the same ticket', async () => {
  const turn = (ticket_id: string, time: string, action: 'answer' | 'handoff'): NewEvent =>
    newEvent(
      'chat.turn',
      {
        ticket_id,
        conversation_id: ticket_id,
        message_id: `${ticket_id} ${time}`,
        text: 'hello',
        reply: 'hello',
        action,
        facts: [],
        triage: {
          intent: 'returns',
          confidence: 0.9,
          sentiment: 'neutral',
          priority: 'normal',
          order_id: null,
          requires_human_review: false,
          language: 'en',
          entities: [],
          review_reasons: [],
          team: 'returns',
          model: 'offline',
          model_version: '1',
          tracking_number: null,
        },
        duration_ms: 400,
      },
      at(time),
    );
  await recorded.recordAnew([
    created('bot', 'bot 09:00', '09:00', 'chat'),
    turn('bot', '09:00', 'answer'),
    created('handed over', 'handed over 09:00', '09:00', 'chat'),
    turn('handed over', '09:00', 'answer'),
    turn('handed over', '09:05', 'handoff'),
    created('taken', 'taken 09:00', '09:00', 'chat'),
    turn('taken', '09:00', 'handoff'),
    moved('taken', 'unassigned', 'assigned', '10:00'),
    created('taken', 'taken 12:00', '12:00', 'chat'),
    turn('taken', '12:00', 'answer'),
  ]);
  const tickets = [
    row('bot', { status: 'answered' }),
    row('handed over', { status: 'unassigned' }),
    row('taken', { status: 'assigned' }),
  ];
  const answer = await statistics({ tickets });
  expect(answer.drift).toEqual([]);
  expect(answer.totals).toMatchObject({ messages: 5, tickets: 3, answered_automatically: 3, handed_over: 2 });
});

it('counts an unfinished day up to now and says so', async () => {
  await recorded.recordAnew([created('t1', 'm1', '09:00'), created('t2', 'm2', '19:00')]);
  const answer = await statistics({}, evening);
  expect(answer).toMatchObject({ complete: false, to: evening.toISOString(), totals: { messages: 1 } });
  expect(answer.report_title).toBe('Customer service on Tuesday 10 March 2026 (so far)');
  expect(answer.report_html).toContain(
    'The day is not over: this is what had happened by 19:00, beside the whole day before.',
  );
});

it('reads well on a day without messages', async () => {
  await recorded.recordAnew([]);
  const { report_html, totals } = await statistics({ tickets: [] });
  expect(totals).toMatchObject({ messages: 0, response_seconds_median: null, rating_average: null });
  expect(report_html).toContain('No messages came in.');
  expect(report_html).not.toMatch(/NaN|undefined|null|Infinity|By channel|Late tickets/);
});

it('takes nothing a customer or an agent is called as markup', async () => {
  const evil = '<img src=x onerror="alert(1)">&';
  await recorded.recordAnew([
    created('t1', 'm1', '09:00'),
    newEvent(
      'ticket.assigned',
      { ticket_id: 't1', status: 'new', agent_id: 'a', status_to: 'assigned', assigned_at: at('09:30').toISOString() },
      at('09:30'),
    ),
  ]);
  const dues = { created_at: '2026-03-09T08:00:00Z', resolution_due: '2026-03-09T09:00:00Z' };
  const late = row('t1', { ...dues, title: evil, ticket_number: evil, agent_name: evil });
  const { report_html } = await statistics({ tickets: [late], agents: [{ agent_id: 'a', name: evil }] });
  expect(report_html.split('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;')).toHaveLength(5);
  expect(report_html).not.toContain('<img');
});

it('stands alone: no script, no style sheet, nothing from elsewhere', async () => {
  const { report_html } = await statistics();
  expect(report_html).not.toMatch(/<script|<style|<link|src=|href=|url\(/i);
});

it('says a change in words as well as by a sign', async () => {
  await recorded.recordAnew([created('t1', 'm1', '09:00'), created('t2', 'm2', '10:00')]);
  expect((await statistics()).report_html).toContain('▲ 2 more');
  expect((await statistics({ date: dateAfter(date, 1) })).report_html).toContain('▼ 2 fewer');
});
