import { TICKET_STATUS } from '../desk/desk-words';
import { openProduct, type MailCase, type TestProduct } from '../product/open-product';

/** Values of a ticket's `rcc_intent`. */
const INTENT = { order_tracking: 727000000, returns: 727000001, delivery_issue: 727000003 } as const;

describe('a mail that answers our question', () => {
  let desk: TestProduct;
  beforeAll(async () => {
    desk = await openProduct();
  });
  afterAll(() => desk.close());

  // A message about an order joins the ticket a person has of it: each test ends its own.
  afterEach(async () => {
    for (const { rcc_ticketid, statuscode } of desk.rows('rcc_ticket')) {
      if (statuscode !== TICKET_STATUS.unassigned) continue;
      await desk.update('rcc_tickets', String(rcc_ticketid), { statuscode: TICKET_STATUS.resolved });
      await desk.idle();
    }
  });

  const from = 'customer@example.com';
  const answer = (first: MailCase, body: string, more: { from?: string } = {}) =>
    desk.mail({
      from,
      subject: `Re: ${String(first.inbound?.rcc_subject)} [${String(first.ticket?.rcc_ticketnumber)}]`,
      body,
      conversationId: String(first.inbound?.rcc_conversationid),
      headers: { 'In-Reply-To': first.messageId },
      ...more,
    });

  it('"It\'s 12345, thanks" gets the state of that order, on the same ticket, without being asked again', async () => {
    const first = await desk.mail({ from, subject: 'My order', body: 'Hello, where is my order? Best, Carla' });
    expect(first.sent[0]?.body).toContain('Which order is it about?');
    expect(first.ticket).toMatchObject({ statuscode: TICKET_STATUS.answered });
    const second = await answer(first, "It's 12345, thanks");
    expect(second.ticket).toMatchObject({
      rcc_ticketid: first.ticket?.rcc_ticketid,
      rcc_intent: INTENT.order_tracking,
      rcc_ordernumber: 'ORD-12345',
      statuscode: TICKET_STATUS.answered,
    });
    expect(second.sent).toHaveLength(1);
    expect(second.sent[0]?.body).toContain('out for delivery');
    const third = await answer(first, 'And when will it arrive?');
    // The facts are those of the second answer, which did not help: a person has it, with the same facts drafted.
    expect(third.sent).toHaveLength(1);
    expect(third.sent[0]?.body).toContain('A person from our team');
    expect(third.sent[0]?.body).not.toContain('Which order');
    expect(third.ticket).toMatchObject({ rcc_ordernumber: 'ORD-12345', statuscode: TICKET_STATUS.unassigned });
    expect(String(third.ticket?.rcc_draftreply)).toContain('ORD-12345');
  });

  it('stays about the delivery problem it was about, and brings the order to the person', async () => {
    const first = await desk.mail({ from, subject: 'Damaged', body: 'My parcel arrived damaged.' });
    expect(first.sent[0]?.body).toContain('A person from our team');
    expect(first.sent[0]?.body).toContain('Which order is it about?');
    expect(first.ticket).toMatchObject({ rcc_intent: INTENT.delivery_issue, rcc_ordernumber: null });
    const second = await answer(first, '12359');
    expect(second.ticket).toMatchObject({
      rcc_ticketid: first.ticket?.rcc_ticketid,
      rcc_intent: INTENT.delivery_issue,
      rcc_ordernumber: 'ORD-12359',
      statuscode: TICKET_STATUS.unassigned,
    });
    expect(String(second.ticket?.rcc_draftreply)).toContain('ORD-12359');
  });

  it('is answered in Spanish where the question was asked in Spanish', async () => {
    const first = await desk.mail({ from, subject: 'Mi pedido', body: 'Hola, ¿dónde está mi pedido? Gracias' });
    expect(first.sent[0]?.body).toContain('¿De qué pedido se trata?');
    const second = await answer(first, '12345, gracias');
    expect(second.sent[0]?.body).toContain('Su pedido ORD-12345');
  });

  it('reveals nothing when somebody else answers in the thread', async () => {
    const first = await desk.mail({ from, subject: 'My order', body: 'Where is my order?' });
    const second = await answer(first, "It's 12345, thanks", { from: 'thief@example.com' });
    expect(second.sent).toEqual([]);
    expect(String(second.ticket?.rcc_reviewreasons)).toContain('other_sender');
  });

  it('may be to a question in French, which holds no fact; what follows in French goes to a person', async () => {
    const first = await desk.mail({
      from,
      subject: 'Ma commande',
      body: 'Bonjour, où est ma commande ? Je l’attends depuis lundi. Merci',
    });
    expect(first.sent[0]?.body).toContain('De quelle commande s’agit-il ?');
    const second = await answer(first, 'C’est la commande 12345, merci');
    expect(second.ticket).toMatchObject({ rcc_ordernumber: 'ORD-12345', statuscode: TICKET_STATUS.unassigned });
    expect(second.sent[0]?.body).toContain('Une personne de notre équipe');
    expect(second.sent[0]?.body).not.toMatch(/FedEx|De quelle commande/);
  });

  it.each([
    'Please delete my account and all my data.',
    'Stop writing to me',
    'Add a second shirt to my order please',
    '12346 and delete my account',
  ])('is none when nothing was asked: "%s" gets no state of the order', async (text) => {
    const first = await desk.mail({ from, subject: 'My order', body: 'Where is my order 12345?' });
    expect(first.sent[0]?.body).toContain('out for delivery');
    const second = await answer(first, text);
    expect(second.sent.map(({ body }) => body).join()).not.toMatch(/out for delivery|ORD-1234/);
    expect(second.ticket).toMatchObject({ statuscode: TICKET_STATUS.unassigned });
  });

  it.each([
    'Thanks. And where is my other order?',
    'No, I meant a different order. Where is it?',
    'That is not the order I asked about! Where is my order from January?',
    'I placed another order last week, when will it ship?',
    'Thank you! My sister also ordered, where is hers?',
    'Where is order A-99-XK?',
    'Gracias. ¿Y dónde está mi otro pedido?',
  ])('is none about another order: "%s" gets no state of the one that was answered', async (text) => {
    const first = await desk.mail({ from, subject: 'My order', body: 'Where is my order 12345?' });
    const second = await answer(first, text);
    expect(second.sent).toHaveLength(1);
    expect(second.sent[0]?.body).not.toMatch(/out for delivery|en reparto|ORD-12345/);
  });

  it('is asked for once: the second time a person has it, and nothing is asked', async () => {
    const first = await desk.mail({ from, subject: 'My order', body: 'Where is my order?' });
    expect(first.sent[0]?.body).toContain('Which order is it about?');
    const second = await answer(first, 'But where is my order?');
    expect(second.ticket).toMatchObject({ statuscode: TICKET_STATUS.unassigned });
    expect(second.sent[0]?.body).toContain('A person from our team');
    expect(second.sent[0]?.body).not.toContain('Which order');
  });

  it.each(['My phone is 5551234', 'invoice 889123', 'my postcode is 90210', '12345 12359', '99999'])(
    'is no number of something else, nor one the shop does not know: "%s"',
    async (text) => {
      const first = await desk.mail({ from, subject: 'Hi', body: 'Where is my order?' });
      const second = await answer(first, text);
      expect(second.ticket).toMatchObject({ rcc_ordernumber: null });
      expect(second.sent.map(({ body }) => body).join()).not.toMatch(/ORD-(?:5551234|889123|90210|12345|12359)/);
    },
  );
});
