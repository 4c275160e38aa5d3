import { BROKEN, createFaultSwitch } from '../faults/fault-switch';
import { openProduct, type TestProduct } from '../product/open-product';
import { DEMO_USERS } from '../../workbench/start/demo-desk';
import { onTicket, queueReply } from './desk-ticket';
import { TICKET_STATUS } from './desk-words';

const DATAVERSE = 'shared_commondataserviceforapps';
const CUSTOMER = 'customer30001@example.com';

const faults = createFaultSwitch();
let product: TestProduct;

const ticketOf = (email: string) => product.rows('rcc_ticket').filter((row) => row.rcc_customeremail === email);
const onlyTicketOf = (email: string) => {
  const tickets = ticketOf(email);
  expect(tickets).toHaveLength(1);
  return tickets[0]!;
};
const sentTo = (address: string) =>
  [...product.product.platform.outlook.sent()].filter(({ to }) => to.includes(address));
const pass = async (hours: number) => {
  await product.pass(hours * 60);
  await product.idle();
};
const moved = (ticket: Record<string, unknown>, statuscode: number) => ({
  statuscode,
  rcc_statusversion: Number(ticket.rcc_statusversion) + 1,
  rcc_lastagentactivityon: product.clock.now().toISOString(),
});

beforeEach(async () => {
  // A Monday morning.
  product = await openProduct({
    desk: true,
    start: new Date('2026-03-16T08:00:00Z'),
    wrapConnector: faults.wrapConnector,
  });
});
afterEach(() => product.close());

it('a ticket is created, assigned, late, escalated, answered, resolved, reopened, resolved again and closed', async () => {
  const { platform } = product.product;
  const written = await product.mail({
    from: CUSTOMER,
    subject: 'Payment',
    body: 'I was charged twice for order 30001!',
  });
  expect(onlyTicketOf(CUSTOMER).statuscode).toBe(TICKET_STATUS.unassigned);
  expect(written.sent).toHaveLength(1);

  await pass(0.5);
  const assigned = onlyTicketOf(CUSTOMER);
  expect(assigned).toMatchObject({ statuscode: TICKET_STATUS.assigned, _rcc_assignedagent_value: DEMO_USERS.carla });
  expect(assigned._ownerid_value).toBe(DEMO_USERS.carla);
  expect(sentTo('carla@shop.example')).toHaveLength(1);
  expect(platform.outlook.events()).toHaveLength(1);

  // Nobody acts: the daily run reminds after 48 hours, and tells the supervisor after 72.
  await pass(71);
  expect(onlyTicketOf(CUSTOMER)).toMatchObject({ statuscode: TICKET_STATUS.assigned, rcc_escalatedon: null });
  expect(onlyTicketOf(CUSTOMER).rcc_remindedon).toBeTruthy();
  expect(sentTo('carla@shop.example')).toHaveLength(2);
  await pass(24);
  expect(onlyTicketOf(CUSTOMER)).toMatchObject({ statuscode: TICKET_STATUS.escalated, rcc_escalationlevel: 1 });
  expect(sentTo('sofia@shop.example')).toHaveLength(1);
  expect(product.rows('annotation')).toHaveLength(1);
  await pass(24);
  expect(sentTo('sofia@shop.example')).toHaveLength(1);
  expect((await product.events()).filter(({ type }) => type === 'ticket.escalated')).toHaveLength(1);

  const escalated = onlyTicketOf(CUSTOMER);
  const ticketId = String(escalated.rcc_ticketid);
  await queueReply(product, {
    rcc_body: '<p>We have found the second charge and are looking into it.</p>',
    ...onTicket(ticketId),
  });
  await product.idle();
  const waiting = onlyTicketOf(CUSTOMER);
  expect(waiting.statuscode).toBe(TICKET_STATUS.waiting);
  expect(waiting.rcc_slapausedsince).toBeTruthy();
  expect(waiting.rcc_firstrespondedon).toBeTruthy();
  expect(platform.outlook.events()).toEqual([]);
  const reply = sentTo(CUSTOMER).at(-1)!;
  expect(reply.body).toContain('second charge');
  expect(reply.answers).toBeDefined();

  await pass(5);
  await product.update('rcc_tickets', ticketId, { rcc_snoozeduntil: '2026-06-01T00:00:00Z' });
  await product.mail({
    from: CUSTOMER,
    subject: `Re: ${reply.subject}`,
    body: 'Thank you, please hurry.',
    headers: { 'In-Reply-To': reply.internetMessageId },
  });
  const resumed = onlyTicketOf(CUSTOMER);
  expect(resumed).toMatchObject({
    statuscode: TICKET_STATUS.assigned,
    rcc_slapausedsince: null,
    rcc_snoozeduntil: null,
  });
  // The agent's time begins anew: nobody is reminded of a silence that was the customer's.
  expect(Date.parse(String(resumed.rcc_assignedon))).toBeGreaterThan(Date.parse(String(assigned.rcc_assignedon)));
  expect(Date.parse(String(resumed.rcc_resolutiondue))).toBeGreaterThanOrEqual(
    Date.parse(String(waiting.rcc_resolutiondue)),
  );

  await product.update('rcc_tickets', ticketId, moved(resumed, TICKET_STATUS.inProgress));
  await product.idle();
  await product.update('rcc_tickets', ticketId, moved(onlyTicketOf(CUSTOMER), TICKET_STATUS.resolved));
  await product.idle();
  const resolved = onlyTicketOf(CUSTOMER);
  expect(resolved.statuscode).toBe(TICKET_STATUS.resolved);
  expect(resolved.rcc_resolvedon).toBeTruthy();
  const link = /href="([^"]*\/feedback\?[^"]*)"/.exec(sentTo(CUSTOMER).at(-1)!.body)?.[1]?.replaceAll('&amp;', '&');
  const page = await fetch(String(link));
  expect(page.status).toBe(200);
  expect(await page.text()).toMatch(/not open yet/i);

  await pass(24 * 5);
  await product.mail({
    from: CUSTOMER,
    subject: `Re: ${reply.subject}`,
    body: 'It happened again!',
    headers: { 'In-Reply-To': reply.internetMessageId },
  });
  const reopened = onlyTicketOf(CUSTOMER);
  expect(reopened.statuscode).toBe(TICKET_STATUS.assigned);
  await product.update('rcc_tickets', ticketId, moved(reopened, TICKET_STATUS.resolved));
  await product.idle();
  await pass(24 * 15);
  expect(onlyTicketOf(CUSTOMER)).toMatchObject({ statuscode: TICKET_STATUS.closed, statecode: 1 });

  await product.mail({
    from: CUSTOMER,
    subject: `Re: ${reply.subject}`,
    body: 'One more question about order 30001',
    headers: { 'In-Reply-To': reply.internetMessageId },
  });
  expect(ticketOf(CUSTOMER)).toHaveLength(2);
  expect(ticketOf(CUSTOMER).find((row) => row.rcc_ticketid === ticketId)?.statuscode).toBe(TICKET_STATUS.closed);
  expect(product.rows('rcc_errorlog')).toEqual([]);
}, 300_000);

it('an answered ticket resolves by itself after three days of silence, and a survey goes out once', async () => {
  await product.mail({ from: CUSTOMER, subject: 'My order', body: 'Where is order 30001?' });
  expect(onlyTicketOf(CUSTOMER).statuscode).toBe(TICKET_STATUS.answered);
  await pass(71);
  expect(onlyTicketOf(CUSTOMER).statuscode).toBe(TICKET_STATUS.answered);
  await pass(2);
  expect(onlyTicketOf(CUSTOMER)).toMatchObject({ statuscode: TICKET_STATUS.resolved, rcc_resolutionkind: 727000001 });
  await pass(48);
  expect(sentTo(CUSTOMER).filter(({ body }) => body.includes('/feedback?'))).toHaveLength(1);
}, 300_000);

it('a chat turn while the tables are away is answered at once, and queued when they are back', async () => {
  faults.set([{ connector: DATAVERSE, rule: BROKEN }]);
  const answered = product.product.platform.request('Chat Processing', {
    text: 'away',
    text_1: '1',
    text_2: 'I was charged twice!',
    text_3: CUSTOMER,
  });
  await product.pass(2);
  expect((await answered).body).toMatchObject({ action: 'handoff' });
  await product.pass(60);
  expect(product.rows('rcc_ticket')).toEqual([]);
  faults.set([]);
  await pass(4);
  const ticket = onlyTicketOf(CUSTOMER);
  const line = product.rows('rcc_message').find((row) => row.rcc_internetmessageid === 'chat:away:1');
  expect(line).toMatchObject({ rcc_body: 'I was charged twice!', _rcc_ticket_value: ticket.rcc_ticketid });
  expect([TICKET_STATUS.unassigned, TICKET_STATUS.assigned]).toContain(ticket.statuscode);
}, 300_000);

it('a mail that came while the tables were away is taken up afterwards, once', async () => {
  faults.set([{ connector: DATAVERSE, rule: BROKEN }]);
  const { messageId } = await product.mail({ from: CUSTOMER, subject: 'Payment', body: 'I was charged twice!' });
  expect(product.rows('rcc_message')).toEqual([]);
  faults.set([]);
  await pass(1);
  const rows = product.rows('rcc_message').filter((row) => row.rcc_internetmessageid === messageId);
  expect(rows).toHaveLength(1);
  const ticket = onlyTicketOf(CUSTOMER);
  expect(rows[0]?._rcc_ticket_value).toBe(ticket.rcc_ticketid);
  expect([TICKET_STATUS.unassigned, TICKET_STATUS.assigned]).toContain(ticket.statuscode);
  await pass(3);
  expect(ticketOf(CUSTOMER)).toHaveLength(1);
}, 300_000);
