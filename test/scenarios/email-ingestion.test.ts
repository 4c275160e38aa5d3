import { DIRECTION, MESSAGE_STATUS, TICKET_STATUS } from '../desk/desk-words';
import { openProduct, type TestProduct } from '../product/open-product';

const NEW_TICKETS = (desk: TestProduct) => desk.rows('rcc_ticket').length;

describe('Email Ingestion', () => {
  let desk: TestProduct;
  let customers = 0;
  /** A sender nobody has written from before. */
  const stranger = () => `stranger${(customers += 1)}@example.com`;

  beforeAll(async () => {
    desk = await openProduct();
  });
  afterAll(() => desk.close());

  const setStatus = (ticketId: unknown, statuscode: number) =>
    desk.update('rcc_tickets', String(ticketId), { statuscode });

  it.each([
    ['an out-of-office reply', { 'Auto-Submitted': 'auto-replied' }, 'person@example.com'],
    ['a generated mail', { 'Auto-Submitted': 'auto-generated; type=report' }, 'robot@example.com'],
    ['a newsletter', { Precedence: 'bulk' }, 'news@example.com'],
    ['a list', { 'List-Id': '<deals.example.com>' }, 'deals@example.com'],
    ['a bounce', { 'Return-Path': '<>' }, 'someone@example.com'],
    ['a delivery report', { 'Content-Type': 'multipart/report; report-type=delivery-status' }, 'x@example.com'],
    ['the mail system', {}, 'MAILER-DAEMON@example.com'],
    ['the postmaster', {}, 'postmaster@example.com'],
    ['a mail that wants no automatic answer', { 'X-Auto-Response-Suppress': 'All' }, 'app@example.com'],
  ])('leaves %s alone: on record, but no ticket and no mail', async (_name, headers, from) => {
    const tickets = NEW_TICKETS(desk);
    const { runs, sent, inbound, events } = await desk.mail({
      from,
      subject: 'Where is order 12345?',
      body: 'Where is order 12345?',
      headers: headers as Record<string, string>,
    });
    expect(runs.map(({ status }) => status)).toEqual(['Succeeded']);
    expect({ sent, tickets: NEW_TICKETS(desk) }).toEqual({ sent: [], tickets });
    expect(inbound).toMatchObject({ rcc_status: MESSAGE_STATUS.received, _rcc_ticket_value: null });
    expect(events.map(({ type }) => type)).toEqual(['message.ignored']);
  });

  it('answers a person whose mail says that it is not automatic', async () => {
    const { sent } = await desk.mail({
      subject: 'Where is order 12345?',
      body: 'Where is it?',
      headers: { 'Auto-Submitted': 'no' },
    });
    expect(sent).toHaveLength(1);
  });

  it('brings a payment taken twice to a person, although only the parcel was asked about', async () => {
    const { sent, ticket } = await desk.mail({
      from: 'customer@example.com',
      subject: 'My parcel',
      body: 'Where is order 12355?',
    });
    expect(ticket?.statuscode).toBe(TICKET_STATUS.unassigned);
    expect(String(ticket?.rcc_reviewreasons).split('; ')).toEqual(['dispute_or_duplicate']);
    expect(String(ticket?.rcc_draftreply)).toContain('ORD-12355');
    expect(sent).toHaveLength(1);
    expect(sent[0]!.body).not.toContain('in transit');
  });

  it('starts no run for our own mail', async () => {
    const { runs, sent } = await desk.mail({ from: 'support@shop.example', body: 'Where is order 12345?' });
    expect({ runs, sent }).toEqual({ runs: [], sent: [] });
  });

  it('makes neither a second ticket nor a second mail when the same mail is delivered again', async () => {
    const first = await desk.mail({ from: stranger(), subject: 'Return', body: 'How do I return my order?' });
    const tickets = NEW_TICKETS(desk);
    expect(first.sent).toHaveLength(1);
    const again = await desk.mail({
      from: 'changed@example.com',
      subject: 'Return',
      body: 'How do I return my order?',
      internetMessageId: first.messageId,
    });
    expect(again.sent).toHaveLength(1);
    expect(NEW_TICKETS(desk)).toBe(tickets);
  });

  it('answers a second mail of a conversation on the same ticket', async () => {
    const from = 'customer@example.com';
    const first = await desk.mail({ from, subject: 'Where is order 12345?', body: 'Where is it?' });
    const second = await desk.mail({
      from,
      subject: 'Re: Where is order 12345?',
      body: 'And where is order 12358?',
      conversationId: String(first.inbound?.rcc_conversationid),
    });
    expect(second.ticket?.rcc_ticketnumber).toBe(first.ticket?.rcc_ticketnumber);
    expect(second.sent).toHaveLength(1);
    expect(second.ticket).toMatchObject({ statuscode: TICKET_STATUS.answered, rcc_statusversion: 1 });
  });

  it.each([
    ['In-Reply-To', (id: string) => ({ 'In-Reply-To': id })],
    ['References', (id: string) => ({ References: `${id} <other@example.com>` })],
  ])('finds the ticket by %s', async (_name, headers) => {
    const from = stranger();
    const first = await desk.mail({ from, subject: 'Return', body: 'How do I return my order?' });
    const second = await desk.mail({
      from,
      subject: 'something else',
      body: 'What is your return policy?',
      headers: headers(first.messageId),
      conversationId: `elsewhere-${first.messageId}`,
    });
    expect(second.ticket?.rcc_ticketnumber).toBe(first.ticket?.rcc_ticketnumber);
  });

  it('finds the ticket by our reference token, but only for its own customer', async () => {
    const from = stranger();
    const first = await desk.mail({ from, subject: 'Return', body: 'How do I return my order?' });
    const subject = `New mail [${String(first.ticket?.rcc_ticketnumber)}]`;
    const own = await desk.mail({ from, subject, body: 'What is your return policy?' });
    expect(own.ticket?.rcc_ticketnumber).toBe(first.ticket?.rcc_ticketnumber);
    const foreign = await desk.mail({ from: stranger(), subject, body: 'What is your return policy?' });
    expect(foreign.ticket?.rcc_ticketnumber).not.toBe(first.ticket?.rcc_ticketnumber);
  });

  it('never joins mails by their subject alone', async () => {
    const mail = { subject: 'Parcel broken', body: 'My parcel arrived broken. This is very annoying!' };
    const first = await desk.mail({ from: stranger(), ...mail });
    const second = await desk.mail({ from: stranger(), ...mail });
    expect(second.ticket?.rcc_ticketnumber).not.toBe(first.ticket?.rcc_ticketnumber);
  });

  it('joins a new mail about the same order to the ticket a person has, and sends nothing by itself', async () => {
    const mail = { from: 'customer@example.com', subject: 'Order 12355', body: 'I was charged twice for order 12355!' };
    const first = await desk.mail(mail);
    expect(first.ticket).toMatchObject({ statuscode: TICKET_STATUS.unassigned });
    const second = await desk.mail({ ...mail, subject: 'Still nothing', body: 'What about order 12355?' });
    expect(second.ticket?.rcc_ticketnumber).toBe(first.ticket?.rcc_ticketnumber);
    expect(second.sent).toEqual([]);
    expect(second.ticket).toMatchObject({ statuscode: TICKET_STATUS.unassigned });
    expect(String(second.ticket?.rcc_reviewreasons)).toContain('critical_priority');
  });

  it('finds the ticket of a business customer with hundreds of open ones: by the order and by the conversation', async () => {
    const from = stranger();
    const first = await desk.mail({ from, subject: 'Order 32231', body: 'I want a refund for order 32231!' });
    for (let ticket = 0; ticket < 300; ticket += 1) {
      await desk.create('rcc_tickets', {
        rcc_title: 'Another matter',
        rcc_channel: 727000000,
        rcc_customeremail: from,
        rcc_ordernumber: `ORD-${40000 + ticket}`,
        rcc_intent: 727000004,
        statuscode: TICKET_STATUS.assigned,
        rcc_statusversion: 1,
      });
    }
    const aboutOrder = await desk.mail({ from, subject: 'Refund', body: 'I want the refund for order 32231 now!' });
    expect(aboutOrder.ticket?.rcc_ticketnumber).toBe(first.ticket?.rcc_ticketnumber);
    const conversationId = String(first.inbound?.rcc_conversationid);
    const inThread = await desk.mail({ from, subject: 'Re: Order 32231', body: 'Any news?', conversationId });
    expect(inThread.ticket?.rcc_ticketnumber).toBe(first.ticket?.rcc_ticketnumber);
  });

  it.each([
    ['waiting for the customer', TICKET_STATUS.waiting, TICKET_STATUS.unassigned],
    ['resolved', TICKET_STATUS.resolved, TICKET_STATUS.unassigned],
    ['assigned', TICKET_STATUS.assigned, TICKET_STATUS.assigned],
  ])('a mail on a ticket that is %s goes back to a person', async (_name, before, after) => {
    const from = stranger();
    const first = await desk.mail({ from, subject: 'Return', body: 'How do I return my order?' });
    await setStatus(first.ticket?.rcc_ticketid, before);
    const second = await desk.mail({
      from,
      body: 'What is your return policy?',
      conversationId: String(first.inbound?.rcc_conversationid),
    });
    expect(second.sent).toEqual([]);
    expect(second.ticket).toMatchObject({ statuscode: after });
  });

  it.each([
    ['a Reply-To elsewhere', { replyTo: 'thief@elsewhere.example' }],
    [
      'a failed DMARC check',
      { headers: { 'Authentication-Results': 'mx.example; dmarc=fail header.from=example.com' } },
    ],
  ])('holds the answer on %s, and writes to the From address only', async (_name, more) => {
    const from = stranger();
    const { sent, ticket } = await desk.mail({ from, subject: 'Where is order 12345?', body: 'Where is it?', ...more });
    expect(ticket).toMatchObject({ statuscode: TICKET_STATUS.unassigned });
    expect(String(ticket?.rcc_reviewreasons)).toContain('unverified_sender');
    expect(sent.map(({ to }) => to)).toEqual([from]);
    expect(sent[0]?.body).not.toContain('out for delivery');
  });

  it("says nothing about somebody else's order", async () => {
    const { sent, ticket } = await desk.mail({
      from: stranger(),
      subject: 'Order 20001',
      body: 'Where is order 20001?',
    });
    // Only what is written: ids of runs and mails are random and may hold any letters.
    const letters = sent.map(({ subject, body }) => [subject, body]);
    const written = JSON.stringify([letters, ticket?.rcc_ordercontext, ticket?.rcc_draftreply]);
    expect(written).not.toMatch(/other@example\.com|UPS|FedEx|\b1Z[0-9A-Z]{4,}|in transit|out for delivery|EUR/);
  });

  it('raises a ticket when a critical message joins it, and never lowers it', async () => {
    const from = stranger();
    const first = await desk.mail({
      from,
      subject: 'Order 32201',
      body: 'I want a refund for order 32201, it is broken!',
    });
    expect(first.ticket).toMatchObject({ statuscode: TICKET_STATUS.unassigned });
    const second = await desk.mail({
      from,
      subject: 'Order 32201',
      body: 'Order 32201 caught fire and burned my hand!',
    });
    expect(second.ticket).toMatchObject({
      rcc_ticketnumber: first.ticket?.rcc_ticketnumber,
      rcc_priority: 727000003,
      rcc_sentiment: 727000002,
    });
    expect(String(second.ticket?.rcc_reviewreasons)).toContain('safety');
    const third = await desk.mail({ from, subject: 'Order 32201', body: 'Where is order 32201?' });
    expect(third.ticket).toMatchObject({ rcc_ticketnumber: first.ticket?.rcc_ticketnumber, rcc_priority: 727000003 });
  });

  it('answers a question that has nothing to do with the open ticket of the same customer', async () => {
    const from = stranger();
    const first = await desk.mail({ from, subject: 'URGENT: Double charged!!', body: 'I was charged twice!' });
    expect(first.ticket).toMatchObject({ statuscode: TICKET_STATUS.unassigned });
    const second = await desk.mail({ from, subject: 'Return', body: 'How do I return my order?' });
    expect(second.ticket?.rcc_ticketnumber).not.toBe(first.ticket?.rcc_ticketnumber);
    expect(second.sent).toHaveLength(1);
    const third = await desk.mail({ from, subject: 'Payment', body: 'Which payment methods do you accept?' });
    expect(third.ticket?.rcc_ticketnumber).not.toBe(first.ticket?.rcc_ticketnumber);
  });

  it('keeps the order context of the ticket when a further mail names no order', async () => {
    const from = stranger();
    const first = await desk.mail({ from, subject: 'Order 32211', body: 'I want a refund for order 32211!' });
    const second = await desk.mail({
      from,
      body: 'Any news?',
      conversationId: String(first.inbound?.rcc_conversationid),
    });
    expect(second.ticket?.rcc_ticketnumber).toBe(first.ticket?.rcc_ticketnumber);
    expect(first.ticket?.rcc_ordercontext).toBeTruthy();
    expect(second.ticket?.rcc_ordercontext).toBe(first.ticket?.rcc_ordercontext);
  });

  describe('attachments', () => {
    const attachments = [
      { name: 'broken cup.jpg', contentType: 'image/jpeg', contentBytes: 'AAAA' },
      { name: 'invoice.pdf', contentType: 'application/pdf', contentBytes: 'AAAAAAAA' },
    ];

    it('are noted on the message with name and size', async () => {
      const { inbound, sent } = await desk.mail({ subject: 'Return', body: 'How do I return my order?', attachments });
      expect(JSON.parse(String(inbound?.rcc_attachments))).toMatchObject([
        { name: 'broken cup.jpg', size: 3 },
        { name: 'invoice.pdf', size: 6 },
      ]);
      expect(sent).toHaveLength(1);
      const plain = await desk.mail({ subject: 'Return', body: 'How do I return my order?' });
      expect(plain.inbound?.rcc_attachments).toBeNull();
    });

    it('without a text are looked at by a person, and the customer is told so', async () => {
      const mail = { from: stranger(), subject: 'How do I return my order?', body: ' ' };
      const { ticket, sent } = await desk.mail({ ...mail, attachments });
      expect(ticket).toMatchObject({ statuscode: TICKET_STATUS.unassigned, rcc_requireshumanreview: true });
      expect(String(ticket?.rcc_reviewreasons).split('; ')).toContain('attachments_only');
      expect(sent).toHaveLength(1);
      expect(sent[0]?.body).toContain('A person from our team');
      const without = await desk.mail({ ...mail, from: stranger() });
      expect(String(without.ticket?.rcc_reviewreasons)).not.toContain('attachments_only');
    });
  });

  describe('a mail whose runs died in the middle of their work', () => {
    const administratorMails = () =>
      [...desk.product.platform.outlook.sent()].filter(({ to }) => to.startsWith('administrator')).length;
    /** Its row as the dead runs left it. */
    const takenIn = async (attempts: number) => {
      const mail = {
        from: stranger(),
        subject: 'Return',
        body: 'How do I return my order?',
        internetMessageId: `<died-${(customers += 1)}@example.com>`,
      };
      await desk.create('rcc_messages', {
        rcc_subject: mail.subject,
        rcc_internetmessageid: mail.internetMessageId,
        rcc_direction: DIRECTION.inbound,
        rcc_status: MESSAGE_STATUS.queued,
        rcc_attempts: attempts,
      });
      return mail;
    };

    it.each([1, 2])('is answered when it was taken in %i time(s) before', async (attempts) => {
      const { ticket, sent, inbound } = await desk.mail(await takenIn(attempts));
      expect(ticket).toMatchObject({ statuscode: TICKET_STATUS.answered });
      expect(sent).toHaveLength(1);
      expect(inbound).toMatchObject({ rcc_status: MESSAGE_STATUS.received, rcc_attempts: attempts + 1 });
    });

    it('is set aside after the third time: a person gets it, the administrator hears once, nobody tries again', async () => {
      const mail = await takenIn(3);
      const told = administratorMails();
      const first = await desk.mail(mail);
      expect(first.inbound).toMatchObject({ rcc_status: MESSAGE_STATUS.failed });
      expect(first.ticket).toMatchObject({ statuscode: TICKET_STATUS.unassigned, rcc_reviewreasons: 'set_aside' });
      expect(first.sent).toEqual([]);
      expect(administratorMails()).toBe(told + 1);

      const again = await desk.mail(mail);
      expect(again.runs.map(({ status }) => status)).toEqual(['Succeeded']);
      expect(again.inbound).toMatchObject({ rcc_status: MESSAGE_STATUS.failed, rcc_attempts: 3 });
      expect(again.events.map(({ type }) => type)).toEqual(first.events.map(({ type }) => type));
      expect(administratorMails()).toBe(told + 1);
    });
  });

  it('counts few billable actions on every way', async () => {
    const from = stranger();
    const costs = async (mail: Parameters<TestProduct['mail']>[0]) => (await desk.mail(mail)).runs[0]?.billableActions;
    const answered = await desk.mail({ from, subject: 'Return', body: 'How do I return my order?' });
    const complaint = { from, subject: 'Order 32221', body: 'I want a refund for order 32221!' };
    const handedOver = await desk.mail(complaint);
    await setStatus(handedOver.ticket?.rcc_ticketid, TICKET_STATUS.assigned);
    expect({
      answered: answered.runs[0]?.billableActions,
      handedOver: handedOver.runs[0]?.billableActions,
      joined: await costs(complaint),
      ignored: await costs({ body: 'Away', headers: { 'Auto-Submitted': 'auto-replied' } }),
      again: await costs({ from, body: 'x', internetMessageId: answered.messageId }),
    }).toEqual({ answered: 15, handedOver: 15, joined: 12, ignored: 8, again: 8 });
  });

  it('takes an empty mail, a huge one and one in HTML', async () => {
    const empty = await desk.mail({ from: stranger(), subject: '', body: '' });
    expect(empty.ticket).toMatchObject({ statuscode: TICKET_STATUS.unassigned });
    const huge = await desk.mail({
      from: stranger(),
      subject: 'x'.repeat(3000),
      body: 'How do I return it? '.repeat(20_000),
    });
    expect(huge.runs.map(({ status }) => status)).toEqual(['Succeeded']);
    expect(huge.sent).toHaveLength(1);
    const html = await desk.mail({
      subject: 'Question',
      body: '<html><body><!-- ignore --><p>Where is order <b>12358</b>?</p><blockquote>old</blockquote></body></html>',
      isHtml: true,
    });
    expect(html.sent[0]?.body).toContain('in transit');
  });
});
