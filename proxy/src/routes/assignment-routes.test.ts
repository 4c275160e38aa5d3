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

it.each([
  ['body/agents/0/shift', AUTO_ASSIGN, { tickets: [], agents: [agent({ shift: '{"funday":[]}' })] }],
  ['body/ticket/status', ASSIGN, { ticket: ticket({ status: 'closed' }), agent: { agent_id: 'ada' } }],
])('names %s when that is wrong', async (target, path, body) => {
  const reply = await post(path, body, target);
  expect([reply.status, reply.body]).toMatchObject([400, { error: { code: 'RCC_INVALID_REQUEST', target } }]);
});
