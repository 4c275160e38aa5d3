import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import { DEMO_USERS } from '../../workbench/start/demo-desk';
import { openProduct, SCHEDULED, type TestProduct } from '../product/open-product';
import { agent, createTicket, mailsAbout, newCustomer, remindersOf, resultOf, ticketNow } from './desk-ticket';
import { CHANNEL, MESSAGE_STATUS, TICKET_STATUS } from './desk-words';
import { createInterruptions, refusal } from './interruptions';
import { itKeepsItsPromises } from './fault-matrix';
import { situations } from './situations/ticket-resolution';

const FLOW = 'Ticket Resolution';
const CONFIRMED = 727000000;
const ASSUMED = 727000001;

let product: TestProduct;
const interruptions = createInterruptions();

beforeAll(async () => {
  product = await openProduct({ desk: true, off: SCHEDULED, wrapConnector: interruptions.wrapConnector });
});
afterAll(() => product.close());
afterEach(() => interruptions.clear());

const write = async (ticket: PresentedRow, columns: Record<string, unknown>): Promise<void> => {
  await product.update('rcc_tickets', String(ticket.rcc_ticketid), columns);
};
const outboundOf = ({ rcc_ticketid }: PresentedRow) =>
  product
    .rows('rcc_message')
    .filter((row) => String(row.rcc_internetmessageid).startsWith(`survey:${String(rcc_ticketid)}:`));
const eventsOf = async ({ rcc_ticketid }: PresentedRow) =>
  (await product.product.proxy.store.eventsAbout({ ticketId: String(rcc_ticketid) })).map(({ type }) => type);
const toCustomer = (ticket: PresentedRow) => mailsAbout(product, ticket, String(ticket.rcc_customeremail));

/** A ticket of a mail that a person has to see to. */
async function ticketOfMail(): Promise<{ ticket: PresentedRow; messageId: string }> {
  const from = newCustomer();
  const { ticket, messageId } = await product.mail({
    from,
    subject: 'Payment',
    body: 'I was charged twice for my order!',
  });
  expect(ticket?.statuscode).toBe(TICKET_STATUS.unassigned);
  return { ticket: ticket!, messageId };
}

/** Somebody resolves the ticket in the app. */
async function resolve(ticket: PresentedRow, columns: Record<string, unknown> = {}) {
  const { rcc_statusversion } = ticketNow(product, ticket);
  const mailsBefore = toCustomer(ticket).length;
  const row = await product.update('rcc_tickets', String(ticket.rcc_ticketid), {
    statuscode: TICKET_STATUS.resolved,
    rcc_statusversion: Number(rcc_statusversion) + 1,
    ...columns,
  });
  const runs = (await product.idle()).filter(({ flowName }) => flowName === FLOW);
  return { row, runs, now: ticketNow(product, ticket), mails: toCustomer(ticket).slice(mailsBefore) };
}

it('tells the customer in the thread of the last mail, with a signed link, and keeps the message', async () => {
  const { ticket, messageId } = await ticketOfMail();
  await write(ticket, agent(DEMO_USERS.carla));
  await product.idle();
  expect(remindersOf(product, ticket)).toHaveLength(1);
  const { now, runs, mails } = await resolve(ticket, { rcc_slapausedsince: product.instantIn(-60) });
  expect(runs).toMatchObject([{ status: 'Succeeded' }]);
  expect(now).toMatchObject({
    statuscode: TICKET_STATUS.resolved,
    rcc_resolutionkind: CONFIRMED,
    rcc_remindereventid: null,
    rcc_slapausedsince: null,
  });
  expect(now.rcc_resolvedon).toBe(now.modifiedon);
  expect(remindersOf(product, ticket)).toEqual([]);
  expect(mails).toHaveLength(1);
  const inbound = [...product.product.platform.outlook.inbox()].find((mail) => mail.internetMessageId === messageId);
  expect(mails[0]).toMatchObject({ answers: inbound?.id, to: ticket.rcc_customeremail });
  expect(mails[0]!.body).toMatch(/href="[^"]+\/feedback\?t=[\w-]+\.[\w-]+"/);
  expect(outboundOf(ticket)).toMatchObject([
    { rcc_status: MESSAGE_STATUS.sent, rcc_author: 727000002, _rcc_ticket_value: ticket.rcc_ticketid },
  ]);
  expect(resultOf(runs, FLOW)).toEqual({
    ticket_id: ticket.rcc_ticketid,
    resolution_status: 'resolved',
    notification_status: 'sent',
  });
  expect(runs[0]!.billableActions).toBe(16);
  expect((await eventsOf(ticket)).slice(-3)).toEqual(['ticket.resolved', 'reply.claimed', 'message.replied']);
});

it('writes a new mail when there is none to answer', async () => {
  const ticket = await createTicket(product, { rcc_channel: CHANNEL.app });
  const { mails, runs } = await resolve(ticket);
  expect(mails).toHaveLength(1);
  expect(mails[0]!.answers).toBeUndefined();
  expect(runs[0]!.billableActions).toBe(15);
});

it('tells nobody when no address is known', async () => {
  const ticket = await createTicket(product, { rcc_channel: CHANNEL.chat, rcc_customeremail: null });
  const { now, runs } = await resolve(ticket);
  expect(now.rcc_resolvedon).not.toBeNull();
  expect(outboundOf(ticket)).toEqual([]);
  expect(resultOf(runs, FLOW)).toMatchObject({ resolution_status: 'resolved', notification_status: 'not_needed' });
  expect(await eventsOf(ticket)).toEqual(['ticket.resolved']);
});

it('writes once when the same change is delivered again', async () => {
  const ticket = await createTicket(product);
  const { row, now } = await resolve(ticket);
  await product.pass(24 * 60);
  product.product.platform.raise(FLOW, { body: row });
  const runs = await product.idle();
  expect(toCustomer(ticket)).toHaveLength(1);
  expect(outboundOf(ticket)).toMatchObject([{ rcc_status: MESSAGE_STATUS.sent }]);
  expect(ticketNow(product, ticket).rcc_resolvedon).toBe(now.rcc_resolvedon);
  expect(resultOf(runs, FLOW)).toMatchObject({ notification_status: 'sent_before' });
  expect((await eventsOf(ticket)).filter((type) => type === 'message.replied')).toHaveLength(1);
});

it.each(['Get_ticket', 'Save_resolution'])('writes nothing when the ticket is reopened before %s', async (action) => {
  const ticket = await createTicket(product);
  interruptions.before(action, () => write(ticket, { statuscode: TICKET_STATUS.unassigned, rcc_statusversion: 3 }));
  const { now, mails } = await resolve(ticket);
  expect(now).toMatchObject({ statuscode: TICKET_STATUS.unassigned, rcc_statusversion: 3 });
  expect(mails).toEqual([]);
});

it('leaves the row of a ticket alone that went on before the run came to it', async () => {
  const ticket = await createTicket(product);
  interruptions.before('Get_ticket', () => write(ticket, { statuscode: TICKET_STATUS.assigned, rcc_statusversion: 3 }));
  const { now } = await resolve(ticket);
  expect(now).toMatchObject({ rcc_resolvedon: null, rcc_resolutionkind: null });
});

it('keeps when and how Housekeeping took it for resolved', async () => {
  const ticket = await createTicket(product, {
    statuscode: TICKET_STATUS.answered,
    rcc_firstrespondedon: product.instantIn(-4320),
  });
  const { now, mails } = await resolve(ticket, { rcc_resolvedon: product.instantIn(-2), rcc_resolutionkind: ASSUMED });
  expect(now).toMatchObject({ rcc_resolutionkind: ASSUMED });
  expect(now.rcc_resolvedon).not.toBe(now.modifiedon);
  expect(mails).toHaveLength(1);
});

it('does not take an earlier resolution of a reopened ticket for this one', async () => {
  const ticket = await createTicket(product, {
    rcc_resolvedon: product.instantIn(-4 * 1440),
    rcc_resolutionkind: ASSUMED,
  });
  const { now } = await resolve(ticket);
  expect(now).toMatchObject({ rcc_resolutionkind: CONFIRMED, rcc_resolvedon: now.modifiedon });
});

it.each([
  [400, MESSAGE_STATUS.failed, 'mail_failed', 'failed', 'reply.failed'],
  [500, MESSAGE_STATUS.unknown, 'mail_unknown', 'unknown', 'reply.unknown'],
])('a mail answered %i is marked, and a person is asked to look', async (statusCode, status, reason, told, event) => {
  const ticket = await createTicket(product, { rcc_reviewreasons: 'money' });
  interruptions.before('Write_to_customer', () => Promise.resolve(refusal(statusCode)));
  const { now, runs } = await resolve(ticket);
  expect(now).toMatchObject({ statuscode: TICKET_STATUS.resolved, rcc_requireshumanreview: true });
  expect(now.rcc_reviewreasons).toBe(`money; ${reason}`);
  expect(outboundOf(ticket)).toMatchObject([{ rcc_status: status }]);
  expect(resultOf(runs, FLOW)).toMatchObject({ notification_status: told });
  expect((await eventsOf(ticket)).at(-1)).toBe(event);
});

it('leaves a ticket alone that was reopened while the resolution failed', async () => {
  const ticket = await createTicket(product);
  interruptions.before('Resolve_ticket', async () => {
    await write(ticket, { statuscode: TICKET_STATUS.unassigned, rcc_statusversion: 3 });
    return refusal(400);
  });
  const { now } = await resolve(ticket);
  expect(now).toMatchObject({ statuscode: TICKET_STATUS.unassigned, rcc_statusversion: 3, rcc_resolvedon: null });
  expect(now.rcc_requireshumanreview).toBe(false);
});

describe('with faults', () => itKeepsItsPromises(FLOW, situations, { off: SCHEDULED }));
