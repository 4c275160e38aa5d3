import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import { DEMO_USERS } from '../../workbench/start/demo-desk';
import { openProduct, SCHEDULED, type TestProduct } from '../product/open-product';
import { agent, createTicket, mailsAbout, remindersOf, resultOf, ticketNow } from './desk-ticket';
import { TICKET_STATUS } from './desk-words';
import { createInterruptions, refusal } from './interruptions';
import { itKeepsItsPromises } from './fault-matrix';
import { situations } from './situations/ticket-status-recording';

const FLOW = 'Ticket Status Recording';
const SUPERVISOR = 'sofia@shop.example';
const DAY = 24 * 60;

let product: TestProduct;
const interruptions = createInterruptions();

beforeAll(async () => {
  product = await openProduct({
    desk: true,
    off: SCHEDULED,
    variables: { rcc_SupervisorMailbox: 'supervisors@shop.example' },
    wrapConnector: interruptions.wrapConnector,
  });
});
afterAll(() => product.close());
afterEach(() => interruptions.clear());

const write = async (ticket: PresentedRow, columns: Record<string, unknown>): Promise<void> => {
  await product.update('rcc_tickets', String(ticket.rcc_ticketid), columns);
};
const eventsOf = async ({ rcc_ticketid }: PresentedRow) =>
  product.product.proxy.store.eventsAbout({ ticketId: String(rcc_ticketid) });

async function assignedTicket(columns: Record<string, unknown> = {}): Promise<PresentedRow> {
  const ticket = await createTicket(product, columns);
  await write(ticket, agent(DEMO_USERS.carla));
  await product.idle();
  expect(remindersOf(product, ticket)).toHaveLength(1);
  return ticketNow(product, ticket);
}

/** Somebody changes the status in the app, or a flow does. */
async function change(ticket: PresentedRow, statuscode: number, columns: Record<string, unknown> = {}) {
  const { rcc_statusversion } = ticketNow(product, ticket);
  const row = await product.update('rcc_tickets', String(ticket.rcc_ticketid), {
    statuscode,
    rcc_statusversion: Number(rcc_statusversion) + 1,
    ...columns,
  });
  const runs = (await product.idle()).filter(({ flowName }) => flowName === FLOW);
  return { row, runs, now: ticketNow(product, ticket) };
}

it('records that an agent began, and takes the reminder away', async () => {
  const ticket = await assignedTicket();
  const { now, runs } = await change(ticket, TICKET_STATUS.inProgress);
  expect(runs).toMatchObject([{ status: 'Succeeded', billableActions: 9 }]);
  expect(now).toMatchObject({ statuscode: TICKET_STATUS.inProgress, rcc_statusversion: 3, rcc_remindereventid: null });
  expect(remindersOf(product, ticket)).toEqual([]);
  expect((await eventsOf(ticket)).at(-1)).toMatchObject({
    type: 'ticket.status_changed',
    payload: { status_to: 'in_progress', status_version: 3, agent_id: DEMO_USERS.carla },
  });
  expect(resultOf(runs, FLOW)).toEqual({
    ticket_id: ticket.rcc_ticketid,
    status: 'in_progress',
    notification_status: 'not_needed',
  });
});

it('takes a reminder that is gone already for removed', async () => {
  const ticket = await createTicket(product, { statuscode: TICKET_STATUS.assigned, rcc_remindereventid: 'AAMkGone=' });
  const { now, runs } = await change(ticket, TICKET_STATUS.inProgress);
  expect(runs).toMatchObject([{ status: 'Succeeded' }]);
  expect(now.rcc_remindereventid).toBeNull();
});

it('clears who had a ticket that was given back, so that it can be handed out again', async () => {
  const ticket = await assignedTicket();
  const { now, runs } = await change(ticket, TICKET_STATUS.unassigned);
  expect(now).toMatchObject({
    statuscode: TICKET_STATUS.unassigned,
    rcc_statusversion: 3,
    _rcc_assignedagent_value: null,
    rcc_assignedon: null,
    _ownerid_value: ticket._createdby_value,
    _rcc_givenbackby_value: DEMO_USERS.carla,
  });
  expect(remindersOf(product, ticket)).toEqual([]);
  expect(resultOf(runs, FLOW)).toMatchObject({ status: 'unassigned' });
  // Its own write starts neither this flow nor the assignment of nobody.
  expect(await product.idle()).toHaveLength(1);
});

it('leaves a ticket that was given back to the agent who has it by now', async () => {
  const ticket = await assignedTicket();
  interruptions.before('Get_ticket', () =>
    write(ticket, {
      ...agent(DEMO_USERS.anna),
      statuscode: TICKET_STATUS.assigned,
      rcc_statusversion: 4,
      rcc_assignedon: product.instantIn(0),
    }),
  );
  await change(ticket, TICKET_STATUS.unassigned);
  expect(ticketNow(product, ticket)).toMatchObject({
    statuscode: TICKET_STATUS.assigned,
    _rcc_assignedagent_value: DEMO_USERS.anna,
  });
  expect(remindersOf(product, ticket)).toMatchObject([{ requiredAttendees: 'anna@shop.example' }]);
});

it('tells the supervisor once of a ticket that an agent escalated', async () => {
  const ticket = await assignedTicket();
  const { row, now, runs } = await change(ticket, TICKET_STATUS.escalated);
  expect(now).toMatchObject({
    statuscode: TICKET_STATUS.escalated,
    rcc_escalationlevel: 1,
    rcc_escalatedon: row.modifiedon,
  });
  const mails = mailsAbout(product, ticket, SUPERVISOR);
  expect(mails).toMatchObject([{ importance: 'high' }]);
  expect(mails[0]!.body).toContain('Carla Gómez');
  expect(resultOf(runs, FLOW)).toMatchObject({ status: 'escalated', notification_status: 'sent' });
  product.product.platform.raise(FLOW, { body: row });
  const again = await product.idle();
  expect(resultOf(again, FLOW)).toMatchObject({ notification_status: 'sent_before' });
  expect(mailsAbout(product, ticket, SUPERVISOR)).toHaveLength(1);
  expect(ticketNow(product, ticket)).toMatchObject({ rcc_escalationlevel: 1, rcc_escalatedon: row.modifiedon });
  const types = (await eventsOf(ticket)).map(({ type }) => type);
  expect(types.filter((type) => type === 'ticket.escalated')).toHaveLength(1);
  expect(types.filter((type) => type === 'ticket.status_changed')).toHaveLength(1);
});

it('tells the supervisor again of another escalation', async () => {
  const ticket = await assignedTicket();
  await change(ticket, TICKET_STATUS.escalated);
  await product.pass(60);
  await change(ticket, TICKET_STATUS.inProgress);
  await change(ticket, TICKET_STATUS.escalated);
  expect(mailsAbout(product, ticket, SUPERVISOR)).toHaveLength(2);
  expect(ticketNow(product, ticket)).toMatchObject({ rcc_escalationlevel: 2 });
});

it('tells the supervisor of no second escalation when an escalated ticket is given to somebody else', async () => {
  const ticket = await assignedTicket();
  await change(ticket, TICKET_STATUS.escalated, { rcc_escalatedon: product.instantIn(0), rcc_escalationlevel: 1 });
  await product.pass(60);
  await write(ticket, agent(DEMO_USERS.anna));
  await product.idle();
  expect(ticketNow(product, ticket)).toMatchObject({ statuscode: TICKET_STATUS.escalated, rcc_escalationlevel: 1 });
  expect(mailsAbout(product, ticket, SUPERVISOR)).toEqual([]);
});

it('writes to the common mailbox when a ticket has no team', async () => {
  const ticket = await assignedTicket({ rcc_team: null });
  await change(ticket, TICKET_STATUS.escalated);
  expect(mailsAbout(product, ticket, 'supervisors@shop.example')).toHaveLength(1);
});

it('starts no run for what the Escalation and Housekeeping flows do themselves', async () => {
  const ticket = await assignedTicket();
  expect(
    (await change(ticket, TICKET_STATUS.escalated, { rcc_escalatedon: product.instantIn(-1), rcc_escalationlevel: 1 }))
      .runs,
  ).toEqual([]);
  expect(mailsAbout(product, ticket, SUPERVISOR)).toEqual([]);
  const resolved = await createTicket(product, {
    statuscode: TICKET_STATUS.resolved,
    rcc_resolvedon: product.instantIn(-15 * DAY),
  });
  expect((await change(resolved, TICKET_STATUS.closed, { statecode: 1 })).runs).toEqual([]);
});

it('records that somebody closed a ticket by hand', async () => {
  const ticket = await createTicket(product, {
    statuscode: TICKET_STATUS.resolved,
    rcc_resolvedon: product.instantIn(-DAY),
  });
  const { runs } = await change(ticket, TICKET_STATUS.closed, { statecode: 1 });
  expect(resultOf(runs, FLOW)).toMatchObject({ status: 'closed' });
  expect((await eventsOf(ticket)).at(-1)).toMatchObject({ payload: { status_to: 'closed' } });
});

it('does not ask for a review when something other than the supervisor’s mail fails', async () => {
  const ticket = await assignedTicket();
  interruptions.before('Record_status', () => Promise.resolve(refusal(400)));
  const { runs, now } = await change(ticket, TICKET_STATUS.inProgress);
  expect(runs).toMatchObject([{ status: 'Failed' }]);
  expect(now.rcc_requireshumanreview).toBe(false);
});

it('asks for a review when the supervisor may not know of an escalation', async () => {
  const ticket = await assignedTicket({ rcc_reviewreasons: 'money' });
  interruptions.before('Mail_supervisor', () => Promise.resolve(refusal(500)));
  const { runs, now } = await change(ticket, TICKET_STATUS.escalated);
  expect(runs).toMatchObject([{ status: 'Failed' }]);
  expect(now).toMatchObject({ rcc_requireshumanreview: true, rcc_reviewreasons: 'money; supervisor_not_told' });
});

describe('without any supervisor', () => {
  let lonely: TestProduct;
  beforeAll(async () => {
    lonely = await openProduct({ off: SCHEDULED, variables: { rcc_SupervisorMailbox: '' } });
  });
  afterAll(() => lonely.close());

  it('says that nobody could be told', async () => {
    const ticket = await createTicket(lonely, { statuscode: TICKET_STATUS.inProgress });
    await lonely.update('rcc_tickets', String(ticket.rcc_ticketid), {
      statuscode: TICKET_STATUS.escalated,
      rcc_statusversion: 2,
    });
    expect(resultOf(await lonely.idle(), FLOW)).toMatchObject({ notification_status: 'no_address' });
    expect([...lonely.product.platform.outlook.sent()]).toEqual([]);
  });
});

describe('with faults', () => itKeepsItsPromises(FLOW, situations, { off: SCHEDULED }));
