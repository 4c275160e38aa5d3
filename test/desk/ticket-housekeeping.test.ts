import { randomUUID } from 'node:crypto';
import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import type { RunRecord } from '../../workbench/flow-engine/types';
import { DEMO_USERS } from '../../workbench/start/demo-desk';
import { openProduct, type TestProduct } from '../product/open-product';
import { agent, createTicket, newCustomer, onTicket, queueReply, resultOf, ticketNow } from './desk-ticket';
import { CHANNEL, DIRECTION, MESSAGE_STATUS, TICKET_STATUS, runsOf } from './desk-words';
import { itKeepsItsPromises } from './fault-matrix';
import { createInterruptions, refusal } from './interruptions';
import { situations } from './situations/ticket-housekeeping';

const FLOW = 'Ticket Housekeeping';
/** Their doings are shown by their own tests; without Email Ingestion a mail stays unknown, as while the tables are away. */
const OTHERS = [
  'Daily Ticket Summary',
  'Email Ingestion',
  'Escalation for Delayed Tickets',
  'Publish Metrics',
  'Send Agent Reply',
  'Ticket Auto-Assignment',
  'Ticket Resolution',
  'Ticket Status Recording',
];

const between = createInterruptions();
let product: TestProduct;
beforeAll(async () => {
  product = await openProduct({
    desk: true,
    off: [FLOW, ...OTHERS],
    start: new Date('2026-03-10T08:00:00Z'),
    wrapConnector: between.wrapConnector,
  });
});
afterAll(() => product.close());
afterEach(() => between.clear());

const minutesAgo = (minutes: number): string => product.instantIn(-minutes);
const hoursAgo = (hours: number): string => minutesAgo(hours * 60);

async function keepHouse() {
  product.product.platform.raise(FLOW, {});
  const runs = await product.idle();
  return { run: runsOf(FLOW, runs).at(-1)!, result: resultOf(runs, FLOW) };
}
const eventsAbout = ({ rcc_ticketid }: PresentedRow) =>
  product.product.proxy.store.eventsAbout({ ticketId: String(rcc_ticketid) });

const hoursBefore = (since: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(since).map(([column, hours]) => [column, hoursAgo(hours)]));
/** How many stuck messages a run looked at. */
const stuckIn = ({ actions }: RunRecord) =>
  actions.filter(({ name, status }) => name === 'What_to_do' && status !== 'Skipped').length;

describe('tickets', () => {
  it('costs thirteen actions when there is nothing to do', async () => {
    const { run, result } = await keepHouse();
    expect(run).toMatchObject({ status: 'Succeeded', billableActions: 13 });
    expect(result).toEqual({ tickets: 0 });
  });

  it.each([
    ['answered', TICKET_STATUS.answered, {}],
    [
      'waiting for the customer',
      TICKET_STATUS.waiting,
      { rcc_lastcustomeractivityon: 80, rcc_slapausedsince: 73, rcc_lastagentactivityon: 73 },
    ],
  ] as const)('resolves a ticket that is %s after three days of silence', async (_name, statuscode, since) => {
    const ticket = await createTicket(product, { statuscode });
    await product.pass(80 * 60);
    await product.update('rcc_tickets', String(ticket.rcc_ticketid), {
      rcc_firstrespondedon: hoursAgo(79),
      ...hoursBefore(since),
    });
    await keepHouse();
    expect(ticketNow(product, ticket)).toMatchObject({
      statuscode: TICKET_STATUS.resolved,
      rcc_statusversion: 2,
      rcc_resolutionkind: 727000001,
      rcc_resolvedon: hoursAgo(0).replace('.000', ''),
    });
  });

  it('resolves nothing while anybody has the next word', async () => {
    const cases = [
      ['the customer wrote a day ago', TICKET_STATUS.answered, { rcc_lastcustomeractivityon: 24 }],
      ['the agent wrote a day ago', TICKET_STATUS.waiting, { rcc_lastagentactivityon: 24 }],
      ['it waits since yesterday', TICKET_STATUS.waiting, { rcc_slapausedsince: 24 }],
      ['it was answered a day ago', TICKET_STATUS.answered, { rcc_firstrespondedon: 24 }],
      ['somebody has it', TICKET_STATUS.assigned, { rcc_lastcustomeractivityon: 80 }],
      ['it is snoozed', TICKET_STATUS.waiting, { rcc_lastcustomeractivityon: 80, rcc_snoozeduntil: -24 }],
    ] as const;
    const tickets = await Promise.all(cases.map(([, statuscode]) => createTicket(product, { statuscode })));
    await product.pass(100 * 60);
    for (const [index, [, , since]] of cases.entries()) {
      await product.update('rcc_tickets', String(tickets[index]!.rcc_ticketid), hoursBefore(since));
    }
    await keepHouse();
    const moved = cases.filter((_one, index) => ticketNow(product, tickets[index]!).rcc_statusversion !== 1);
    expect(moved.map(([name]) => name)).toEqual([]);
  });

  it('resolves nothing when the customer writes while the run goes on', async () => {
    const ticket = await createTicket(product, { statuscode: TICKET_STATUS.waiting });
    await product.pass(80 * 60);
    between.before('Read_silent_again', async () => {
      await product.update('rcc_tickets', String(ticket.rcc_ticketid), {
        statuscode: TICKET_STATUS.assigned,
        rcc_statusversion: 2,
      });
    });
    await keepHouse();
    expect(ticketNow(product, ticket)).toMatchObject({ statuscode: TICKET_STATUS.assigned, rcc_statusversion: 2 });
  });

  it('closes what was resolved two weeks ago, and records it', async () => {
    const old = await createTicket(product, {
      statuscode: TICKET_STATUS.resolved,
      rcc_resolvedon: hoursAgo(14 * 24 + 1),
    });
    const young = await createTicket(product, {
      statuscode: TICKET_STATUS.resolved,
      rcc_resolvedon: hoursAgo(13 * 24),
    });
    await keepHouse();
    expect(ticketNow(product, old)).toMatchObject({
      statecode: 1,
      statuscode: TICKET_STATUS.closed,
      rcc_statusversion: 2,
    });
    expect(ticketNow(product, young)).toMatchObject({ statecode: 0, statuscode: TICKET_STATUS.resolved });
    expect(
      (await eventsAbout(old)).map(({ type, payload }) => [type, (payload as { status_to?: string }).status_to]),
    ).toEqual([['ticket.status_changed', 'closed']]);
  });

  it('closes nothing that is reopened while the run goes on', async () => {
    const ticket = await createTicket(product, {
      statuscode: TICKET_STATUS.resolved,
      rcc_resolvedon: hoursAgo(14 * 24 + 1),
    });
    between.before('Read_resolved_again', async () => {
      await product.update('rcc_tickets', String(ticket.rcc_ticketid), {
        statuscode: TICKET_STATUS.unassigned,
        rcc_statusversion: 2,
      });
    });
    await keepHouse();
    expect(ticketNow(product, ticket)).toMatchObject({ statecode: 0, statuscode: TICKET_STATUS.unassigned });
  });

  it('wakes what was snoozed until now', async () => {
    const ticket = await createTicket(product, { rcc_snoozeduntil: minutesAgo(1) });
    const later = await createTicket(product, { rcc_snoozeduntil: minutesAgo(-1) });
    await keepHouse();
    expect(ticketNow(product, ticket)).toMatchObject({ rcc_snoozeduntil: null, rcc_statusversion: 1 });
    expect(ticketNow(product, later).rcc_snoozeduntil).not.toBeNull();
  });

  it('hands a ticket to a person that is New for a quarter of an hour', async () => {
    const columns = { statuscode: TICKET_STATUS.new, rcc_statusversion: 0 };
    const stuck = await createTicket(product, columns);
    await product.pass(16);
    const young = await createTicket(product, columns);
    await keepHouse();
    expect(ticketNow(product, stuck)).toMatchObject({
      statuscode: TICKET_STATUS.unassigned,
      rcc_statusversion: 1,
      rcc_requireshumanreview: true,
      rcc_reviewreasons: 'not_processed',
    });
    expect(ticketNow(product, young)).toMatchObject({ statuscode: TICKET_STATUS.new, rcc_statusversion: 0 });
    expect((await eventsAbout(stuck)).map(({ type }) => type)).toEqual(['ticket.status_changed']);
  });

  it('leaves a New ticket alone that is answered while the run goes on', async () => {
    const ticket = await createTicket(product, { statuscode: TICKET_STATUS.new, rcc_statusversion: 0 });
    await product.pass(16);
    between.before('Read_new_again', async () => {
      await product.update('rcc_tickets', String(ticket.rcc_ticketid), {
        statuscode: TICKET_STATUS.answered,
        rcc_statusversion: 1,
      });
    });
    await keepHouse();
    expect(ticketNow(product, ticket)).toMatchObject({ statuscode: TICKET_STATUS.answered, rcc_statusversion: 1 });
  });
});

const deliver = (mail: { from: string; subject?: string; body: string; headers?: Record<string, string> }) =>
  product.mail({ subject: 'Payment', ...mail });
const inboundOf = (messageId: string) =>
  product.rows('rcc_message').filter(({ rcc_internetmessageid }) => rcc_internetmessageid === messageId);
const ticketsOf = (customer: string) => product.rows('rcc_ticket').filter((row) => row.rcc_customeremail === customer);

describe('mails', () => {
  it('takes up a mail nobody has seen, for a person, and answers nothing by itself', async () => {
    const from = newCustomer();
    const { messageId } = await deliver({
      from,
      body: 'I was charged twice!',
    });
    await product.pass(6);
    const { run } = await keepHouse();
    expect(run.status).toBe('Succeeded');
    const [ticket, ...others] = ticketsOf(from);
    expect(others).toEqual([]);
    expect(ticket).toMatchObject({
      statuscode: TICKET_STATUS.unassigned,
      rcc_statusversion: 1,
      rcc_intent: 727000004,
      rcc_requireshumanreview: true,
    });
    expect(String(ticket!.rcc_reviewreasons).split('; ')).toContain('taken_up_late');
    expect(inboundOf(messageId)).toMatchObject([
      { rcc_status: MESSAGE_STATUS.received, _rcc_ticket_value: ticket!.rcc_ticketid, rcc_attempts: 1 },
    ]);
    expect([...product.product.platform.outlook.sent()].filter(({ to }) => to === from)).toEqual([]);
    await keepHouse();
    expect(ticketsOf(from)).toHaveLength(1);
    expect(inboundOf(messageId)).toHaveLength(1);
  });

  it('leaves mails of the last minutes and of the mailbox itself alone', async () => {
    const young = await deliver({ from: newCustomer(), body: 'Where is order 12345?' });
    const own = await deliver({ from: 'support@shop.example', body: 'A copy of our own answer' });
    await keepHouse();
    expect(inboundOf(young.messageId)).toEqual([]);
    await product.pass(6);
    await keepHouse();
    expect(inboundOf(young.messageId)).toHaveLength(1);
    expect(inboundOf(own.messageId)).toEqual([]);
  });

  it('makes no ticket of a message a machine has sent, and does not look at it twice', async () => {
    const from = newCustomer();
    const { messageId } = await deliver({
      from,
      body: 'I am out of office.',
      headers: { 'Auto-Submitted': 'auto-replied' },
    });
    await product.pass(6);
    await keepHouse();
    expect(ticketsOf(from)).toEqual([]);
    expect(inboundOf(messageId)).toMatchObject([{ rcc_status: MESSAGE_STATUS.received, _rcc_ticket_value: null }]);
    expect(stuckIn((await keepHouse()).run)).toBe(0);
  });

  it('adds a mail to the ticket it belongs to, and gives a waiting one back to its agent', async () => {
    const from = newCustomer();
    const conversation = randomUUID();
    const waiting = await createTicket(product, {
      ...agent(DEMO_USERS.carla),
      rcc_customeremail: from,
      rcc_conversationid: conversation,
      statuscode: TICKET_STATUS.waiting,
      rcc_statusversion: 4,
      rcc_slapausedsince: hoursAgo(2),
      rcc_reviewreasons: 'money',
    });
    await product.idle();
    await product.mail({ from, subject: 'Re: Payment', body: 'Thank you, here it is.', conversationId: conversation });
    await product.pass(6);
    await keepHouse();
    const now = ticketNow(product, waiting);
    expect(now).toMatchObject({
      statuscode: TICKET_STATUS.assigned,
      rcc_slapausedsince: null,
      rcc_title: 'Charged twice',
    });
    expect(String(now.rcc_reviewreasons).split('; ')).toEqual(expect.arrayContaining(['money', 'taken_up_late']));
    expect(ticketsOf(from)).toHaveLength(1);
  });

  it('adds a mail to a ticket somebody works on without changing its status', async () => {
    const from = newCustomer();
    const conversation = randomUUID();
    const ticket = await createTicket(product, {
      ...agent(DEMO_USERS.carla),
      rcc_customeremail: from,
      rcc_conversationid: conversation,
      statuscode: TICKET_STATUS.inProgress,
      rcc_statusversion: 3,
      rcc_lastcustomeractivityon: hoursAgo(5),
    });
    await product.idle();
    await product.mail({ from, subject: 'Re: Payment', body: 'One thing more.', conversationId: conversation });
    const received = product.clock.now().toISOString().replace('.000', '');
    await product.pass(6);
    await keepHouse();
    expect(ticketNow(product, ticket)).toMatchObject({
      statuscode: TICKET_STATUS.inProgress,
      rcc_statusversion: 3,
      rcc_lastcustomeractivityon: received,
      rcc_requireshumanreview: true,
    });
  });

  it('looks through more than one page of mails', async () => {
    const from = newCustomer();
    const { messageId } = await deliver({ from, body: 'I was charged twice!' });
    for (let number = 0; number < 1000; number += 1) {
      product.product.platform.deliverMail({
        from: 'support@shop.example',
        subject: `Copy ${number}`,
        body: 'Our own',
      });
    }
    const last = await deliver({ from, subject: 'Another', body: 'Where is order 12345?' });
    await product.pass(6);
    await keepHouse();
    expect(inboundOf(messageId)).toHaveLength(1);
    expect(inboundOf(last.messageId)).toHaveLength(1);
  });
});

/** A row of a customer's mail that is still in work. */
const inWork = (from: string, columns: Readonly<Record<string, unknown>> = {}) =>
  product.create('rcc_messages', {
    rcc_subject: 'Payment',
    rcc_internetmessageid: `<${randomUUID()}@example.com>`,
    rcc_direction: DIRECTION.inbound,
    rcc_channel: CHANNEL.email,
    rcc_author: 727000000,
    rcc_status: MESSAGE_STATUS.queued,
    rcc_conversationid: randomUUID(),
    rcc_body: '<p>I was charged twice!</p>',
    rcc_fromaddress: from,
    rcc_senton: minutesAgo(0),
    rcc_attempts: 1,
    ...columns,
  });
/** An agent's reply nobody has sent yet. */
const reply = (ticket: PresentedRow, columns: Readonly<Record<string, unknown>> = {}) =>
  queueReply(product, { rcc_body: 'We look into it.', ...onTicket(ticket.rcc_ticketid), ...columns });
const messageNow = ({ rcc_messageid }: PresentedRow) =>
  product.rows('rcc_message').find((row) => row.rcc_messageid === rcc_messageid)!;

describe('messages that are stuck', () => {
  it('takes up a customer’s message whose run died a quarter of an hour ago', async () => {
    const from = newCustomer();
    const row = await inWork(from);
    await product.pass(10);
    await keepHouse();
    expect(messageNow(row).rcc_status).toBe(MESSAGE_STATUS.queued);
    await product.pass(6);
    await keepHouse();
    const [ticket] = ticketsOf(from);
    expect(ticket).toMatchObject({ statuscode: TICKET_STATUS.unassigned, rcc_intent: 727000004 });
    expect(messageNow(row)).toMatchObject({
      rcc_status: MESSAGE_STATUS.received,
      rcc_attempts: 2,
      _rcc_ticket_value: ticket!.rcc_ticketid,
    });
  });

  it('leaves a ticket answered that was answered before the run died', async () => {
    const from = newCustomer();
    const row = await inWork(from);
    await product.pass(16);
    between.before('Find_ticket_now', async () => {
      const events = await product.product.proxy.store.eventsAbout({ messageId: String(row.rcc_internetmessageid) });
      const created = events.find(({ type }) => type === 'ticket.created');
      await product.create('rcc_tickets', {
        rcc_ticketid: (created!.payload as { ticket_id: string }).ticket_id,
        rcc_title: 'Payment',
        rcc_channel: CHANNEL.email,
        rcc_customeremail: from,
        statuscode: TICKET_STATUS.answered,
        rcc_statusversion: 1,
        rcc_lastcustomeractivityon: minutesAgo(-1),
      });
    });
    await keepHouse();
    expect(ticketsOf(from)).toMatchObject([{ statuscode: TICKET_STATUS.answered, rcc_statusversion: 1 }]);
    expect(messageNow(row).rcc_status).toBe(MESSAGE_STATUS.received);
  });

  it('sets a message aside for a person after three attempts, on the ticket of its conversation', async () => {
    const from = newCustomer();
    const alone = await inWork(from, { rcc_attempts: 3 });
    const conversation = randomUUID();
    const begun = await createTicket(product, {
      rcc_customeremail: from,
      rcc_conversationid: conversation,
      ...agent(DEMO_USERS.carla),
      statuscode: TICKET_STATUS.answered,
    });
    await product.idle();
    await product.update('rcc_tickets', String(begun.rcc_ticketid), {
      statuscode: TICKET_STATUS.inProgress,
      rcc_statusversion: 5,
    });
    const joined = await inWork(from, { rcc_attempts: 3, rcc_conversationid: conversation });
    await product.pass(16);
    await keepHouse();
    expect(messageNow(alone)).toMatchObject({
      rcc_status: MESSAGE_STATUS.failed,
      _rcc_ticket_value: alone.rcc_messageid,
    });
    expect(ticketsOf(from).find(({ rcc_ticketid }) => rcc_ticketid === alone.rcc_messageid)).toMatchObject({
      statuscode: TICKET_STATUS.unassigned,
      rcc_statusversion: 1,
      rcc_reviewreasons: 'set_aside',
      rcc_requireshumanreview: true,
    });
    expect(messageNow(joined)).toMatchObject({
      rcc_status: MESSAGE_STATUS.failed,
      _rcc_ticket_value: begun.rcc_ticketid,
    });
    expect(ticketNow(product, begun)).toMatchObject({
      statuscode: TICKET_STATUS.inProgress,
      rcc_statusversion: 5,
      rcc_reviewreasons: 'set_aside',
    });
    expect(stuckIn((await keepHouse()).run)).toBe(0);
  });

  it('starts the flow again that should have sent an agent’s reply, and gives up after three times, visibly', async () => {
    const ticket = await createTicket(product, { rcc_reviewreasons: 'money' });
    const row = await reply(ticket);
    await keepHouse();
    expect(messageNow(row).rcc_attempts).toBeNull();
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await product.pass(16);
      await keepHouse();
      expect(messageNow(row)).toMatchObject({ rcc_status: MESSAGE_STATUS.queued, rcc_attempts: attempt });
    }
    await product.pass(16);
    await keepHouse();
    expect(messageNow(row).rcc_status).toBe(MESSAGE_STATUS.unknown);
    expect(ticketNow(product, ticket)).toMatchObject({
      rcc_requireshumanreview: true,
      rcc_reviewreasons: 'money; mail_unknown',
      statuscode: TICKET_STATUS.unassigned,
    });
  });
});

describe('the run', () => {
  it('does the other steps when one fails, and fails in the end', async () => {
    const from = newCustomer();
    const [ticket, row] = [await createTicket(product, { rcc_snoozeduntil: minutesAgo(1) }), await inWork(from)];
    await product.pass(16);
    between.before('Get_mails', () => Promise.resolve(refusal(400)));
    const { run } = await keepHouse();
    expect(run.status).toBe('Failed');
    expect(ticketNow(product, ticket).rcc_snoozeduntil).toBeNull();
    expect(messageNow(row).rcc_status).toBe(MESSAGE_STATUS.received);
    expect(product.rows('rcc_errorlog').filter(({ rcc_runid }) => rcc_runid === run.runId)).toHaveLength(1);
  });
});

describe('with the other flows', () => {
  it('and Email Ingestion make one ticket of one mail', async () => {
    const together = await openProduct({ desk: true, start: new Date('2026-03-10T08:01:00Z') });
    try {
      const from = newCustomer();
      await together.mail({ from, subject: 'Payment', body: 'I was charged twice!' });
      await together.clock.runUntil(new Date('2026-03-10T09:00:00Z'));
      await together.idle();
      const tickets = together.rows('rcc_ticket').filter((row) => row.rcc_customeremail === from);
      expect(tickets).toHaveLength(1);
      expect(together.rows('rcc_errorlog')).toEqual([]);
    } finally {
      await together.close();
    }
  });
});

describe('with faults', () => itKeepsItsPromises(FLOW, situations, { off: [FLOW, ...OTHERS] }));
