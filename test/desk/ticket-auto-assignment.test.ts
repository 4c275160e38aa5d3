import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import type { RunRecord } from '../../workbench/flow-engine/types';
import { DEMO_USERS } from '../../workbench/start/demo-desk';
import { openProduct, SCHEDULED, type TestProduct } from '../product/open-product';
import { agent, createTicket, mailsAbout, resultOf, ticketNow } from './desk-ticket';
import { TICKET_STATUS } from './desk-words';
import { createInterruptions, refusal } from './interruptions';
import { itKeepsItsPromises } from './fault-matrix';
import { situations } from './situations/ticket-auto-assignment';

const FLOW = 'Ticket Auto-Assignment';
const CARE = 727000005;
/** Open all week long. */
const ALL_WEEK = JSON.stringify(
  Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => [
      day,
      [{ from: '00:00', to: '24:00' }],
    ]),
  ),
);

let product: TestProduct;
const interruptions = createInterruptions();

beforeAll(async () => {
  // A Tuesday morning.
  product = await openProduct({
    desk: true,
    off: SCHEDULED.filter((name) => name !== FLOW),
    start: new Date('2026-06-16T09:01:00Z'),
    wrapConnector: interruptions.wrapConnector,
  });
});
afterAll(() => product.close());
afterEach(async () => {
  interruptions.clear();
  // Nobody has or waits for anything when the next test begins, and the desk is as it was.
  for (const ticket of product.rows('rcc_ticket')) {
    await write(ticket, { statecode: 1, statuscode: TICKET_STATUS.closed });
  }
  await product.update('rcc_agentprofiles', profile(), { rcc_capacity: 25, rcc_available: true });
  await product.update('rcc_teams', careTeam(), { rcc_autoassign: true });
  await product.update('rcc_businesshourses', hours(), { rcc_weeklyintervals: ALL_WEEK, rcc_isdefault: true });
  await product.update('systemusers', DEMO_USERS.carla, { isdisabled: false });
  await product.idle();
});

const write = async (ticket: PresentedRow, columns: Record<string, unknown>): Promise<void> => {
  await product.update('rcc_tickets', String(ticket.rcc_ticketid), columns);
};
const carla = () => product.rows('rcc_agentprofile').find((row) => row._rcc_user_value === DEMO_USERS.carla)!;
const profile = (): string => String(carla().rcc_agentprofileid);
const careTeam = (): string => String(product.rows('rcc_team').find((row) => row.rcc_teamcode === CARE)!.rcc_teamid);
const hours = (): string => String(product.rows('rcc_businesshours')[0]!.rcc_businesshoursid);

/** Lets the schedule's next turn come. @returns the flow's run */
async function nextTurn() {
  const earlier = new Set(product.product.platform.runs(1000).map(({ runId }) => runId));
  await product.pass(10);
  await product.idle();
  const runs = product.product.platform
    .runs(1000)
    .filter(({ runId, flowName }) => flowName === FLOW && !earlier.has(runId));
  expect(runs).toHaveLength(1);
  return runs[0]!;
}

it('costs three actions when nobody waits', async () => {
  const assigned = await createTicket(product, { statuscode: TICKET_STATUS.assigned, ...agent(DEMO_USERS.carla) });
  const snoozed = await createTicket(product, { rcc_snoozeduntil: '2026-06-17T00:00:00Z' });
  expect(await nextTurn()).toMatchObject({ status: 'Succeeded', billableActions: 3 });
  expect(ticketNow(product, assigned)._rcc_assignedagent_value).toBe(DEMO_USERS.carla);
  expect(ticketNow(product, snoozed).statuscode).toBe(TICKET_STATUS.unassigned);
});

it('gives a waiting ticket to the agent of its team, who is then told as after any assignment', async () => {
  const ticket = await createTicket(product);
  const run = await nextTurn();
  expect(run).toMatchObject({ status: 'Succeeded', billableActions: 18 });
  expect(ticketNow(product, ticket)).toMatchObject({
    statuscode: TICKET_STATUS.assigned,
    rcc_statusversion: 2,
    _rcc_assignedagent_value: DEMO_USERS.carla,
    _ownerid_value: DEMO_USERS.carla,
  });
  expect(ticketNow(product, ticket).rcc_assignedon).not.toBeNull();
  expect(carla().rcc_lastassignedon).not.toBeNull();
  expect(mailsAbout(product, ticket, 'carla@shop.example')).toHaveLength(1);
  expect(resultOf([run], FLOW)).toMatchObject({
    open: true,
    assignments: [{ ticket_id: ticket.rcc_ticketid, agent_id: DEMO_USERS.carla, status_version: 2 }],
    left: [],
  });
});

it('counts what an agent has already, and leaves what nobody has room for', async () => {
  await product.update('rcc_agentprofiles', profile(), {
    rcc_capacity: 2,
  });
  await createTicket(product, { statuscode: TICKET_STATUS.waiting, ...agent(DEMO_USERS.carla) });
  const later = await createTicket(product, { rcc_firstresponsedue: '2026-06-16T12:00:00Z' });
  const sooner = await createTicket(product, { rcc_firstresponsedue: '2026-06-16T11:00:00Z' });
  const run = await nextTurn();
  expect(ticketNow(product, sooner)._rcc_assignedagent_value).toBe(DEMO_USERS.carla);
  expect(ticketNow(product, later)).toMatchObject({
    statuscode: TICKET_STATUS.unassigned,
    _rcc_assignedagent_value: null,
  });
  expect(resultOf([run], FLOW)).toMatchObject({ left: [{ ticket_id: later.rcc_ticketid, reason: 'no_capacity' }] });
});

it.each<[string, () => Promise<unknown>, string]>([
  [
    'while the desk is closed',
    () =>
      product.update('rcc_businesshourses', hours(), {
        rcc_weeklyintervals: '{"monday":[{"from":"09:00","to":"17:00"}]}',
      }),
    'desk_closed',
  ],
  [
    'of a team whose tickets are handed out by hand',
    () => product.update('rcc_teams', careTeam(), { rcc_autoassign: false }),
    'team_by_hand',
  ],
  [
    'while the agent takes no tickets',
    () =>
      product.update('rcc_agentprofiles', profile(), {
        rcc_available: false,
      }),
    'nobody_on_shift',
  ],
  [
    'while the agent’s account is disabled',
    () => product.update('systemusers', DEMO_USERS.carla, { isdisabled: true }),
    'nobody_on_shift',
  ],
])('leaves a ticket %s', async (_name, arrange, reason) => {
  await arrange();
  const ticket = await createTicket(product, { rcc_team: CARE });
  const run = await nextTurn();
  expect(ticketNow(product, ticket)).toMatchObject({ statuscode: TICKET_STATUS.unassigned, rcc_statusversion: 1 });
  expect(resultOf([run], FLOW)).toMatchObject({ left: [{ ticket_id: ticket.rcc_ticketid, reason }] });
});

describe('a row that cannot be used', () => {
  const ben = () => product.rows('rcc_agentprofile').find((row) => row._rcc_user_value === DEMO_USERS.ben)!;
  const mended: Record<string, unknown> = {};
  const breakBen = async (columns: Record<string, unknown>) => {
    const before = ben();
    for (const name of Object.keys(columns)) mended[name] = before[name];
    await product.update('rcc_agentprofiles', String(before.rcc_agentprofileid), columns);
  };
  afterEach(() => product.update('rcc_agentprofiles', String(ben().rcc_agentprofileid), mended));
  const named = (run: RunRecord) =>
    product
      .rows('rcc_errorlog')
      .filter(({ rcc_runid, rcc_code }) => rcc_runid === run.runId && rcc_code === 'RowsPassedOver');
  const mailsToAdministrator = () =>
    [...product.product.platform.outlook.sent()].filter(({ subject }) => subject === `Flow failed: ${FLOW}`);

  it('does not keep tickets from the other agents; the administrator hears of it once a day', async () => {
    await breakBen({ rcc_shift: 'nine to five' });
    const before = mailsToAdministrator().length;
    const ticket = await createTicket(product);
    const run = await nextTurn();
    expect(run.status).toBe('Succeeded');
    expect(ticketNow(product, ticket)._rcc_assignedagent_value).toBe(DEMO_USERS.carla);
    const target = `rcc_agentprofiles(${String(ben().rcc_agentprofileid)})/shift`;
    expect(resultOf([run], FLOW)).toMatchObject({ problems: [{ target }] });
    expect(named(run)).toHaveLength(1);
    expect(named(run)[0]!.rcc_message).toContain(`${target} must be JSON, written like`);
    expect(mailsToAdministrator()).toHaveLength(before + 1);

    const other = await createTicket(product);
    const again = await nextTurn();
    expect(ticketNow(product, other)._rcc_assignedagent_value).toBe(DEMO_USERS.carla);
    expect(resultOf([again], FLOW)).toMatchObject({ problems: [{ target }] });
    expect(named(again)).toEqual([]);
    expect(mailsToAdministrator()).toHaveLength(before + 1);
  });

  it.each([
    ['capacity', { rcc_capacity: null }],
    ['teams', { rcc_teams: null }],
    ['agent_id', { _rcc_user_value: null }],
  ])('is one with an empty column too, as it may come in by an import: %s', async (field, columns) => {
    const value = [carla(), { ...ben(), rcc_skills: null, ...columns }];
    interruptions.before('Find_agents', () => Promise.resolve({ statusCode: 200, headers: {}, body: { value } }));
    const ticket = await createTicket(product);
    const run = await nextTurn();
    expect(ticketNow(product, ticket)._rcc_assignedagent_value).toBe(DEMO_USERS.carla);
    const target = `rcc_agentprofiles(${String(ben().rcc_agentprofileid)})/${field}`;
    expect(resultOf([run], FLOW)).toMatchObject({ problems: [{ target }] });
  });

  it('is that of the business hours: the desk goes by those told before', async () => {
    await product.update('rcc_businesshourses', hours(), { rcc_weeklyintervals: 'nine to five' });
    const ticket = await createTicket(product);
    const run = await nextTurn();
    expect(ticketNow(product, ticket)._rcc_assignedagent_value).toBe(DEMO_USERS.carla);
    expect(resultOf([run], FLOW)).toMatchObject({
      problems: [{ target: 'body/business_hours/weekly_intervals' }],
    });
  });
});

it('offers a ticket that was given back to somebody else first', async () => {
  const other = product.rows('rcc_agentprofile').find((row) => row._rcc_user_value === DEMO_USERS.ben)!;
  const teams = other.rcc_teams;
  await product.update('rcc_agentprofiles', String(other.rcc_agentprofileid), { rcc_teams: '727000004' });
  // Carla is the better choice: an expert for an upset customer.
  const ticket = await createTicket(product, { rcc_sentiment: 727000002 });
  await nextTurn();
  expect(ticketNow(product, ticket)._rcc_assignedagent_value).toBe(DEMO_USERS.carla);
  await write(ticket, { 'rcc_AssignedAgent@odata.bind': null });
  await product.idle();
  expect(ticketNow(product, ticket)).toMatchObject({ statuscode: TICKET_STATUS.unassigned, rcc_statusversion: 3 });
  await nextTurn();
  expect(ticketNow(product, ticket)._rcc_assignedagent_value).toBe(DEMO_USERS.ben);
  await product.update('rcc_agentprofiles', String(other.rcc_agentprofileid), { rcc_teams: teams });
});

it('works without default business hours, as the service knows them', async () => {
  await product.update('rcc_businesshourses', hours(), { rcc_isdefault: false });
  const ticket = await createTicket(product);
  expect(await nextTurn()).toMatchObject({ status: 'Succeeded' });
  expect(ticketNow(product, ticket).statuscode).toBe(TICKET_STATUS.assigned);
});

it('leaves a ticket to whoever took it while it was being handed out', async () => {
  const [taken, waiting] = [await createTicket(product), await createTicket(product)];
  interruptions.before('Auto_assign_tickets', () =>
    write(taken, { ...agent(DEMO_USERS.ben), statuscode: TICKET_STATUS.assigned, rcc_statusversion: 2 }),
  );
  await nextTurn();
  expect(ticketNow(product, taken)).toMatchObject({ _rcc_assignedagent_value: DEMO_USERS.ben, rcc_statusversion: 2 });
  expect(ticketNow(product, waiting)).toMatchObject({ _rcc_assignedagent_value: DEMO_USERS.carla });
  expect(mailsAbout(product, taken, 'carla@shop.example')).toEqual([]);
});

it('does not take a ticket from the agent it is being assigned to by hand', async () => {
  const ticket = await createTicket(product, agent(DEMO_USERS.ben));
  expect(await nextTurn()).toMatchObject({ billableActions: 3 });
  expect(ticketNow(product, ticket)._rcc_assignedagent_value).toBe(DEMO_USERS.ben);
});

it('hands out the other tickets when one cannot be saved', async () => {
  const [first, second] = [await createTicket(product), await createTicket(product)];
  interruptions.before('Assign_agent', () => Promise.resolve(refusal(403)));
  expect(await nextTurn()).toMatchObject({ status: 'Failed' });
  const statuses = [first, second].map((ticket) => ticketNow(product, ticket).statuscode);
  expect(statuses.sort()).toEqual([TICKET_STATUS.unassigned, TICKET_STATUS.assigned]);
  expect(await nextTurn()).toMatchObject({ status: 'Succeeded' });
  expect([first, second].map((ticket) => ticketNow(product, ticket).statuscode)).toEqual([
    TICKET_STATUS.assigned,
    TICKET_STATUS.assigned,
  ]);
});

describe('with faults', () => itKeepsItsPromises(FLOW, situations, { off: SCHEDULED }));
