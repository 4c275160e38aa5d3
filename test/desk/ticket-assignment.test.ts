import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import { DEMO_USERS } from '../../workbench/start/demo-desk';
import { openProduct, SCHEDULED, type TestProduct } from '../product/open-product';
import { createInterruptions, refusal } from './interruptions';
import { itKeepsItsPromises } from './fault-matrix';
import { situations } from './situations/ticket-assignment';
import { agent, createTicket, mailsAbout, remindersOf, resultOf, ticketNow } from './desk-ticket';
import { TICKET_STATUS } from './desk-words';

const FLOW = 'Ticket Assignment';
const ANNA = 'anna@shop.example';
const BEN = 'ben@shop.example';
/** Than anything that happens here. */
const LATER = '2026-12-01T00:00:00Z';

let product: TestProduct;
const interruptions = createInterruptions();

beforeAll(async () => {
  // A Tuesday, when the clocks of Berlin, London and UTC differ.
  product = await openProduct({
    desk: true,
    off: SCHEDULED,
    start: new Date('2026-06-16T09:30:00Z'),
    wrapConnector: interruptions.wrapConnector,
  });
});
afterAll(() => product.close());
afterEach(() => interruptions.clear());

const write = async (ticket: PresentedRow, columns: Record<string, unknown>): Promise<void> => {
  await product.update('rcc_tickets', String(ticket.rcc_ticketid), columns);
};
const runsOf = async () => (await product.idle()).filter(({ flowName }) => flowName === FLOW);

async function change(ticket: PresentedRow, columns: Record<string, unknown>) {
  const row = await product.update('rcc_tickets', String(ticket.rcc_ticketid), columns);
  const runs = await runsOf();
  return { row, runs, now: ticketNow(product, ticket) };
}

/** Delivers the trigger of a row as it stood once. */
async function deliver(row: PresentedRow) {
  product.product.platform.raise(FLOW, { body: row });
  await product.idle();
}

/** A user without a profile, with an address or without. */
async function user(address: string | null): Promise<string> {
  const row = await product.create('systemusers', {
    firstname: 'Dora',
    lastname: 'Klein',
    internalemailaddress: address,
  });
  return String(row.systemuserid);
}

it('gives the agent the ticket: status, owner, one mail and a reminder a day ahead in the agent’s time zone', async () => {
  const ticket = await createTicket(product);
  const { now, runs } = await change(ticket, agent(DEMO_USERS.anna));
  expect(runs).toMatchObject([{ status: 'Succeeded' }]);
  expect(now).toMatchObject({
    statuscode: TICKET_STATUS.assigned,
    rcc_statusversion: 2,
    _ownerid_value: DEMO_USERS.anna,
    rcc_assignedon: '2026-06-16T09:30:00Z',
  });
  expect(mailsAbout(product, ticket, ANNA)).toHaveLength(1);
  expect(remindersOf(product, ticket)).toMatchObject([
    {
      id: now.rcc_remindereventid,
      start: '2026-06-17T09:30:00.0000000',
      startWithTimeZone: expect.stringMatching(/^2026-06-17T(11:30:00\+02:00|09:30:00\+00:00)$/) as string,
      requiredAttendees: ANNA,
      isReminderOn: true,
    },
  ]);
  expect(resultOf(runs, FLOW)).toEqual({
    ticket_id: ticket.rcc_ticketid,
    assignment_status: 'assigned',
    notification_status: 'sent',
  });
  expect(runs[0]!.billableActions).toBe(16);
  const events = await product.product.proxy.store.eventsAbout({ ticketId: String(ticket.rcc_ticketid) });
  expect(events.map(({ type }) => type)).toEqual(['ticket.assigned', 'reply.claimed']);
});

it('tells the agent once when the same change is delivered again', async () => {
  const ticket = await createTicket(product);
  const { row, now } = await change(ticket, agent(DEMO_USERS.anna));
  await deliver(row);
  expect(ticketNow(product, ticket)).toMatchObject({ statuscode: TICKET_STATUS.assigned, rcc_statusversion: 2 });
  expect(ticketNow(product, ticket).rcc_remindereventid).toBe(now.rcc_remindereventid);
  expect(mailsAbout(product, ticket, ANNA)).toHaveLength(1);
  expect(remindersOf(product, ticket)).toHaveLength(1);
  expect(resultOf(await runsOf(), FLOW)).toMatchObject({ notification_status: 'sent_before' });
});

it('moves the reminder to the next agent, and raises the version only when the status changes', async () => {
  const ticket = await createTicket(product);
  const first = await change(ticket, agent(DEMO_USERS.anna));
  await product.pass(5);
  const second = await change(ticket, agent(DEMO_USERS.ben));
  expect(second.now).toMatchObject({
    statuscode: TICKET_STATUS.assigned,
    rcc_statusversion: 2,
    _ownerid_value: DEMO_USERS.ben,
    rcc_assignedon: second.row.modifiedon,
  });
  expect(remindersOf(product, ticket)).toMatchObject([{ id: second.now.rcc_remindereventid, requiredAttendees: BEN }]);
  await product.pass(5);
  const third = await change(ticket, agent(DEMO_USERS.anna));
  expect(mailsAbout(product, ticket, ANNA)).toHaveLength(2);
  expect(mailsAbout(product, ticket, BEN)).toHaveLength(1);
  expect(remindersOf(product, ticket)).toMatchObject([{ id: third.now.rcc_remindereventid }]);
  expect(first.now.rcc_remindereventid).not.toBe(third.now.rcc_remindereventid);
});

it('takes a reminder that is gone already for removed', async () => {
  const ticket = await createTicket(product, { rcc_remindereventid: 'AAMkGone=' });
  const { now, runs } = await change(ticket, agent(DEMO_USERS.anna));
  expect(runs).toMatchObject([{ status: 'Succeeded' }]);
  expect(remindersOf(product, ticket)).toMatchObject([{ id: now.rcc_remindereventid }]);
});

it('leaves the status In progress to the agent who takes over', async () => {
  const ticket = await createTicket(product, { statuscode: TICKET_STATUS.inProgress, rcc_statusversion: 3 });
  const { now, runs } = await change(ticket, agent(DEMO_USERS.ben));
  expect(now).toMatchObject({
    statuscode: TICKET_STATUS.inProgress,
    rcc_statusversion: 3,
    _ownerid_value: DEMO_USERS.ben,
  });
  expect(mailsAbout(product, ticket, BEN)).toHaveLength(1);
  expect(resultOf(runs, FLOW)).toMatchObject({ assignment_status: 'in_progress' });
});

it('gives the ticket to an agent without a profile, and without an address', async () => {
  const [withAddress, without] = [await user('dora@shop.example'), await user(null)];
  const first = await createTicket(product);
  expect((await change(first, agent(withAddress))).now).toMatchObject({ statuscode: TICKET_STATUS.assigned });
  expect(mailsAbout(product, first, 'dora@shop.example')).toHaveLength(1);
  const second = await createTicket(product);
  const { now, runs } = await change(second, agent(without));
  expect(now).toMatchObject({ statuscode: TICKET_STATUS.assigned, _ownerid_value: without, rcc_remindereventid: null });
  expect(mailsAbout(product, second, '')).toEqual([]);
  expect(resultOf(runs, FLOW)).toMatchObject({ assignment_status: 'assigned', notification_status: 'no_address' });
  const events = await product.product.proxy.store.eventsAbout({ ticketId: String(second.rcc_ticketid) });
  expect(events.map(({ type }) => type)).toEqual(['ticket.assigned']);
});

it('makes no reminder for an agent who has acted since', async () => {
  const ticket = await createTicket(product);
  const { now } = await change(ticket, { ...agent(DEMO_USERS.anna), rcc_lastagentactivityon: product.instantIn(1) });
  expect(now).toMatchObject({ statuscode: TICKET_STATUS.assigned, rcc_remindereventid: null });
  expect(mailsAbout(product, ticket, ANNA)).toHaveLength(1);
  expect(remindersOf(product, ticket)).toEqual([]);
});

it.each([
  ['starts', { statuscode: TICKET_STATUS.inProgress, rcc_statusversion: 3 }],
  ['acts', { rcc_lastagentactivityon: LATER }],
])('removes the reminder when the agent %s while it is being made', async (_name, columns) => {
  const ticket = await createTicket(product);
  interruptions.before('Create_reminder', () => write(ticket, columns));
  const { now } = await change(ticket, agent(DEMO_USERS.anna));
  await product.idle();
  expect(now).toMatchObject(columns);
  expect(remindersOf(product, ticket)).toEqual([]);
});

it('leaves a ticket alone that went on before the run came to it', async () => {
  const ticket = await createTicket(product);
  const columns = { statuscode: TICKET_STATUS.waiting, rcc_statusversion: 2, rcc_slapausedsince: product.instantIn(0) };
  interruptions.before('Get_ticket', () => write(ticket, columns));
  const { now } = await change(ticket, agent(DEMO_USERS.anna));
  expect(now).toMatchObject({
    statuscode: TICKET_STATUS.waiting,
    rcc_statusversion: 2,
    _ownerid_value: DEMO_USERS.anna,
  });
  expect(now.rcc_slapausedsince).not.toBeNull();
  expect(remindersOf(product, ticket)).toEqual([]);
});

it('writes to nobody when somebody else has got the ticket meanwhile', async () => {
  const ticket = await createTicket(product);
  const { row } = await change(ticket, agent(DEMO_USERS.anna));
  await product.pass(5);
  await change(ticket, agent(DEMO_USERS.ben));
  const stale = await createTicket(product);
  await product.update('rcc_tickets', String(stale.rcc_ticketid), agent(DEMO_USERS.ben));
  await product.idle();
  await deliver({ ...row, rcc_ticketid: stale.rcc_ticketid, rcc_ticketnumber: stale.rcc_ticketnumber });
  expect(mailsAbout(product, stale, ANNA)).toEqual([]);
  expect(ticketNow(product, stale)).toMatchObject({ _ownerid_value: DEMO_USERS.ben, rcc_statusversion: 2 });
});

it('leaves a ticket to whom it was given while an earlier assignment failed', async () => {
  const ticket = await createTicket(product);
  interruptions.before('Assign_ticket', async () => {
    await write(ticket, agent(DEMO_USERS.ben));
    return refusal(400);
  });
  const { now } = await change(ticket, agent(DEMO_USERS.anna));
  expect(now).toMatchObject({
    statuscode: TICKET_STATUS.assigned,
    rcc_statusversion: 2,
    _ownerid_value: DEMO_USERS.ben,
  });
  expect(mailsAbout(product, ticket, ANNA)).toEqual([]);
  expect(mailsAbout(product, ticket, BEN)).toHaveLength(1);
});

describe('taken from its agent in the app', () => {
  const nobody = { 'rcc_AssignedAgent@odata.bind': null };
  const statusChanges = async ({ rcc_ticketid }: PresentedRow) =>
    (await product.product.proxy.store.eventsAbout({ ticketId: String(rcc_ticketid) }))
      .filter(({ type }) => type === 'ticket.status_changed')
      .map(({ payload }) => [payload.status_from, payload.status_to, payload.status_version, payload.agent_id]);

  it.each([
    ['assigned', {}, 2],
    ['in_progress', { statuscode: TICKET_STATUS.inProgress, rcc_statusversion: 3 }, 3],
  ])('a ticket that is %s is unassigned, with nobody’s reminder', async (status, columns, version) => {
    const ticket = await createTicket(product, { rcc_remindedon: product.instantIn(-10) });
    const { now: had } = await change(ticket, agent(DEMO_USERS.anna));
    expect(remindersOf(product, ticket)).toHaveLength(1);
    await write(ticket, columns);
    await product.idle();
    const { row, now, runs } = await change(ticket, nobody);
    expect(runs).toMatchObject([{ status: 'Succeeded' }]);
    const unassigned = {
      ...{ statuscode: TICKET_STATUS.unassigned, rcc_statusversion: version + 1, _rcc_assignedagent_value: null },
      ...{ rcc_assignedon: null, rcc_remindedon: null, rcc_remindereventid: null },
      ...{ _ownerid_value: had._createdby_value, _rcc_givenbackby_value: DEMO_USERS.anna },
    };
    expect(now).toMatchObject(unassigned);
    expect(remindersOf(product, ticket)).toEqual([]);
    expect(mailsAbout(product, ticket, '')).toHaveLength(1);
    expect(resultOf(runs, FLOW)).toMatchObject({ assignment_status: 'unassigned', notification_status: 'not_needed' });
    await deliver(row);
    expect(ticketNow(product, ticket)).toMatchObject(unassigned);
    expect((await statusChanges(ticket)).filter(([, to]) => to === 'unassigned')).toEqual([
      [status, 'unassigned', version + 1, DEMO_USERS.anna],
    ]);
    const { now: given } = await change(ticket, agent(DEMO_USERS.ben));
    expect(given).toMatchObject({ statuscode: TICKET_STATUS.assigned, _rcc_givenbackby_value: null });
  });

  it('a ticket that waits for the customer goes on waiting', async () => {
    const ticket = await createTicket(product, { ...agent(DEMO_USERS.anna), statuscode: TICKET_STATUS.waiting });
    const { now, runs } = await change(ticket, nobody);
    expect([now.statuscode, runs]).toEqual([TICKET_STATUS.waiting, []]);
  });

  it('is left to whom it was given at once', async () => {
    const ticket = await createTicket(product);
    await change(ticket, agent(DEMO_USERS.anna));
    await product.pass(5);
    interruptions.before('Get_ticket', () => write(ticket, agent(DEMO_USERS.ben)));
    const { now } = await change(ticket, nobody);
    expect(now).toMatchObject({ statuscode: TICKET_STATUS.assigned, _rcc_assignedagent_value: DEMO_USERS.ben });
  });

  it('is unassigned also when the service does not answer', async () => {
    const ticket = await createTicket(product);
    await change(ticket, agent(DEMO_USERS.anna));
    interruptions.before('Assign_ticket', () => Promise.resolve(refusal(400)));
    const { now, runs } = await change(ticket, nobody);
    expect(runs).toMatchObject([{ status: 'Failed' }]);
    expect(now).toMatchObject({
      ...{ statuscode: TICKET_STATUS.unassigned, rcc_statusversion: 3, rcc_assignedon: null },
      _rcc_givenbackby_value: DEMO_USERS.anna,
    });
  });
});

it('counts a ticket that somebody hands out as the agent’s turn, whoever has a profile', async () => {
  const profile = () => product.rows('rcc_agentprofile').find((row) => row._rcc_user_value === DEMO_USERS.ben)!;
  await product.pass(5);
  const { now } = await change(await createTicket(product), agent(DEMO_USERS.ben));
  expect(profile().rcc_lastassignedon).toBe(now.rcc_assignedon);
});

it('says so when a claim was taken but nothing shows that the agent was told', async () => {
  const ticket = await createTicket(product);
  const { row } = await change(ticket, agent(DEMO_USERS.anna));
  await write(ticket, { rcc_remindereventid: null });
  await deliver(row);
  expect(mailsAbout(product, ticket, ANNA)).toHaveLength(1);
  const [run] = await runsOf();
  expect(product.rows('rcc_errorlog').filter(({ rcc_runid }) => rcc_runid === run?.runId)).toMatchObject([
    { rcc_code: 'NoticeUnknown' },
  ]);
});

it('lets a ticket that waits for the customer go on waiting when it is given to somebody', async () => {
  const ticket = await createTicket(product, {
    statuscode: TICKET_STATUS.waiting,
    rcc_slapausedsince: product.instantIn(-60),
  });
  const { now } = await change(ticket, agent(DEMO_USERS.anna));
  expect(now).toMatchObject({ statuscode: TICKET_STATUS.waiting, rcc_slapausedsince: ticket.rcc_slapausedsince });
  expect(now._ownerid_value).toBe(DEMO_USERS.anna);
});

it('starts no run for a resolved or closed ticket, nor when the same agent is written again', async () => {
  const resolved = await createTicket(product, { statuscode: TICKET_STATUS.resolved });
  const closed = await createTicket(product, { statecode: 1, statuscode: TICKET_STATUS.closed });
  expect((await change(resolved, agent(DEMO_USERS.anna))).runs).toEqual([]);
  expect((await change(closed, agent(DEMO_USERS.anna))).runs).toEqual([]);
  const ticket = await createTicket(product);
  await change(ticket, agent(DEMO_USERS.anna));
  await product.pass(10);
  expect((await change(ticket, agent(DEMO_USERS.anna))).runs).toEqual([]);
  expect((await change(ticket, agent(DEMO_USERS.ben))).runs).toHaveLength(1);
});

describe('with faults', () => itKeepsItsPromises(FLOW, situations, { off: SCHEDULED }));
