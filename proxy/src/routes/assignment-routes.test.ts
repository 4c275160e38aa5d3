import { validateAnswer } from '../contract/validate-answer';
import { eventProblems } from '../events/event-problems';
import { openMemoryStore } from '../events/memory-store';
import type { Store } from '../events/store';
import { fakeServices } from '../server/fake-services';
import { serveForTest, type ServedForTest } from '../server/serve-for-test';
import { agent, berlinHours, ticket, TUESDAY_MORNING } from '../tickets/assignment/sample-desk.fixture';

let store: Store;
let served: ServedForTest;
beforeAll(async () => {
  store = await openMemoryStore();
  served = await serveForTest(store, fakeServices(), { now: () => TUESDAY_MORNING });
});
afterAll(async () => {
  await served.stop();
  await store.close();
});

const ASSIGN = '/v1/tickets/assignments';
const AUTO_ASSIGN = '/v1/tickets/auto-assignments';

const post = (path: string, body: object, key: string) => served.post(path, body, { 'idempotency-key': key });

it('assigns a ticket once: the key gets the first answer again, and the store keeps one event', async () => {
  const row = ticket({ customer_email: 'carla@example.com', agent_name: null });
  const body = {
    ticket: row,
    agent: { agent_id: 'ada', email: 'ada@example.com', language: 'de', time_zone: 'Europe/Berlin' },
    ticket_link: 'https://desk.example.com/t/1',
    business_hours: berlinHours,
    reminder_hours: null,
  };
  const [first, again] = [
    await post(ASSIGN, body, 'ticket-1:assigned:4'),
    await post(ASSIGN, body, 'ticket-1:assigned:4'),
  ];
  validateAnswer('AssignTicket', first.body);
  expect(first.body).toMatchObject({
    status: 'assigned',
    status_version: 4,
    notice: { to: 'ada@example.com' },
    remind: true,
    reminder: { start: '2026-03-04T11:00:00', end: '2026-03-04T11:15:00' },
    replayed: false,
  });
  expect(again.body).toEqual({ ...(first.body as object), replayed: true });
  const events = (await store.eventsAfter(0)).filter((event) => event.type === 'ticket.assigned');
  expect(events.map((event) => event.payload.status_to)).toEqual(['assigned']);
  expect(events.flatMap(eventProblems)).toEqual([]);
});

it('hands tickets out by the hours it was told, once for each key', async () => {
  const body = { tickets: [ticket()], agents: [agent({ name: null })], workload: ['ada'], business_hours: berlinHours };
  const [first, again] = [await post(AUTO_ASSIGN, body, 'round-1'), await post(AUTO_ASSIGN, body, 'round-1')];
  validateAnswer('AutoAssignTickets', first.body);
  expect(first.body).toMatchObject({ open: true, assignments: [{ agent_id: 'ada' }], left: [], replayed: false });
  expect(again.body).toEqual({ ...(first.body as object), replayed: true });
  const { business_hours: _told, ...without } = body;
  const holiday = await post(AUTO_ASSIGN, { ...without, at: '2026-03-06T10:00:00Z' }, 'round-2');
  expect(holiday.body).toMatchObject({ open: false, left: [{ reason: 'desk_closed' }] });
  const events = (await store.eventsAfter(0)).filter((event) => event.type === 'tickets.auto_assigned');
  expect(events).toHaveLength(2);
  expect(events.flatMap(eventProblems)).toEqual([]);
});

it('goes on without rows that cannot be used, and calls each of them new once a day', async () => {
  const broken = { profile_id: 'p1', agent_id: null, teams: null, skills: null, capacity: null };
  const body = {
    tickets: [ticket()],
    agents: [agent(), broken],
    teams: [{ team: null, auto_assign: false }],
    business_hours: { weekly_intervals: 'nine to five' },
  };
  const decided = async (key: string, more: object = {}) =>
    (await post(AUTO_ASSIGN, { ...body, ...more }, key)).body as Record<string, { target: string }[]>;
  const targets = ['body/business_hours/weekly_intervals', 'rcc_agentprofiles(p1)/agent_id'];
  const named = (rows: { target: string }[] | undefined) => rows?.map(({ target }) => target);

  const first = await decided('broken-1');
  validateAnswer('AutoAssignTickets', first);
  // By the hours that were told before.
  expect(first).toMatchObject({ open: true, assignments: [{ agent_id: 'ada' }] });
  expect([named(first.problems), named(first.new_problems)]).toEqual([targets, targets]);
  expect(await decided('broken-1')).toEqual({ ...first, replayed: true });
  const good = await decided('broken-2', { agents: [agent()], business_hours: null });
  expect([good.problems, good.new_problems]).toEqual([[], []]);
  const second = await decided('broken-3');
  expect([named(second.problems), named(second.new_problems)]).toEqual([targets, []]);
  const nextDay = await decided('broken-4', { at: '2026-03-04T10:00:00Z' });
  expect(named(nextDay.new_problems)).toEqual(targets);
  const events = (await store.eventsAfter(0)).filter((event) => event.type === 'tickets.auto_assigned');
  expect(events.flatMap(eventProblems)).toEqual([]);
});

it('takes a ticket from an agent without naming anybody, and records it', async () => {
  const body = { ticket: ticket({ status: 'in_progress', agent_id: null, given_back_by: 'ada' }), agent: null };
  const taken = await post(ASSIGN, body, 'ticket-1:assigned::3');
  validateAnswer('AssignTicket', taken.body);
  expect(taken.body).toMatchObject({ status: 'unassigned', status_version: 4, remind: false });
  const events = (await store.eventsAfter(0)).filter((event) => event.type === 'ticket.status_changed');
  expect(events.map(({ payload }) => [payload.status_to, payload.agent_id])).toEqual([['unassigned', 'ada']]);
  expect(events.flatMap(eventProblems)).toEqual([]);
});

it('decides anew about a delay that is still there, and records it once', async () => {
  const body = { ticket: ticket({ status: 'assigned', assigned_at: '2026-03-01T09:00:00Z' }) };
  const ask = (key: string, at: string) => post('/v1/tickets/escalations', { ...body, at }, key);
  expect((await ask('first', '2026-03-01T10:00:00Z')).body).toMatchObject({ action: 'none' });
  expect((await ask('second', '2026-03-04T10:00:00Z')).body).toMatchObject({ action: 'escalate', silent_hours: 73 });
  expect((await ask('third', '2026-03-04T11:00:00Z')).body).toMatchObject({ action: 'escalate', silent_hours: 74 });
  const events = (await store.eventsAfter(0)).filter((event) => event.type === 'ticket.escalated');
  expect(events.map(({ payload }) => payload.silent_hours)).toEqual([73]);
});

it.each([
  ['body/ticket/status', ASSIGN, { ticket: ticket({ status: 'resolved' }) }],
  ['body/ticket/status', ASSIGN, { ticket: ticket({ status: 'closed' }), agent: { agent_id: 'ada' } }],
])('names %s when that is wrong', async (target, path, body) => {
  const reply = await post(path, body, target);
  expect([reply.status, reply.body]).toMatchObject([400, { error: { code: 'RCC_INVALID_REQUEST', target } }]);
});
