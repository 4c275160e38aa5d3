import { caseOfRun, caseOfTicket } from './case-view';
import type { StoredEvent } from './desk';
import { RunLog } from './run-log';
import { runSummary } from './run-view';
import { mailMessage, mailRun, testDesk, ticketRow } from './desk.fixture';

const event = (type: string, payload: Record<string, unknown> = {}): StoredEvent => ({
  id: type,
  sequence: 1,
  type,
  recordedAt: '',
  payload,
});

const deskWith = (events: StoredEvent[], rows: Record<string, Record<string, unknown>[]> = {}) => ({
  ...testDesk(),
  events: () => Promise.resolve(events),
  rows: (set: string) => Promise.resolve(rows[set] ?? []),
});

const mail = () => runSummary(mailRun(), mailMessage);
const chat = () =>
  runSummary(mailRun('chat-1'), { ...mailMessage, channel: 'chat', messageId: 'turn-1', conversationId: 'talk' });

it.each([
  ['answer', 'answered'],
  ['close', 'answered'],
  ['ask', 'asked'],
  ['verify', 'asked'],
  ['handoff', 'handed_over'],
])('a chat turn with action %s is %s', async (action, outcome) => {
  const desk = deskWith([event('chat.turn', { reply: 'Well.', action })]);
  expect(await caseOfRun(desk, chat())).toMatchObject({
    outcome,
    reply: { kind: 'chat', text: 'Well.' },
  });
});

it("looks for a chat's rows under the key the flow gives them", async () => {
  const filters: (string | undefined)[] = [];
  const desk = {
    ...deskWith([]),
    rows: (_: string, query: { filter?: string }) => (filters.push(query.filter), Promise.resolve([])),
  };
  await caseOfRun(desk, chat());
  expect(filters[0]).toContain("'chat:talk:turn-1'");
  expect(filters[0]).toContain("'reply:chat:talk:turn-1'");
});

it('a mail that needs no answer is ignored', async () => {
  const view = await caseOfRun(deskWith([event('message.ignored')]), mail());
  expect(view).toMatchObject({ outcome: 'ignored', ticket: null, reply: null });
});

it('a run that failed is told so, with the ticket that was queued for a person', async () => {
  const desk = deskWith([event('ticket.created', { ticket_id: ticketRow.rcc_ticketid })], { rcc_tickets: [ticketRow] });
  const view = await caseOfRun(desk, runSummary({ ...mailRun(), status: 'Failed' }, mailMessage));
  expect(view).toMatchObject({ outcome: 'failed', ticket: { number: 'TKT-000001' } });
});

it('a run without a message is only what it is', async () => {
  const child = runSummary({ ...mailRun(), flowName: 'Log Flow Error' }, null);
  expect(await caseOfRun(deskWith([]), child)).toMatchObject({ outcome: 'recorded', ticket: null });
});

it('a ticket nobody knows is null', async () => {
  expect(await caseOfTicket(deskWith([]), new RunLog(() => null), 'none')).toBeNull();
});

it('a ticket without messages is shown alone', async () => {
  const view = await caseOfTicket(
    deskWith([], { rcc_tickets: [ticketRow] }),
    new RunLog(() => null),
    String(ticketRow.rcc_ticketid),
  );
  expect(view).toMatchObject({ message: null, ticket: { status: 'Answered' } });
});
