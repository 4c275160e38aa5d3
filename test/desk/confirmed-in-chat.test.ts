import { DEMO_USERS } from '../../workbench/start/demo-desk';
import { openProduct, SCHEDULED, type ChatTurn, type TestProduct } from '../product/open-product';
import { agent, mailsAbout, newCustomer, ticketNow } from './desk-ticket';
import { TICKET_STATUS } from './desk-words';

const CONFIRMED = 727000000;

let product: TestProduct;
beforeAll(async () => {
  product = await openProduct({ desk: true, off: SCHEDULED });
});
afterAll(() => product.close());

/** A customer whose turns belong together. */
function customer() {
  const email = newCustomer();
  let conversation: string | undefined;
  return {
    email,
    async say(text: string, turn: Partial<ChatTurn> = {}) {
      const said = await product.chat({ text, email, conversation, ...turn });
      conversation = said.conversation;
      return said;
    },
  };
}

const resolutionsOf = async (ticketId: unknown) => {
  const events = await product.product.proxy.store.eventsAbout({ ticketId: String(ticketId) });
  return events.filter(({ type }) => type === 'ticket.resolved').map(({ payload }) => payload.resolution_kind);
};

it.each([
  ['How do I return my order?', 'Great, that answers my question. Thank you!'],
  ['¿Cómo devuelvo mi pedido?', 'Gracias, con eso está resuelto'],
])(
  'After "%s" the customer says "%s": the ticket is resolved, confirmed, and the customer asked how it went',
  async (question, thanks) => {
    const { email, say } = customer();
    const answered = await say(question);
    expect(answered.ticket?.statuscode).toBe(TICKET_STATUS.answered);
    const confirmed = await say(thanks);
    expect(confirmed.answer.body).toMatchObject({ action: 'close' });
    expect(confirmed.ticket).toMatchObject({
      statuscode: TICKET_STATUS.resolved,
      rcc_statusversion: Number(answered.ticket?.rcc_statusversion) + 1,
      rcc_resolutionkind: CONFIRMED,
      rcc_resolvedon: expect.any(String),
      rcc_intent: answered.ticket?.rcc_intent,
    });
    expect(await resolutionsOf(confirmed.ticket?.rcc_ticketid)).toEqual(['confirmed']);
    expect(mailsAbout(product, confirmed.ticket!, email)).toHaveLength(1);

    const { message, conversation } = confirmed;
    const again = await product.chat({ text: thanks, email, message, conversation });
    expect(again.ticket?.rcc_statusversion).toBe(confirmed.ticket?.rcc_statusversion);
    expect(mailsAbout(product, confirmed.ticket!, email)).toHaveLength(1);
  },
);

it.each(['Thanks a lot!', 'Goodbye', 'Thanks, but it still does not work'])('"%s" resolves nothing', async (text) => {
  const { say } = customer();
  await say('How do I return my order?');
  const { ticket } = await say(text);
  expect(ticket).toMatchObject({ rcc_resolvedon: null, rcc_resolutionkind: null });
  expect([TICKET_STATUS.answered, TICKET_STATUS.unassigned]).toContain(ticket?.statuscode);
});

it('A chat that begins with a confirmation has no ticket to resolve', async () => {
  const { ticket } = await customer().say('Thanks, that solved it');
  expect(ticket).toMatchObject({ statuscode: TICKET_STATUS.answered, rcc_resolvedon: null });
});

it.each(['unassigned', 'assigned', 'waiting'] as const)(
  'A ticket that is %s with a person is resolved by the customer’s confirmation, and nobody is asked to act',
  async (status) => {
    const { email, say } = customer();
    const { ticket } = await say('I want to talk to a person');
    const version = Number(ticket?.rcc_statusversion) + 1;
    const owner = status === 'unassigned' ? {} : agent(DEMO_USERS.carla);
    const columns = { ...owner, statuscode: TICKET_STATUS[status], rcc_statusversion: version };
    await product.update('rcc_tickets', String(ticket?.rcc_ticketid), columns);
    await product.idle();
    const { answer, ticket: resolved } = await say('It works now, thank you for your help');
    expect(answer.body).toMatchObject({ action: 'close' });
    expect(resolved).toMatchObject({
      statuscode: TICKET_STATUS.resolved,
      rcc_statusversion: version + 1,
      rcc_resolutionkind: CONFIRMED,
      rcc_requireshumanreview: false,
    });
    expect(await resolutionsOf(ticket?.rcc_ticketid)).toEqual(['confirmed']);
    expect(mailsAbout(product, ticketNow(product, ticket!), email)).toHaveLength(1);
  },
);

it('A customer who comes back after the confirmation reopens the ticket', async () => {
  const { say } = customer();
  await say('I want to talk to a person');
  await say('Thanks, that solved it');
  const { ticket } = await say('No, it is broken again');
  expect(ticket).toMatchObject({
    statuscode: TICKET_STATUS.unassigned,
    rcc_resolvedon: null,
    rcc_resolutionkind: null,
    rcc_requireshumanreview: true,
  });
});
