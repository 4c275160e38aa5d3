import { TICKET_STATUS } from '../desk/desk-words';
import { openProduct, type ChatCase, type TestProduct } from '../product/open-product';

let desk: TestProduct;
beforeAll(async () => {
  desk = await openProduct({ off: ['Ticket Assignment', 'Ticket Resolution'] });
});
afterAll(() => desk.close());

const cost = ({ runs }: ChatCase) => runs[0]?.billableActions;
const statusChanges = ({ events }: ChatCase) => events.filter(({ type }) => type === 'ticket.status_changed');

it('A hand-over says by when a person answers, and leaves the clock of the first response running', async () => {
  const { answer, ticket } = await desk.chat({ text: 'I want to talk to a person' });
  const { action, handoff } = answer.body as { action: string; handoff: string };
  expect(action).toBe('handoff');
  const { answer_expected } = JSON.parse(handoff) as { answer_expected: string };
  // The table keeps whole seconds.
  expect(`${answer_expected.slice(0, 19)}Z`).toBe(ticket?.rcc_firstresponsedue);
  expect(ticket).toMatchObject({ statuscode: TICKET_STATUS.unassigned, rcc_firstrespondedon: null });

  const answered = await desk.chat({ text: 'How do I return my order?' });
  expect(answered.ticket?.rcc_firstrespondedon).not.toBeNull();
});

it.each([
  ['waits for the customer', TICKET_STATUS.waiting, TICKET_STATUS.unassigned],
  ['is resolved', TICKET_STATUS.resolved, TICKET_STATUS.unassigned],
])('Writing in a conversation whose ticket %s brings it back to the desk', async (_, before, after) => {
  const { conversation, ticket } = await desk.chat({ text: 'I want to talk to a person' });
  const changes = { statuscode: before, rcc_statusversion: 5, rcc_slapausedsince: '2026-03-02T09:30:00Z' };
  await desk.update('rcc_tickets', String(ticket?.rcc_ticketid), changes);
  const again = await desk.chat({ conversation, text: 'Any news?' });
  expect(again.ticket).toMatchObject({ statuscode: after, rcc_statusversion: 6, rcc_slapausedsince: null });
  expect(statusChanges(again).map(({ payload }) => [payload.status_to, payload.status_version])).toEqual([
    ['unassigned', 6],
  ]);
});

it('A goodbye does not reopen a resolved conversation', async () => {
  const { conversation, ticket } = await desk.chat({ text: 'How do I return my order?' });
  await desk.update('rcc_tickets', String(ticket?.rcc_ticketid), { statuscode: TICKET_STATUS.resolved });
  const bye = await desk.chat({ conversation, text: 'Goodbye' });
  expect(bye.answer.body).toMatchObject({ action: 'close' });
  expect(bye.ticket).toMatchObject({ statuscode: TICKET_STATUS.resolved });
});

it('The same turn said twice is kept once', async () => {
  const first = await desk.chat({ text: 'How do I return my order?' });
  const { conversation, message } = first;
  const again = await desk.chat({ conversation, message, text: 'How do I return my order?' });
  const { reply } = first.answer.body as { reply: string };
  expect(again.answer.body).toMatchObject({ action: 'answer', reply });
  expect(again.runs.map(({ status }) => status)).toEqual(['Succeeded']);
  expect(desk.rows('rcc_message').filter((row) => row.rcc_conversationid === conversation)).toHaveLength(2);
});

it('A turn counts few billable actions, answered or handed over', async () => {
  const answered = await desk.chat({ text: 'How do I return my order?' });
  const handedOver = await desk.chat({ text: 'I was charged twice!' });
  expect([cost(answered), cost(handedOver)]).toEqual([8, 8]);
});
