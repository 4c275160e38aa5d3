import { randomUUID } from 'node:crypto';
import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import type { SentMail } from '../../workbench/outlook/mail';
import { BROKEN, createFaultSwitch } from '../faults/fault-switch';
import { flowsWithMailboxes } from '../product/flows-with-mailboxes';
import { openProduct, type TestProduct } from '../product/open-product';
import { newCustomer, onTicket, queueReply, ticketNow } from './desk-ticket';
import { MESSAGE_STATUS, TICKET_STATUS, runsOf } from './desk-words';
import { createInterruptions, refusal } from './interruptions';

const HOUSEKEEPING = 'Ticket Housekeeping';
const SUPPORT = 'support@shop.example';
const RETURNS = 'returns-mailbox@shop.example';
const SALES = 'sales-mailbox@shop.example';
const DATAVERSE = 'shared_commondataserviceforapps';

const flows = flowsWithMailboxes('Returns mailbox', 'Sales mailbox');
const faults = createFaultSwitch();
const between = createInterruptions();
let desk: TestProduct;
beforeAll(async () => {
  desk = await openProduct({
    desk: true,
    off: ['Ticket Auto-Assignment', HOUSEKEEPING],
    start: new Date('2026-03-10T08:00:00Z'),
    flowFolder: flows.flowFolder,
    wrapConnector: (name, connector) => faults.wrapConnector(name, between.wrapConnector(name, connector)),
  });
}, 60_000);
afterAll(async () => {
  await desk.close();
  flows.remove();
});
afterEach(() => {
  faults.set([]);
  between.clear();
});

const outlook = () => desk.product.platform.outlook;
async function pass(minutes: number): Promise<void> {
  await desk.pass(minutes);
  await desk.idle();
}
const write = (to: string, from: string, mail: { internetMessageId?: string; conversationId?: string } = {}) =>
  outlook().deliver({ from, subject: 'Payment', body: 'I was charged twice!', ...mail }, to);
const ticketsOf = (customer: string) => desk.rows('rcc_ticket').filter((row) => row.rcc_customeremail === customer);
const rowsOf = (messageId: string) => desk.rows('rcc_message').filter((row) => row.rcc_internetmessageid === messageId);
/** What a customer got, whichever mailbox it left, oldest first. */
const sentTo = (customer: string): SentMail[] =>
  [...outlook().sent(), ...outlook().sentFrom(RETURNS), ...outlook().sentFrom(SALES)]
    .filter(({ to }) => to === customer)
    .sort((one, other) => (one.sentOn < other.sentOn ? -1 : 1));

async function keepHouse() {
  desk.product.platform.raise(HOUSEKEEPING, {});
  return runsOf(HOUSEKEEPING, await desk.idle()).at(-1)!;
}

/** What is done while the tables are away, long enough for every run to give up. */
async function whileTablesAreAway<T>(act: () => T): Promise<T> {
  faults.set([{ connector: DATAVERSE, rule: BROKEN }]);
  const done = act();
  await pass(15);
  faults.set([]);
  return done;
}

describe('Mail that came while the tables were away', () => {
  it.each([
    ['the support mailbox', SUPPORT, null],
    ['a further mailbox', RETURNS, RETURNS],
    ['the last mailbox', SALES, SALES],
  ])('to %s is taken up by Ticket Housekeeping, which notes where it came to', async (_name, to, rcc_mailbox) => {
    const from = newCustomer();
    const { internetMessageId } = await whileTablesAreAway(() => write(to, from));
    expect(rowsOf(internetMessageId)).toEqual([]);
    expect((await keepHouse()).status).toBe('Succeeded');
    const tickets = ticketsOf(from);
    expect(tickets).toMatchObject([{ statuscode: TICKET_STATUS.unassigned }]);
    expect(String(tickets[0]!.rcc_reviewreasons)).toContain('taken_up_late');
    expect(rowsOf(internetMessageId)).toMatchObject([
      { rcc_status: MESSAGE_STATUS.received, rcc_mailbox, _rcc_ticket_value: tickets[0]!.rcc_ticketid },
    ]);
    expect(sentTo(from)).toEqual([]);
  });

  it('to two mailboxes at once becomes one message and one ticket, without an error', async () => {
    const [from, internetMessageId] = [newCustomer(), `<${randomUUID()}@example.com>`];
    await whileTablesAreAway(() => [SUPPORT, RETURNS].map((to) => write(to, from, { internetMessageId })));
    expect((await keepHouse()).status).toBe('Succeeded');
    expect(rowsOf(internetMessageId)).toMatchObject([{ rcc_mailbox: null }]);
    expect(ticketsOf(from)).toHaveLength(1);
  });

  it('is taken up although another mailbox cannot be read, and the run says so', async () => {
    const from = newCustomer();
    await whileTablesAreAway(() => write(RETURNS, from));
    between.before('Get_mails', () => Promise.resolve(refusal(403)));
    expect((await keepHouse()).status).toBe('Failed');
    expect(ticketsOf(from)).toHaveLength(1);
  });

  it('is read in full from a further mailbox, headers too: what a machine sent makes no ticket', async () => {
    const from = newCustomer();
    const headers = { 'Auto-Submitted': 'auto-replied' };
    const { internetMessageId } = await whileTablesAreAway(() =>
      outlook().deliver({ from, subject: 'Away', body: 'I am out of office.', headers }, RETURNS),
    );
    await keepHouse();
    expect(rowsOf(internetMessageId)).toMatchObject([{ rcc_status: MESSAGE_STATUS.received, _rcc_ticket_value: null }]);
    expect(ticketsOf(from)).toEqual([]);
  });

  it('between our own mailboxes is left alone', async () => {
    const { internetMessageId } = await whileTablesAreAway(() => write(SALES, RETURNS.toUpperCase()));
    await keepHouse();
    expect(rowsOf(internetMessageId)).toEqual([]);
  });
});

/** A ticket of a mail to a further mailbox, in work with an agent. */
async function ticketInWork(columns: Readonly<Record<string, unknown>> = {}) {
  const from = newCustomer();
  const mail = write(RETURNS, from);
  await pass(5);
  const [ticket] = ticketsOf(from);
  await desk.update('rcc_tickets', String(ticket!.rcc_ticketid), {
    statuscode: TICKET_STATUS.inProgress,
    rcc_statusversion: Number(ticket!.rcc_statusversion) + 1,
  });
  const [row] = rowsOf(mail.internetMessageId);
  await desk.update('rcc_messages', String(row!.rcc_messageid), columns);
  await desk.idle();
  return { from, mail, ticket: ticketNow(desk, ticket!), before: sentTo(from).length };
}
async function answer({ rcc_ticketid }: PresentedRow) {
  const { rcc_messageid } = await queueReply(desk, {
    rcc_body: 'One of the charges was given back.',
    ...onTicket(rcc_ticketid),
  });
  await desk.idle();
  return desk.rows('rcc_message').find((row) => row.rcc_messageid === rcc_messageid)!;
}
async function resolve(ticket: PresentedRow) {
  await desk.update('rcc_tickets', String(ticket.rcc_ticketid), {
    statuscode: TICKET_STATUS.resolved,
    rcc_statusversion: Number(ticketNow(desk, ticket).rcc_statusversion) + 1,
  });
  await desk.idle();
}

describe('A ticket that came by a further mailbox', () => {
  it('is acknowledged, answered by the agent and resolved from there, all in one thread', async () => {
    const { from, mail, ticket } = await ticketInWork();
    expect(await answer(ticket)).toMatchObject({ rcc_status: MESSAGE_STATUS.sent });
    await resolve(ticket);
    const mails = sentTo(from);
    expect(mails).toHaveLength(3);
    expect(mails[1]!.body).toContain('given back');
    expect(mails[2]!.body).toContain('/feedback');
    for (const one of mails) {
      expect(one).toMatchObject({ from: RETURNS, conversationId: mail.conversationId, answers: mail.id });
    }
  });

  it('is answered where the customer wrote last', async () => {
    const { from, ticket } = await ticketInWork();
    await pass(5);
    const later = write(SUPPORT, from, { conversationId: String(ticket.rcc_conversationid) });
    await desk.idle();
    await answer(ticket);
    expect(sentTo(from).at(-1)).toMatchObject({ from: SUPPORT, answers: later.id });
  });

  it('is answered from there also when the mail is not found any more', async () => {
    const { from, ticket, before } = await ticketInWork({ rcc_internetmessageid: `<${randomUUID()}@example.com>` });
    await answer(ticket);
    await resolve(ticket);
    const mails = sentTo(from).slice(before);
    expect(mails.map((one) => [one.from, one.answers])).toEqual([
      [RETURNS, undefined],
      [RETURNS, undefined],
    ]);
  });

  it('is answered from the support mailbox once the other one cannot be used any more', async () => {
    const { from, ticket, before } = await ticketInWork({ rcc_mailbox: 'old-mailbox@shop.example' });
    expect(await answer(ticket)).toMatchObject({ rcc_status: MESSAGE_STATUS.sent });
    await resolve(ticket);
    expect(
      sentTo(from)
        .slice(before)
        .map((one) => one.from),
    ).toEqual([SUPPORT, SUPPORT]);
  });
});

it('With further mailboxes Ticket Housekeeping costs six more actions for each', async () => {
  await pass(24 * 60);
  expect(await keepHouse()).toMatchObject({ status: 'Succeeded', billableActions: 15 + 2 * 6 });
});
