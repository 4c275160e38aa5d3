import { randomUUID } from 'node:crypto';
import type { TicketRow } from '../contract/desk';
import { type NewEvent, newEvent } from '../events/event';
import type { EventPayload, EventType } from '../events/event-kinds';
import { dailyMetrics } from './daily-metrics';
import { deskTimes } from './desk-life/desk-times.fixture';
import { useEvents } from './recorded-events.fixture';

const recorded = useEvents();

const times = deskTimes('Europe/Berlin');
const date = '2026-03-10';
const now = new Date('2026-03-11T12:00:00Z');
const day = async (tickets?: TicketRow[], asOf = now) =>
  (await dailyMetrics({ date, tickets }, recorded.store, times, asOf)).rows.at(-1)!;
const at = (time: string): Date => new Date(time.includes('T') ? `${time}Z` : `${date}T${time}:00Z`);
const event = <T extends EventType>(type: T, time: string, payload: EventPayload<T>): NewEvent =>
  newEvent(type, payload, at(time));

const created = (ticket_id: string, time: string, more: object = {}): NewEvent =>
  event('ticket.created', time, {
    ticket_id,
    message_id: `of ${ticket_id}`,
    title: 'A matter',
    channel: 'email',
    intent: 'returns',
    priority: 'normal',
    team: 'returns',
    first_response_due: '2026-03-10T16:00:00Z',
    resolution_due: '2026-03-12T16:00:00Z',
    ...more,
  });
const moved = (ticket_id: string, time: string, status_from: string, status_to: string): NewEvent =>
  event('ticket.status_changed', time, { channel: 'email', ticket_id, status_from, status_to });
const replied = (ticket_id: string, time: string, more: Partial<EventPayload<'message.replied'>>): NewEvent =>
  event('message.replied', time, {
    channel: 'email',
    ticket_id,
    message_id: `of ${ticket_id}`,
    author: 'automatic',
    ...more,
  });

it('takes no acknowledgement for an answer', async () => {
  await recorded.recordAnew([
    created('t', '09:00'),
    replied('t', '09:01', { purpose: 'acknowledgement', status_from: 'new', status_to: 'unassigned' }),
    replied('t', '10:30', { purpose: 'answer', author: 'agent', agent_id: 'a', message_id: 'out' }),
    replied('t', '11:00', { purpose: 'answer', author: 'agent', agent_id: 'a', message_id: 'out 2' }),
  ]);
  expect(await day()).toMatchObject({
    answered_automatically: 0,
    handed_over: 1,
    responses: 1,
    response_seconds: 5400,
    // 10:00 to 11:30 local time, within business hours.
    response_business_seconds: 5400,
    responses_in_time: 1,
    responses_up_to_2_hours: 1,
  });
});

it('knows answers that were recorded before mails had a purpose', async () => {
  await recorded.recordAnew([
    created('t', '09:00'),
    replied('t', '09:01', { reason: 'answered', status_from: 'new', status_to: 'answered' }),
    created('u', '09:00'),
    replied('u', '09:01', { reason: 'low_confidence', status_from: 'new', status_to: 'unassigned' }),
  ]);
  expect(await day()).toMatchObject({ answered_automatically: 1, handed_over: 1, responses: 1 });
});

it('counts the first answer of a ticket of the day before on the day it was given, whole', async () => {
  await recorded.recordAnew([
    created('t', '2026-03-09T15:30', { first_response_due: '2026-03-09T16:00:00Z' }),
    replied('t', '08:30', { purpose: 'answer', author: 'agent', agent_id: 'a' }),
  ]);
  const { rows } = await dailyMetrics({ date }, recorded.store, times, now);
  const expected = {
    tickets: 0,
    responses: 1,
    response_seconds: 17 * 3600,
    response_business_seconds: 3600,
    responses_late: 1,
  };
  expect(rows.at(-1)).toMatchObject({ ...expected, responses_up_to_24_hours: 1 });
  expect(rows.find(({ scope }) => scope === 'agent')).toMatchObject({ scope_key: 'a', agent_id: 'a', ...expected });
  expect(rows.find(({ scope }) => scope === 'hour')).toMatchObject({ scope_key: 'email.09', hour: 9, ...expected });
  expect(rows.find(({ scope }) => scope === 'intent')).toMatchObject({ scope_key: 'email.returns', ...expected });
});

it('counts every ticket of a busy day once, whatever the hour, with what happened to it before', async () => {
  const minute = (count: number): string => new Date(Date.parse('2026-03-09T23:00Z') + count * 60_000).toISOString();
  // One each minute, so that some come at the very turn of an hour; the last one at the last minute of the local day.
  const ids = Array.from({ length: 1440 }, (_, count) => `t${count}`);
  await recorded.recordAnew([
    ...ids.map((id) => created(id, '2026-03-09T20:00')),
    ...ids.map((id, count) =>
      replied(id, minute(count).slice(0, 16), { purpose: 'answer', author: 'agent', agent_id: 'a', message_id: id }),
    ),
  ]);
  const seconds = ids.map((_, count) => (3 * 60 + count) * 60).reduce((sum, took) => sum + took, 0);
  expect(await day()).toMatchObject({ tickets: 0, responses: 1440, response_seconds: seconds });
});

it('counts a ticket that no event has opened by what is known of it', async () => {
  const row = { ticket_id: 'old', status: 'in_progress' as const, status_version: 4, channel: 'chat' as const };
  await recorded.recordAnew([
    event('ticket.resolved', '09:00', {
      ...row,
      intent: 'returns',
      agent_id: 'a',
      resolution_kind: 'confirmed',
      resolved_at: at('09:00').toISOString(),
    }),
  ]);
  const { rows } = await dailyMetrics({ date }, recorded.store, times, now);
  expect(rows.map(({ scope, scope_key, resolved }) => [scope, scope_key, resolved])).toEqual([
    ['intent', 'chat.returns', 1],
    ['agent', 'a', 1],
    ['hour', 'chat.10', 1],
    ['day', 'all', 1],
  ]);
  expect(rows.at(-1)).toMatchObject({ resolution_seconds: 0, resolutions_in_time: 0, resolutions_late: 0 });
});

it('counts questions to vendors and those without an answer', async () => {
  const looked = (time: string, oks: boolean[]): NewEvent =>
    event('context.looked_up', time, {
      operation: 'GetOrderContext',
      order_id: null,
      found: false,
      verification: 'unavailable',
      parcels: [],
      payments: [],
      findings: [],
      degraded: [],
      sources: oks.map((ok) => ({ vendor: 'shopify', origin: 'sandbox', ok, duration_ms: 1 })),
      duration_ms: 1,
    });
  await recorded.recordAnew([
    looked('09:00', [true, false]),
    looked('10:00', [true]),
    looked('2026-03-11T09:00', [false]),
  ]);
  expect(await day()).toMatchObject({ api_calls: 3, api_errors: 1 });
});

const openOf = ({
  open_up_to_1_day,
  open_up_to_3_days,
  open_up_to_7_days,
  open_over_7_days,
}: Awaited<ReturnType<typeof day>>) => [open_up_to_1_day, open_up_to_3_days, open_up_to_7_days, open_over_7_days];
const row = (
  ticket_id: string,
  status: TicketRow['status'],
  created_at: string,
  more: Partial<TicketRow> = {},
): TicketRow => ({
  ticket_id,
  status,
  created_at,
  ...more,
});

it('puts open tickets by their age at the end of the day, whatever the events know', async () => {
  await recorded.recordAnew([]);
  const tickets = [
    row('a', 'assigned', '2026-03-10T20:00:00Z'),
    row('b', 'waiting', '2026-03-09T23:00:00Z'),
    row('c', 'assigned', '2026-03-09T22:59:00Z'),
    row('d', 'answered', '2026-03-05T10:00:00Z'),
    row('e', 'unassigned', '2026-02-05T10:00:00Z'),
    row('after the day', 'unassigned', '2026-03-10T23:30:00Z'),
    row('resolved that day', 'resolved', '2026-03-10T10:00:00Z', { resolved_at: '2026-03-10T12:00:00Z' }),
    row('resolved since', 'resolved', '2026-03-09T10:00:00Z', { resolved_at: '2026-03-11T08:00:00Z' }),
  ];
  expect(openOf(await day(tickets))).toEqual([2, 2, 1, 1]);
});

it('takes back what has happened to the rows since the day ended', async () => {
  await recorded.recordAnew([
    created('reopened', '2026-03-08T10:00'),
    moved('reopened', '2026-03-08T11:00', 'new', 'resolved'),
    moved('reopened', '2026-03-11T08:00', 'resolved', 'assigned'),
    created('closed', '2026-03-08T10:00'),
    moved('closed', '2026-03-11T08:00', 'assigned', 'resolved'),
    moved('closed', '2026-03-11T09:00', 'resolved', 'closed'),
  ]);
  // The closed one is not among the rows any more, but it was open; the reopened one was not.
  expect(openOf(await day([row('reopened', 'assigned', '2026-03-08T10:00:00Z')]))).toEqual([0, 1, 0, 0]);
  expect(openOf(await day())).toEqual([0, 1, 0, 0]);
});

it('takes a resolution back whose event does not say what it came from', async () => {
  const told = { channel: 'email' as const, ticket_id: 't', status_to: 'resolved' };
  await recorded.recordAnew([
    created('t', '2026-03-08T10:00'),
    moved('t', '2026-03-08T11:00', 'new', 'unassigned'),
    event('ticket.status_changed', '2026-03-11T08:00', told),
    moved('t', '2026-03-11T09:00', 'resolved', 'assigned'),
  ]);
  expect(openOf(await day([row('t', 'assigned', '2026-03-08T10:00:00Z')]))).toEqual([0, 1, 0, 0]);
});

it('judges first contacts after seven days: one answer, and the customer did not come back', async () => {
  const customer = { customer_email: 'A@example.com' };
  const answeredAndResolved = (ticket: string, time: string): NewEvent[] => [
    replied(ticket, time, { purpose: 'answer', status_from: 'new', status_to: 'answered' }),
    moved(ticket, time, 'answered', 'resolved'),
  ];
  const first = [created('t', '09:00', customer), ...answeredAndResolved('t', '09:30')];
  const other = [created('u', '09:00'), ...answeredAndResolved('u', '10:00')];
  const judged = new Date('2026-03-17T09:30:00Z');
  const early = new Date('2026-03-17T09:29:00Z');

  await recorded.recordAnew([...first, ...other]);
  expect(await day(undefined, early)).toMatchObject({ resolved: 2, fcr_eligible: 0, fcr_met: 0 });
  expect(await day(undefined, judged)).toMatchObject({ resolved: 2, fcr_eligible: 1, fcr_met: 1 });

  const again = { message_id: 'm2', customer_email: 'a@EXAMPLE.com' };
  await recorded.recordAnew([...first, ...other, created('v', '2026-03-15T09:00', again)]);
  expect(await day(undefined, judged)).toMatchObject({ fcr_eligible: 1, fcr_met: 0 });
  await recorded.recordAnew([
    ...first,
    ...other,
    created('v', '2026-03-15T09:00', { ...again, intent: 'payment_issue' }),
  ]);
  expect(await day(undefined, judged)).toMatchObject({ fcr_eligible: 1, fcr_met: 1 });
});

it('counts a message once, however often its answer or its hand-over is told', async () => {
  const answer = replied('t', '09:01', { purpose: 'answer', status_from: 'new', status_to: 'answered' });
  const queued = replied('u', '09:01', { purpose: 'acknowledgement', status_from: 'new', status_to: 'unassigned' });
  await recorded.recordAnew([
    created('t', '09:00'),
    answer,
    { ...answer, id: randomUUID() },
    created('u', '09:00'),
    queued,
    moved('u', '09:02', 'new', 'unassigned'),
  ]);
  expect(await day()).toMatchObject({ answered_automatically: 1, handed_over: 1, responses: 1 });
});

it('counts an assignment again only after the ticket was given back, and nothing for who has given it back', async () => {
  const assigned = (time: string, agent_id: string): NewEvent =>
    event('ticket.assigned', time, {
      ticket_id: 't',
      status: 'unassigned',
      agent_id,
      status_to: 'assigned',
      assigned_at: at(time).toISOString(),
    });
  const returned = moved('t', '11:00', 'assigned', 'unassigned');
  const resolved = moved('t', '12:00', 'unassigned', 'resolved');
  await recorded.recordAnew([
    created('t', '09:00'),
    assigned('10:00', 'a'),
    assigned('10:05', 'a'),
    returned,
    resolved,
  ]);
  const { rows } = await dailyMetrics({ date }, recorded.store, times, now);
  expect(rows.at(-1)).toMatchObject({ assigned: 1, resolved: 1, resolved_without_agent: 0 });
  expect(rows.find(({ scope }) => scope === 'agent')).toMatchObject({ scope_key: 'a', assigned: 1, resolved: 0 });

  await recorded.recordAnew([created('t', '09:00'), assigned('10:00', 'a'), returned, assigned('11:30', 'a')]);
  expect(await day()).toMatchObject({ assigned: 2 });
});

it('lets the resolution clock stand while it is the customer’s turn', async () => {
  const late = { resolution_due: '2026-03-10T10:00:00Z' };
  const opened = created('t', '2026-03-09T10:00', late);
  const inProgress = moved('t', '2026-03-10T08:30', 'new', 'in_progress');
  const waiting = moved('t', '09:00', 'in_progress', 'waiting');
  const inTime = { resolutions_in_time: 1, resolutions_late: 0 };
  const tooLate = { resolutions_in_time: 0, resolutions_late: 1 };

  await recorded.recordAnew([opened, inProgress, moved('t', '10:01', 'in_progress', 'resolved')]);
  expect(await day()).toMatchObject(tooLate);
  await recorded.recordAnew([opened, inProgress, waiting, moved('t', '15:00', 'waiting', 'resolved')]);
  expect(await day()).toMatchObject(inTime);
  // An hour of business was left when the pause began.
  const goesOn = [opened, inProgress, waiting, moved('t', '14:00', 'waiting', 'in_progress')];
  await recorded.recordAnew([...goesOn, moved('t', '15:00', 'in_progress', 'resolved')]);
  expect(await day()).toMatchObject(inTime);
  await recorded.recordAnew([...goesOn, moved('t', '15:01', 'in_progress', 'resolved')]);
  expect(await day()).toMatchObject(tooLate);
});

it('takes no ticket that was reopened for one resolved by the first contact', async () => {
  await recorded.recordAnew([
    created('t', '2026-03-09T09:00'),
    replied('t', '2026-03-09T09:01', { purpose: 'answer', status_from: 'new', status_to: 'answered' }),
    moved('t', '2026-03-09T10:00', 'answered', 'resolved'),
    moved('t', '2026-03-09T11:00', 'resolved', 'assigned'),
    moved('t', '12:00', 'assigned', 'resolved'),
  ]);
  expect(await day(undefined, new Date('2026-04-01T00:00:00Z'))).toMatchObject({ fcr_eligible: 1, fcr_met: 0 });
});

it('survives whatever a flow may have recorded', async () => {
  await recorded.recordAnew([
    created('t', '09:00'),
    event('ticket.status_changed', '09:10', {
      channel: 'email',
      ticket_id: 't',
      status_to: 'Wartend',
      status_version: 1e15,
    }),
    event('ticket.status_changed', '09:11', { channel: 'email' }),
    event('message.replied', '09:12', { channel: 'app', author: 'agent' }),
    event('message.replied', '1970-01-01T00:00', {
      channel: 'email',
      ticket_id: 't',
      message_id: 'of t',
      purpose: 'answer',
    }),
    event('triage.corrected', '09:13', { ticket_id: 'never seen', corrected: ['intent'] }),
  ]);
  expect(await day()).toMatchObject({ messages: 1, tickets: 1, corrected: 1 });
});

it('counts several days as it counts each of them, and tickets as they stood at the end of each', async () => {
  await recorded.recordAnew([
    created('s', '2026-03-08T09:00'),
    created('t', '2026-03-09T09:00'),
    created('u', '09:00'),
    event('message.replied', '2026-03-09T10:00', {
      channel: 'email',
      ticket_id: 't',
      purpose: 'answer',
      author: 'agent',
    }),
  ]);
  const tickets = ['s', 't', 'u'].map((id, index) =>
    row(id, 'assigned', `2026-03-${['08', '09', '10'][index]}T09:00:00Z`),
  );
  const { rows: together, ...last } = await dailyMetrics({ date, days: 3, tickets }, recorded.store, times, now);
  expect(last).toEqual({ date, complete: true, computed_at: now.toISOString() });
  const apart = [
    await dailyMetrics({ date, tickets }, recorded.store, times, now),
    await dailyMetrics({ date: '2026-03-09', tickets }, recorded.store, times, now),
    await dailyMetrics({ date: '2026-03-08', tickets }, recorded.store, times, now),
  ];
  expect(together).toEqual(apart.flatMap(({ rows }) => rows));
  expect(together.filter(({ scope }) => scope === 'day').map(({ open_up_to_1_day: open }) => open)).toEqual([1, 1, 1]);
});

describe('what the language model cost', () => {
  const used = (time: string, cost: number, more: object = {}): NewEvent =>
    event('ai.used', time, {
      purpose: 'triage',
      model: 'm',
      prompt: 'triage',
      prompt_version: '1',
      outcome: 'answered',
      prompt_tokens: 1,
      completion_tokens: 1,
      tokens_estimated: false,
      cost,
      cost_currency: 'USD',
      duration_ms: 1,
      ...more,
    });

  it('is the message’s, whether or not an answer could be used, and adds up to the day', async () => {
    const ofTicket = { channel: 'email', message_id: 'of t' };
    await recorded.recordAnew([
      used('2026-03-09T22:59:59', 9, ofTicket),
      used('08:59', 0.1, ofTicket),
      created('t', '09:00'),
      used('09:01', 0.2, { ...ofTicket, purpose: 'reply', outcome: 'bad_answer' }),
      used('09:02', 0.4, { channel: 'chat', message_id: 'of nobody' }),
      used('09:03', 0.8),
      used('23:00', 9, ofTicket),
    ]);
    const { rows } = await dailyMetrics({ date }, recorded.store, times, now);
    const costs = rows.filter(({ cost }) => cost > 0).map(({ scope, scope_key, cost }) => [scope, scope_key, cost]);
    expect(costs).toEqual([
      ['intent', 'app.other', 0.8],
      ['intent', 'chat.other', 0.4],
      ['intent', 'email.returns', 0.3],
      ['hour', 'app.10', 0.8],
      ['hour', 'chat.10', 0.4],
      ['hour', 'email.09', 0.1],
      ['hour', 'email.10', 0.2],
      ['day', 'all', 1.5],
    ]);
    expect(rows.every(({ cost_currency }) => cost_currency === 'USD')).toBe(true);
    expect(await day()).toMatchObject({ messages: 1, tickets: 1, triaged: 0 });
  });
});
