import { DEMO_USERS } from '../../workbench/start/demo-desk';
import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import { CALL_FAULTS, createFaultSwitch, isWebPage } from '../faults/fault-switch';
import { openProduct, SCHEDULED, type TestProduct } from '../product/open-product';
import { agent, mailsAbout, newCustomer, ticketNow } from './desk-ticket';
import { DIRECTION, MESSAGE_STATUS, TICKET_STATUS } from './desk-words';

const CONFIRMED = 727000000;
const CARLA = 'carla@shop.example';

const faults = createFaultSwitch();
let product: TestProduct;

beforeAll(async () => {
  product = await openProduct({
    desk: true,
    off: SCHEDULED.filter((name) => name !== 'Ticket Housekeeping'),
    wrapConnector: faults.wrapConnector,
  });
});
afterAll(() => product.close());
afterEach(() => faults.set([]));

/** A customer who has written and can write again: by mail in the thread, or in the chat. */
async function writeFirst(channel: 'mail' | 'chat') {
  const email = newCustomer();
  if (channel === 'chat') {
    const { conversation, ticket } = await product.chat({ text: 'I want to talk to a person', email });
    return { ticket: ticket!, again: (text: string) => product.chat({ conversation, text, email }) };
  }
  const first = { from: email, subject: 'Payment', body: 'I was charged twice for my order!' };
  const { ticket, messageId } = await product.mail(first);
  const again = (body: string) =>
    product.mail({ from: email, subject: 'Re: Payment', body, headers: { 'In-Reply-To': messageId } });
  return { ticket: ticket!, again };
}

const change = async (ticket: PresentedRow, columns: Record<string, unknown>) => {
  const { rcc_statusversion } = ticketNow(product, ticket);
  await product.update('rcc_tickets', String(ticket.rcc_ticketid), {
    rcc_statusversion: Number(rcc_statusversion) + 1,
    ...columns,
  });
  await product.idle();
};

/** Carla has the ticket, acts and resolves it; an hour passes. */
async function resolvedByCarla(ticket: PresentedRow): Promise<void> {
  await change(ticket, { ...agent(DEMO_USERS.carla), statuscode: TICKET_STATUS.assigned });
  await change(ticket, {
    statuscode: TICKET_STATUS.resolved,
    rcc_lastagentactivityon: product.clock.now().toISOString(),
  });
  expect(ticketNow(product, ticket)).toMatchObject({
    statuscode: TICKET_STATUS.resolved,
    rcc_resolutionkind: CONFIRMED,
    rcc_resolvedon: expect.any(String),
  });
  await product.pass(60);
}

const told = (ticket: PresentedRow): number => mailsAbout(product, ticket, CARLA).length;

it('A late message on a resolved ticket is taken up by Housekeeping, and the agent told once', async () => {
  const { ticket } = await writeFirst('mail');
  await resolvedByCarla(ticket);
  const before = told(ticket);
  await product.create('rcc_messages', {
    rcc_subject: 'Re: Payment',
    rcc_body: 'It happened again!',
    rcc_internetmessageid: `<late-${String(ticket.rcc_ticketid)}@example.com>`,
    rcc_direction: DIRECTION.inbound,
    rcc_channel: 727000000,
    rcc_author: 727000000,
    rcc_status: MESSAGE_STATUS.queued,
    rcc_attempts: 1,
    rcc_fromaddress: ticket.rcc_customeremail,
    rcc_conversationid: ticket.rcc_conversationid,
    rcc_senton: product.clock.now().toISOString(),
  });
  await product.pass(120);
  await product.idle();
  expect(ticketNow(product, ticket)).toMatchObject({
    statuscode: TICKET_STATUS.assigned,
    _rcc_assignedagent_value: DEMO_USERS.carla,
    rcc_resolvedon: null,
    rcc_resolutionkind: null,
  });
  expect(told(ticket)).toBe(before + 1);
});

describe.each(['mail', 'chat'] as const)('A resolved ticket whose customer writes again by %s', (channel) => {
  it('goes back to its agent, who is told once; nothing of the resolution is left', async () => {
    const { ticket, again } = await writeFirst(channel);
    await resolvedByCarla(ticket);
    const before = told(ticket);
    await again('It happened again!');
    expect(ticketNow(product, ticket)).toMatchObject({
      statuscode: TICKET_STATUS.assigned,
      _rcc_assignedagent_value: DEMO_USERS.carla,
      rcc_resolvedon: null,
      rcc_resolutionkind: null,
      rcc_slapausedsince: null,
    });
    expect(told(ticket)).toBe(before + 1);
    await again('Please hurry!');
    expect(told(ticket)).toBe(before + 1);
  });

  it('waits for anybody when nobody had it', async () => {
    const { ticket, again } = await writeFirst(channel);
    await change(ticket, { statuscode: TICKET_STATUS.resolved });
    await again('It happened again!');
    expect(ticketNow(product, ticket)).toMatchObject({
      statuscode: TICKET_STATUS.unassigned,
      _rcc_assignedagent_value: null,
      rcc_resolvedon: null,
      rcc_resolutionkind: null,
    });
  });

  it.each(CALL_FAULTS.filter(({ rule }) => rule.fault.kind !== 'drop' && !isWebPage(rule.fault)))(
    'is told to its agent at most once when the telling $name, and a failure is logged',
    async ({ rule, isLasting }) => {
      const { ticket, again } = await writeFirst(channel);
      await resolvedByCarla(ticket);
      const before = told(ticket);
      faults.set([{ action: 'Tell_agent', rule }]);
      const { runs } = await again('It happened again!');
      expect(ticketNow(product, ticket).statuscode).toBe(TICKET_STATUS.assigned);
      const logged = new Set(product.rows('rcc_errorlog').map(({ rcc_runid }) => rcc_runid));
      const failed = runs.some(({ status, runId }) => status === 'Failed' && logged.has(runId));
      expect(told(ticket)).toBeLessThanOrEqual(before + 1);
      if (!isLasting) expect({ told: told(ticket) - before, failed }).toEqual({ told: 1, failed: false });
      if (told(ticket) === before) expect(failed).toBe(true);
    },
  );
});
