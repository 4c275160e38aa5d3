import { TicketFormPage } from '../../solution/form-scripts/form-page.fixture';
import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import { DEMO_USERS } from '../../workbench/start/demo-desk';
import { openProduct, SCHEDULED, type TestProduct } from '../product/open-product';
import { agent, createTicket, mailsAbout, ticketNow } from './desk-ticket';
import { TICKET_STATUS } from './desk-words';

const ANNA = { id: DEMO_USERS.anna, name: 'Anna Schmidt' };
const MAIL_OF_ANNA = 'anna@shop.example';

let product: TestProduct;
beforeAll(async () => {
  product = await openProduct({ desk: true, off: SCHEDULED });
});
afterAll(() => product.close());

const tables = {
  async read(id: string) {
    return ticketNow(product, { rcc_ticketid: id });
  },
  write: (id: string, item: Readonly<Record<string, unknown>>) => product.update('rcc_tickets', id, item),
};

/** Edits a ticket by its form as Anna does, and waits for all that follows. */
async function edit(ticket: PresentedRow, edits: Readonly<Record<string, unknown>>) {
  const page = await TicketFormPage.open(String(ticket.rcc_ticketid), tables, ANNA);
  for (const [name, value] of Object.entries(edits)) page.edit(name, value);
  await page.save();
  const runs = await product.idle();
  expect(runs.filter(({ status }) => status === 'Failed')).toEqual([]);
  const flows = runs.filter(({ status }) => status === 'Succeeded').map(({ flowName }) => flowName);
  return { page, now: ticketNow(product, ticket), flows };
}

/** A ticket Anna has. */
async function ofAnna(): Promise<PresentedRow> {
  const row = await createTicket(product);
  await product.update('rcc_tickets', String(row.rcc_ticketid), agent(DEMO_USERS.anna));
  await product.idle();
  return ticketNow(product, row);
}
const versionAfter = ({ rcc_statusversion }: PresentedRow, moves: number) => Number(rcc_statusversion) + moves;
const eventsOf = async (ticket: PresentedRow, type: string) =>
  (await product.product.proxy.store.eventsAbout({ ticketId: String(ticket.rcc_ticketid) }))
    .filter((event) => event.type === type)
    .map(({ payload }) => payload);

it('A ticket nobody has that gets an agent on the form is Assigned, counted once, and the agent is told once', async () => {
  const ticket = await createTicket(product);
  const { now, flows } = await edit(ticket, { rcc_assignedagent: DEMO_USERS.anna });
  expect(flows).toEqual(['Ticket Assignment']);
  expect(now).toMatchObject({
    statuscode: TICKET_STATUS.assigned,
    rcc_statusversion: versionAfter(ticket, 1),
    _rcc_assignedagent_value: DEMO_USERS.anna,
    _ownerid_value: DEMO_USERS.anna,
  });
  expect(mailsAbout(product, now, MAIL_OF_ANNA)).toHaveLength(1);
});

it('A ticket put to Assigned is taken by who did it', async () => {
  const { now } = await edit(await createTicket(product), { statuscode: TICKET_STATUS.assigned });
  expect(now).toMatchObject({ statuscode: TICKET_STATUS.assigned, _rcc_assignedagent_value: DEMO_USERS.anna });
});

it.each([
  ['clearing the agent', { rcc_assignedagent: null }],
  ['setting it to Unassigned', { statuscode: TICKET_STATUS.unassigned }],
])('A ticket given back by %s is Unassigned, counted once, and who had it is kept', async (_way, edits) => {
  const ticket = await ofAnna();
  const { now } = await edit(ticket, edits);
  expect(now).toMatchObject({
    statuscode: TICKET_STATUS.unassigned,
    rcc_statusversion: versionAfter(ticket, 1),
    _rcc_assignedagent_value: null,
    _rcc_givenbackby_value: DEMO_USERS.anna,
    rcc_remindereventid: null,
  });
});

it('An escalation on the form is recorded, told to the supervisor and dated', async () => {
  const ticket = await ofAnna();
  const { now, flows } = await edit(ticket, { statuscode: TICKET_STATUS.escalated });
  expect(flows).toEqual(['Ticket Status Recording']);
  expect(now).toMatchObject({ rcc_statusversion: versionAfter(ticket, 1), rcc_escalationlevel: 1 });
  expect(await eventsOf(ticket, 'ticket.status_changed')).toHaveLength(1);
});

it('A resolution on the form is confirmed, and the customer is told once', async () => {
  const { now, flows } = await edit(await ofAnna(), { statuscode: TICKET_STATUS.resolved });
  expect(flows).toEqual(['Ticket Resolution']);
  expect(now).toMatchObject({ rcc_resolutionkind: 727000000, rcc_resolvedon: expect.any(String) as string });
  expect(mailsAbout(product, now, String(now.rcc_customeremail))).toHaveLength(1);
});

it('A changed reading is recorded as a correction by who made it, and is the agent’s first action', async () => {
  const ticket = await ofAnna();
  const { now, flows } = await edit(ticket, { rcc_intent: 727000001 });
  expect([...flows].sort()).toEqual(['Record Correction', 'Ticket Status Recording']);
  expect(now).toMatchObject({
    statuscode: TICKET_STATUS.inProgress,
    rcc_statusversion: versionAfter(ticket, 1),
    rcc_remindereventid: null,
  });
  expect(await eventsOf(ticket, 'triage.corrected')).toEqual([
    expect.objectContaining({ corrected_by: DEMO_USERS.anna, intent: 'returns' }),
  ]);
});

it('Two moves that follow one another are two events, with versions that follow one another', async () => {
  const ticket = await ofAnna();
  await edit(ticket, { statuscode: TICKET_STATUS.escalated });
  await edit(ticket, { statuscode: TICKET_STATUS.inProgress });
  expect(await eventsOf(ticket, 'ticket.status_changed')).toMatchObject([
    { status_to: 'escalated', status_version: versionAfter(ticket, 1) },
    { status_to: 'in_progress', status_version: versionAfter(ticket, 2) },
  ]);
});

it('A form that shows a ticket as it stood before a flow moved it saves nothing', async () => {
  const ticket = await ofAnna();
  const page = await TicketFormPage.open(String(ticket.rcc_ticketid), tables, ANNA);
  await product.update('rcc_tickets', String(ticket.rcc_ticketid), {
    statuscode: TICKET_STATUS.waiting,
    rcc_statusversion: versionAfter(ticket, 1),
  });
  await product.idle();
  page.edit('statuscode', TICKET_STATUS.escalated);
  await page.save();
  expect(ticketNow(product, ticket).statuscode).toBe(TICKET_STATUS.waiting);
  expect(page.notifications.has('rcc_moved')).toBe(true);
});
