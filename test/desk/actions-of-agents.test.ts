// The controls' own types, which no other test needs.
/// <reference types="powerapps-component-framework" />
import { randomUUID } from 'node:crypto';
import { CHOICE_DEFAULTS, readChoices } from '../../pcf-controls/TicketTriage/model/choices';
import { COLUMN_DEFAULTS, readMessageColumns, readTicketColumns } from '../../pcf-controls/TicketTriage/model/columns';
import type { TicketAction } from '../../pcf-controls/TicketTriage/model/ticket-actions';
import { TicketWriter, type WriterDesk } from '../../pcf-controls/TicketTriage/model/ticket-writer';
import type { Ticket } from '../../pcf-controls/TicketTriage/model/ticket';
import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import { DEMO_USERS } from '../../workbench/start/demo-desk';
import { openProduct, SCHEDULED, type TestProduct } from '../product/open-product';
import { agent, createTicket, mailsAbout, ticketNow } from './desk-ticket';
import { MESSAGE_STATUS, TICKET_STATUS } from './desk-words';

const ANNA = 'anna@shop.example';
const choices = readChoices((property) => CHOICE_DEFAULTS[property]);
const names = readTicketColumns(COLUMN_DEFAULTS.ticketColumns);
const messageColumns = readMessageColumns(COLUMN_DEFAULTS.messageColumns);

let product: TestProduct;
/** True while answers of the tables are lost on their way to the control. */
let answersAreLost = false;

beforeAll(async () => {
  product = await openProduct({ desk: true, off: SCHEDULED });
});
afterAll(() => product.close());
afterEach(() => {
  answersAreLost = false;
});

const rowOf = (table: string, id: string) => product.rows(table).find((row) => row[`${table}id`] === id);

/** The Web API of the control over the tables of the product. */
const webApi = {
  async retrieveRecord(table: string, id: string) {
    const row = rowOf(table, id);
    if (row === undefined) throw new Error(`There is no ${table} ${id}.`);
    return row;
  },
  async updateRecord(table: string, id: string, change: object) {
    await product.update(`${table}s`, id, change as Record<string, unknown>);
  },
  async createRecord(table: string, row: object) {
    await product.create(`${table}s`, row as Record<string, unknown>);
    if (answersAreLost) throw new Error('The answer was lost.');
  },
} as unknown as WriterDesk['webApi'];

const writer = new TicketWriter(() => ({
  webApi,
  table: 'rcc_ticket',
  messageTable: 'rcc_message',
  messageColumns,
  columns: { inView: names, names },
  choices,
  actor: {
    userId: DEMO_USERS.anna,
    isOnline: true,
    mayWrite: true,
    mayReply: true,
    names,
    messageNames: messageColumns,
  },
  entitySet: async (table) => `${table}s`,
}));

/** A ticket as the control shows it. */
function seen(row: PresentedRow): Ticket {
  const instant = (value: unknown) => (typeof value === 'string' ? new Date(value) : undefined);
  const number = (value: unknown) => (typeof value === 'number' ? value : undefined);
  return {
    id: String(row.rcc_ticketid),
    status: choices.status.word(number(row.statuscode)),
    statusVersion: number(row.rcc_statusversion),
    agentId: (row._rcc_assignedagent_value as string | null) ?? undefined,
    intent: choices.intent.word(number(row.rcc_intent)),
    sentiment: choices.sentiment.word(number(row.rcc_sentiment)),
    priority: choices.priority.word(number(row.rcc_priority)),
    lastCustomerActivityOn: instant(row.rcc_lastcustomeractivityon),
    reviewReasons: [],
    labels: {},
  };
}

/** Does something to a ticket as Anna does in the app, and waits for all that follows. */
async function act(action: TicketAction, row: PresentedRow, key = randomUUID()) {
  const outcome = await writer.write(action, seen(row), key);
  const runs = await product.idle();
  expect(runs.filter(({ status }) => status === 'Failed')).toEqual([]);
  return { outcome, now: ticketNow(product, row), flows: runs.map(({ flowName }) => flowName) };
}
const written = { kind: 'written' };

/** A ticket Anna has. */
async function ofAnna(): Promise<PresentedRow> {
  const row = await createTicket(product, agent(DEMO_USERS.anna));
  await product.update('rcc_tickets', String(row.rcc_ticketid), agent(DEMO_USERS.anna));
  await product.idle();
  return ticketNow(product, row);
}

it('Who takes a ticket nobody has is its agent and owner, is told once, and the status is counted once', async () => {
  const ticket = await createTicket(product);
  const { outcome, now, flows } = await act({ kind: 'assign_to_me' }, ticket);
  expect([outcome, flows]).toEqual([written, ['Ticket Assignment']]);
  expect(now).toMatchObject({
    statuscode: TICKET_STATUS.assigned,
    rcc_statusversion: 2,
    _rcc_assignedagent_value: DEMO_USERS.anna,
    _ownerid_value: DEMO_USERS.anna,
  });
  expect(mailsAbout(product, now, ANNA)).toHaveLength(1);
});

it('A reply is the agent’s first action, reaches the customer once and leaves the ticket waiting', async () => {
  const ticket = await ofAnna();
  const key = randomUUID();
  const { outcome, now } = await act(
    { kind: 'reply', text: 'It arrives <tomorrow>.\nAnna', subject: 'Parcel' },
    ticket,
    key,
  );
  expect(outcome).toEqual(written);
  expect(now).toMatchObject({
    statuscode: TICKET_STATUS.waiting,
    // In progress by the control, Waiting by the flow.
    rcc_statusversion: Number(ticket.rcc_statusversion) + 2,
    rcc_firstrespondedon: expect.any(String),
  });
  const [mail, ...more] = mailsAbout(product, now, String(ticket.rcc_customeremail));
  expect(more).toEqual([]);
  expect(mail?.body).toContain('It arrives &lt;tomorrow&gt;.<br>Anna');
  expect(rowOf('rcc_message', key)).toMatchObject({ rcc_status: MESSAGE_STATUS.sent });
});

it('A reply whose answer was lost is sent once, however often the agent tries', async () => {
  const ticket = await ofAnna();
  const key = randomUUID();
  answersAreLost = true;
  const reply = { kind: 'reply', text: 'Hello' } as const;
  expect((await act(reply, ticket, key)).outcome).toEqual(written);
  expect((await act(reply, ticketNow(product, ticket), key)).outcome).toEqual(written);
  expect(mailsAbout(product, ticket, String(ticket.rcc_customeremail))).toHaveLength(1);
});

it('An escalation tells the supervisor and is dated', async () => {
  const { outcome, now, flows } = await act({ kind: 'escalate' }, await ofAnna());
  expect([outcome, flows]).toEqual([written, ['Ticket Status Recording']]);
  expect(now).toMatchObject({
    statuscode: TICKET_STATUS.escalated,
    rcc_escalatedon: expect.any(String),
    rcc_escalationlevel: 1,
  });
});

it('A ticket that is given back has no agent any more, is the desk’s again and can be taken anew', async () => {
  const ticket = await ofAnna();
  const { outcome, now, flows } = await act({ kind: 'give_back' }, ticket);
  expect([outcome, flows]).toEqual([written, ['Ticket Status Recording']]);
  const version = Number(ticket.rcc_statusversion) + 1;
  expect(now).toMatchObject({
    statuscode: TICKET_STATUS.unassigned,
    rcc_statusversion: version,
    _rcc_assignedagent_value: null,
    rcc_assignedon: null,
    _ownerid_value: ticket._createdby_value,
    _rcc_givenbackby_value: DEMO_USERS.anna,
    // Nothing was done for the customer.
    rcc_lastagentactivityon: ticket.rcc_lastagentactivityon,
  });
  // The view may still show it as it was between the control's write and the flow's.
  const between = { ...now, _rcc_assignedagent_value: DEMO_USERS.anna } as PresentedRow;
  const { outcome: again, now: taken } = await act({ kind: 'assign_to_me' }, between);
  expect(again).toEqual(written);
  expect(taken).toMatchObject({
    statuscode: TICKET_STATUS.assigned,
    rcc_statusversion: version + 1,
    _rcc_assignedagent_value: DEMO_USERS.anna,
    _rcc_givenbackby_value: null,
  });
});

it('An escalated ticket that is taken up is In progress with the same agent, and recorded', async () => {
  const { now: escalated } = await act({ kind: 'escalate' }, await ofAnna());
  const { outcome, now, flows } = await act({ kind: 'take_up' }, escalated);
  expect([outcome, flows]).toEqual([written, ['Ticket Status Recording']]);
  expect(now).toMatchObject({
    statuscode: TICKET_STATUS.inProgress,
    rcc_statusversion: Number(escalated.rcc_statusversion) + 1,
    _rcc_assignedagent_value: DEMO_USERS.anna,
    rcc_lastagentactivityon: expect.any(String),
  });
  const events = await product.product.proxy.store.eventsAbout({ ticketId: String(now.rcc_ticketid) });
  expect(events.at(-1)).toMatchObject({ type: 'ticket.status_changed', payload: { status_to: 'in_progress' } });
});

it('A resolution is confirmed, and the customer is told', async () => {
  const { outcome, now, flows } = await act({ kind: 'resolve' }, await ofAnna());
  expect([outcome, flows]).toEqual([written, ['Ticket Resolution']]);
  expect(now).toMatchObject({
    statuscode: TICKET_STATUS.resolved,
    rcc_resolutionkind: 727000000,
    rcc_resolvedon: expect.any(String),
  });
  expect(mailsAbout(product, now, String(now.rcc_customeremail))).toHaveLength(1);
});

it('A correction is recorded with who made it, and the ticket is In progress', async () => {
  const { outcome, now, flows } = await act({ kind: 'correct', intent: 'returns' }, await ofAnna());
  expect(outcome).toEqual(written);
  expect(flows).toContain('Record Correction');
  expect(now).toMatchObject({ statuscode: TICKET_STATUS.inProgress, rcc_intent: 727000001 });
  const events = await product.product.proxy.store.eventsAbout({ ticketId: String(now.rcc_ticketid) });
  expect(events.filter(({ type }) => type === 'triage.corrected').map(({ payload }) => payload)).toEqual([
    expect.objectContaining({ corrected_by: DEMO_USERS.anna, intent: 'returns' }),
  ]);
});

it('A ticket somebody else has resolved meanwhile is left alone', async () => {
  const ticket = await ofAnna();
  await product.update('rcc_tickets', String(ticket.rcc_ticketid), {
    statuscode: TICKET_STATUS.resolved,
    rcc_statusversion: Number(ticket.rcc_statusversion) + 1,
  });
  await product.idle();
  const { outcome, now } = await act({ kind: 'escalate' }, ticket);
  expect([outcome, now.statuscode]).toEqual([{ kind: 'changed' }, TICKET_STATUS.resolved]);
});
