import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import { DEMO_USERS } from '../../workbench/start/demo-desk';
import { openProduct, type TestProduct } from '../product/open-product';
import { agent, createTicket, mailsAbout, resultOf, ticketNow } from './desk-ticket';
import { TICKET_STATUS, runsOf } from './desk-words';
import { itKeepsItsPromises } from './fault-matrix';
import { createInterruptions, refusal } from './interruptions';
import { situations } from './situations/escalation-for-delayed-tickets';

const FLOW = 'Escalation for Delayed Tickets';
const ANNA = 'anna@shop.example';
const SUPERVISOR = 'sofia@shop.example';
const FALLBACK = 'supervisor@shop.example';
/** Their doings are shown by their own tests. */
const OTHERS = [
  'Daily Ticket Summary',
  'Publish Metrics',
  'Ticket Assignment',
  'Ticket Auto-Assignment',
  'Ticket Housekeeping',
  'Ticket Status Recording',
];

const between = createInterruptions();
let product: TestProduct;
const open = (variables: Record<string, unknown> = {}, start = '2026-03-10T08:00:00Z', off = OTHERS) =>
  openProduct({ desk: true, off, start: new Date(start), wrapConnector: between.wrapConnector, variables });

const hoursAgo = (hours: number): string => product.instantIn(-hours * 60);
/** A ticket Anna has had for so many hours without doing anything. */
const silentFor = (hours: number, columns: Readonly<Record<string, unknown>> = {}): Promise<PresentedRow> =>
  createTicket(product, {
    ...agent(DEMO_USERS.anna),
    statuscode: TICKET_STATUS.assigned,
    rcc_statusversion: 2,
    rcc_assignedon: hoursAgo(hours),
    ...columns,
  });

async function look() {
  product.product.platform.raise(FLOW, {});
  const runs = await product.idle();
  return { run: runsOf(FLOW, runs).at(-1)!, runs };
}
const pass = (hours: number) => product.pass(hours * 60);
const notesOf = ({ rcc_ticketid }: PresentedRow) =>
  product.rows('annotation').filter(({ _objectid_value }) => _objectid_value === rcc_ticketid);
const outcomeOf = (runs: Parameters<typeof resultOf>[0], { rcc_ticketid }: PresentedRow) =>
  (resultOf(runs, FLOW) as { late_tickets: { ticket_id: unknown }[] }).late_tickets.find(
    ({ ticket_id }) => ticket_id === rcc_ticketid,
  );

describe('every morning', () => {
  beforeAll(async () => {
    product = await open();
  });
  afterAll(() => product.close());
  afterEach(() => between.clear());

  it('costs nine actions when nothing is late', async () => {
    const { run, runs } = await look();
    expect(run).toMatchObject({ status: 'Succeeded', billableActions: 9 });
    expect(resultOf(runs, FLOW)).toEqual({ late_tickets: [] });
  });

  it('reminds the agent once of a ticket that was silent for two days', async () => {
    const ticket = await silentFor(49);
    const { run, runs } = await look();
    expect(run.status).toBe('Succeeded');
    expect(mailsAbout(product, ticket, ANNA)).toHaveLength(1);
    expect(mailsAbout(product, ticket, SUPERVISOR)).toEqual([]);
    expect(ticketNow(product, ticket)).toMatchObject({
      statuscode: TICKET_STATUS.assigned,
      rcc_statusversion: 2,
      rcc_remindedon: '2026-03-10T08:00:00Z',
    });
    expect(outcomeOf(runs, ticket)).toEqual({
      ticket_id: ticket.rcc_ticketid,
      ticket_number: ticket.rcc_ticketnumber,
      action: 'remind_agent',
      reason: 'agent_silent',
      agent_notice: 'sent',
      supervisor_notice: 'nobody_to_tell',
    });
    await look();
    expect(mailsAbout(product, ticket, ANNA)).toHaveLength(1);
  });

  it('escalates after three days: status, level, note, and a mail each to the agent and the supervisor of the team', async () => {
    const ticket = await silentFor(73);
    const { runs } = await look();
    expect(ticketNow(product, ticket)).toMatchObject({
      statuscode: TICKET_STATUS.escalated,
      rcc_statusversion: 3,
      rcc_escalationlevel: 1,
      rcc_escalatedon: '2026-03-10T08:00:00Z',
    });
    expect(notesOf(ticket)).toHaveLength(1);
    expect(mailsAbout(product, ticket, ANNA)).toHaveLength(1);
    expect(mailsAbout(product, ticket, SUPERVISOR)).toHaveLength(1);
    expect(outcomeOf(runs, ticket)).toMatchObject({
      action: 'escalate',
      agent_notice: 'sent',
      supervisor_notice: 'sent',
    });
    await look();
    expect(notesOf(ticket)).toHaveLength(1);
    expect(mailsAbout(product, ticket, SUPERVISOR)).toHaveLength(1);
    expect(ticketNow(product, ticket)).toMatchObject({ rcc_statusversion: 3, rcc_escalationlevel: 1 });
  });

  it('tells the supervisor once of a ticket nobody has when its first response is overdue', async () => {
    const late = await createTicket(product, { rcc_firstresponsedue: hoursAgo(1) });
    const inTime = await createTicket(product, { rcc_firstresponsedue: hoursAgo(-1) });
    const answered = await createTicket(product, {
      rcc_firstresponsedue: hoursAgo(1),
      rcc_firstrespondedon: hoursAgo(2),
    });
    const { runs } = await look();
    expect(mailsAbout(product, late, SUPERVISOR)).toHaveLength(1);
    expect(ticketNow(product, late)).toMatchObject({ statuscode: TICKET_STATUS.unassigned, rcc_statusversion: 1 });
    expect(ticketNow(product, late).rcc_remindedon).not.toBeNull();
    expect(outcomeOf(runs, late)).toMatchObject({ action: 'tell_supervisor', supervisor_notice: 'sent' });
    for (const ticket of [inTime, answered]) expect(mailsAbout(product, ticket, SUPERVISOR)).toEqual([]);
    await look();
    expect(mailsAbout(product, late, SUPERVISOR)).toHaveLength(1);
  });

  it('tells the supervisor once of a ticket nobody has whose customer waits again after an answer', async () => {
    // A normal ticket is to be answered within eight hours.
    const answered = { rcc_firstresponsedue: hoursAgo(20), rcc_firstrespondedon: hoursAgo(27) };
    const late = await createTicket(product, { ...answered, rcc_lastcustomeractivityon: hoursAgo(9) });
    const inTime = await createTicket(product, { ...answered, rcc_lastcustomeractivityon: hoursAgo(7) });
    const unresolved = await createTicket(product, { ...answered, rcc_resolutiondue: hoursAgo(1) });
    const { runs } = await look();
    expect(outcomeOf(runs, late)).toMatchObject({ action: 'tell_supervisor', reason: 'customer_waiting' });
    for (const ticket of [late, unresolved]) expect(mailsAbout(product, ticket, SUPERVISOR)).toHaveLength(1);
    expect(mailsAbout(product, inTime, SUPERVISOR)).toEqual([]);
    await pass(2);
    await look();
    for (const ticket of [late, unresolved, inTime]) expect(mailsAbout(product, ticket, SUPERVISOR)).toHaveLength(1);
    await product.update('rcc_tickets', String(late.rcc_ticketid), { rcc_lastcustomeractivityon: hoursAgo(0) });
    await pass(9);
    await look();
    expect(mailsAbout(product, late, SUPERVISOR)).toHaveLength(2);
    expect(mailsAbout(product, unresolved, SUPERVISOR)).toHaveLength(1);
  });

  it('sees in a second run of the same day what has become late since', async () => {
    const ticket = await silentFor(71.9);
    await look();
    expect(mailsAbout(product, ticket, ANNA)).toHaveLength(1);
    await pass(0.5);
    await look();
    expect(ticketNow(product, ticket).statuscode).toBe(TICKET_STATUS.escalated);
    expect(mailsAbout(product, ticket, SUPERVISOR)).toHaveLength(1);
  });

  it.each([
    ['supervisor', 80, 'Mail_supervisor', SUPERVISOR, 'supervisor_not_told'],
    ['agent', 80, 'Mail_agent', ANNA, 'agent_not_told'],
    ['agent', 50, 'Mail_agent', ANNA, 'agent_not_told'],
  ])('the row says at once that the %s was not told after %d hours', async (who, hours, action, address, reason) => {
    const ticket = await silentFor(hours, { rcc_reviewreasons: 'money' });
    between.before(action, () => Promise.resolve(refusal(500)));
    const { run, runs } = await look();
    expect(run.status).toBe('Failed');
    expect(ticketNow(product, ticket)).toMatchObject({
      statuscode: hours === 80 ? TICKET_STATUS.escalated : TICKET_STATUS.assigned,
      rcc_requireshumanreview: true,
      rcc_reviewreasons: `money; ${reason}`,
    });
    const row = ticketNow(product, ticket);
    expect(hours === 80 ? row.rcc_escalatedon : row.rcc_remindedon).not.toBeNull();
    expect(runs.some(({ flowName }) => flowName === 'Log Flow Error')).toBe(true);
    const doubt = 'please tell the supervisor';
    expect(notesOf(ticket).map((note) => String(note.notetext).includes(doubt))).toEqual(
      hours === 80 ? [who === 'supervisor'] : [],
    );
    await look();
    expect(mailsAbout(product, ticket, address)).toEqual([]);
  });

  it('writes to the supervisors’ mailbox when the team has no supervisor', async () => {
    const ticket = await createTicket(product, { rcc_team: null, rcc_firstresponsedue: hoursAgo(1) });
    await look();
    expect(mailsAbout(product, ticket, FALLBACK)).toHaveLength(1);
  });

  it('leaves alone who acted, who waits for the customer, what is snoozed and what is over', async () => {
    const tickets = [
      await silentFor(47),
      await silentFor(100, { rcc_lastagentactivityon: hoursAgo(1) }),
      await silentFor(100, { statuscode: TICKET_STATUS.waiting }),
      await silentFor(100, { statuscode: TICKET_STATUS.resolved }),
      await silentFor(100, { rcc_snoozeduntil: hoursAgo(-1) }),
    ];
    await look();
    for (const ticket of tickets) {
      expect(mailsAbout(product, ticket, '')).toEqual([]);
      expect(ticketNow(product, ticket)).toMatchObject({ rcc_statusversion: 2, statuscode: ticket.statuscode });
    }
  });

  it('leaves a ticket alone that its agent took up while the run went on', async () => {
    const ticket = await silentFor(80);
    between.before('Read_again', async () => {
      await product.update('rcc_tickets', String(ticket.rcc_ticketid), {
        statuscode: TICKET_STATUS.inProgress,
        rcc_statusversion: 3,
        rcc_lastagentactivityon: hoursAgo(0),
      });
    });
    await look();
    expect(ticketNow(product, ticket)).toMatchObject({ statuscode: TICKET_STATUS.inProgress, rcc_statusversion: 3 });
    expect(mailsAbout(product, ticket, '')).toEqual([]);
  });

  it('does nothing about one delay twice, and starts anew when the agent acts and falls silent again', async () => {
    const ticket = await silentFor(0);
    for (let day = 1; day <= 6; day += 1) {
      await pass(24);
      await product.idle();
    }
    expect(mailsAbout(product, ticket, ANNA)).toHaveLength(2);
    expect(mailsAbout(product, ticket, SUPERVISOR)).toHaveLength(1);
    const escalated = ticketNow(product, ticket);
    expect(escalated).toMatchObject({ statuscode: TICKET_STATUS.escalated, rcc_escalationlevel: 1 });
    await product.update('rcc_tickets', String(ticket.rcc_ticketid), {
      statuscode: TICKET_STATUS.inProgress,
      rcc_statusversion: 4,
      rcc_lastagentactivityon: product.clock.now().toISOString(),
    });
    await pass(24 * 6);
    await product.idle();
    expect(mailsAbout(product, ticket, ANNA)).toHaveLength(4);
    expect(mailsAbout(product, ticket, SUPERVISOR)).toHaveLength(2);
    expect(ticketNow(product, ticket)).toMatchObject({ statuscode: TICKET_STATUS.escalated, rcc_escalationlevel: 2 });
    expect(notesOf(ticket)).toHaveLength(2);
  });

  it('goes on with the other tickets when one cannot be dealt with, and fails at the end', async () => {
    const [first, second] = [await silentFor(50), await silentFor(50)];
    between.before('Claim_notices', () => Promise.resolve(refusal(400)));
    const { run } = await look();
    expect(run.status).toBe('Failed');
    expect(mailsAbout(product, first, ANNA)).toEqual([]);
    expect(mailsAbout(product, second, ANNA)).toHaveLength(1);
    expect(product.rows('rcc_errorlog').filter(({ rcc_runid }) => rcc_runid === run.runId)).toHaveLength(1);
    await look();
    expect(mailsAbout(product, first, ANNA)).toHaveLength(1);
    expect(mailsAbout(product, second, ANNA)).toHaveLength(1);
  });

  it('says so on the ticket when a notice was claimed before and may not have gone out', async () => {
    const ticket = await silentFor(80, { rcc_reviewreasons: 'money' });
    // The run ends after the claim, before any mail.
    between.before('Mail_agent', () => Promise.resolve(refusal(400)));
    between.before('Mail_supervisor', () => Promise.resolve(refusal(400)));
    between.before('Escalate_row', () => Promise.resolve(refusal(400)));
    expect((await look()).run.status).toBe('Failed');
    const { run, runs } = await look();
    expect(run.status).toBe('Succeeded');
    expect(mailsAbout(product, ticket, '')).toEqual([]);
    const events = await product.product.proxy.store.eventsAbout({ ticketId: String(ticket.rcc_ticketid) });
    expect(events.filter(({ type }) => type === 'ticket.escalated')).toHaveLength(1);
    expect(ticketNow(product, ticket)).toMatchObject({
      statuscode: TICKET_STATUS.escalated,
      rcc_requireshumanreview: true,
      rcc_reviewreasons: 'money; notice_unknown',
    });
    expect(outcomeOf(runs, ticket)).toMatchObject({ supervisor_notice: 'claimed_before' });
    expect(notesOf(ticket)).toHaveLength(1);
  });
});

describe('by setting', () => {
  afterEach(() => product.close());

  it('counts business hours only', async () => {
    // A Monday: the weekend does not count for a desk that is open on weekdays.
    product = await open(
      { rcc_EscalationInBusinessHours: true },
      '2026-03-16T08:00:00Z',
      OTHERS.filter((name) => name !== 'Publish Metrics'),
    );
    const [desk] = product.rows('rcc_businesshours');
    const day = [{ from: '08:00', to: '18:00' }];
    await product.update('rcc_businesshourses', String(desk!.rcc_businesshoursid), {
      rcc_weeklyintervals: JSON.stringify({ monday: day, tuesday: day, wednesday: day, thursday: day, friday: day }),
    });
    // The service hears of the hours.
    product.product.platform.raise('Publish Metrics', {});
    await product.idle();
    const overTheWeekend = await silentFor(80);
    const forWeeks = await silentFor(24 * 7);
    await look();
    expect(mailsAbout(product, overTheWeekend, '')).toEqual([]);
    // Fifty hours: from Monday to Friday.
    expect(mailsAbout(product, forWeeks, ANNA)).toHaveLength(1);
    expect(ticketNow(product, forWeeks).statuscode).toBe(TICKET_STATUS.assigned);
  });

  it('reminds and escalates after other hours', async () => {
    product = await open({ rcc_ReminderHours: 2, rcc_EscalationHours: 4 });
    const [reminded, escalated] = [await silentFor(3), await silentFor(5)];
    await look();
    expect(ticketNow(product, reminded).rcc_remindedon).not.toBeNull();
    expect(ticketNow(product, escalated).statuscode).toBe(TICKET_STATUS.escalated);
  });

  it('runs at seven in the morning, UTC', async () => {
    product = await open({}, '2026-03-10T06:59:00Z');
    const ticket = await silentFor(50);
    await pass(0.1);
    await product.idle();
    expect(ticketNow(product, ticket).rcc_remindedon).toBe('2026-03-10T07:00:00Z');
  });
});

describe('with faults', () => itKeepsItsPromises(FLOW, situations, { off: OTHERS }));
