import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import type { RunRecord } from '../../workbench/flow-engine/types';
import { DEMO_USERS } from '../../workbench/start/demo-desk';
import type { StoredEvent } from '../../proxy/src/events/event';
import { openProduct, type TestProduct } from '../product/open-product';
import { CHANNEL, runsOf, TICKET_STATUS } from './desk-words';
import { itKeepsItsPromises } from './fault-matrix';
import { situations } from './situations/record-correction';

const FLOW = 'Record Correction';
/** Flows that would move the tickets of these tests by themselves. */
const OTHERS = ['Ticket Auto-Assignment', 'Ticket Assignment', 'Ticket Status Recording', 'Ticket Resolution'];
const INTENT = { order_tracking: 727000000, returns: 727000001, delivery_issue: 727000003, payment_issue: 727000004 };
const TEAM = { orders: 727000000, returns: 727000001, delivery: 727000003, payments: 727000004, care: 727000005 };
const READING = {
  intent: 'delivery_issue',
  confidence: 0.61,
  sentiment: 'neutral',
  priority: 'normal',
  team: 'delivery',
  model: 'offline',
  model_version: '7',
};

let desk: TestProduct;
let corrections = 0;

beforeAll(async () => {
  desk = await openProduct({ desk: true, off: OTHERS });
});
afterAll(() => desk.close());

interface Corrected {
  ticket: PresentedRow;
  runs: RunRecord[];
  events: StoredEvent[];
}

/** A ticket as the model read it, which nobody has yet. */
const ticketOf = async (values: Record<string, unknown> = {}): Promise<string> => {
  const row = await desk.create('rcc_tickets', {
    rcc_channel: CHANNEL.email,
    rcc_title: 'Parcel',
    statuscode: TICKET_STATUS.unassigned,
    rcc_statusversion: 3,
    rcc_intent: INTENT.delivery_issue,
    rcc_sentiment: 727000001,
    rcc_priority: 727000001,
    rcc_team: TEAM.delivery,
    rcc_confidence: 0.61,
    rcc_triagejson: JSON.stringify(READING),
    ...values,
  });
  return String(row.rcc_ticketid);
};

async function found(ticketId: string): Promise<Corrected> {
  const runs = runsOf(FLOW, await desk.idle());
  const ticket = desk.rows('rcc_ticket').find((row) => row.rcc_ticketid === ticketId)!;
  const events = await desk.product.proxy.store.eventsAbout({ ticketId });
  return { ticket, runs, events: events.filter(({ type }) => type === 'triage.corrected') };
}

/** Corrects as the form does: the values, by whom and when. */
async function correct(ticketId: string, values: Record<string, unknown>): Promise<Corrected> {
  await desk.update('rcc_tickets', ticketId, {
    ...values,
    rcc_correctedon: new Date(Date.UTC(2026, 2, 1, 9, 0, (corrections += 1))).toISOString(),
    'rcc_CorrectedBy@odata.bind': `/systemusers(${DEMO_USERS.anna})`,
  });
  return found(ticketId);
}

it('What the model read and what the agent says are recorded side by side, with who said it', async () => {
  const { ticket, runs, events } = await correct(await ticketOf(), {
    rcc_intent: INTENT.payment_issue,
    rcc_sentiment: 727000002,
  });
  expect(runs.map(({ status }) => status)).toEqual(['Succeeded']);
  expect(events.map(({ payload }) => payload)).toEqual([
    expect.objectContaining({
      ticket_id: ticket.rcc_ticketid,
      ticket_number: ticket.rcc_ticketnumber,
      channel: 'email',
      corrected: ['intent', 'sentiment'],
      corrected_by: DEMO_USERS.anna,
      intent: 'payment_issue',
      sentiment: 'negative',
      priority: 'normal',
      model_intent: 'delivery_issue',
      model_sentiment: 'neutral',
      model_priority: 'normal',
      model_confidence: 0.61,
      model: 'offline',
      model_version: '7',
    }),
  ]);
  expect(events[0]?.occurredAt).toBe(new Date(String(ticket.rcc_correctedon)).toISOString());
});

it.each([
  ['returns', INTENT.returns, TEAM.returns],
  ['payment_issue', INTENT.payment_issue, TEAM.payments],
  ['order_tracking', INTENT.order_tracking, TEAM.orders],
  ['general_complaint', 727000005, TEAM.care],
  ['other', 727000006, TEAM.care],
])('A ticket that nobody has goes to the team of the intent %s', async (_name, rcc_intent, rcc_team) => {
  const { ticket } = await correct(await ticketOf(), { rcc_intent });
  expect(ticket).toMatchObject({ rcc_team, statuscode: TICKET_STATUS.unassigned, rcc_statusversion: 3 });
});

it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  [
    'an agent has it',
    {
      statuscode: TICKET_STATUS.waiting,
      'rcc_AssignedAgent@odata.bind': `/systemusers(${DEMO_USERS.ben})`,
    },
    {},
  ],
  ['the team was chosen as well', {}, { rcc_team: TEAM.delivery - 1 }],
  ['it is over', { statuscode: TICKET_STATUS.resolved }, {}],
  ['only the sentiment was wrong', {}, { rcc_intent: INTENT.delivery_issue, rcc_sentiment: 727000002 }],
])('The team stays when %s', async (_name, before, values) => {
  const { ticket } = await correct(await ticketOf(before), { rcc_intent: INTENT.payment_issue, ...values });
  expect(ticket.rcc_team).toBe(values.rcc_team ?? TEAM.delivery);
});

it.each([
  ['missing', null],
  ['broken', '{"intent": "deliv'],
  ['of another kind', 'delivery'],
  ['full of words nobody knows', '{"intent":"parcels","sentiment":"so so","priority":4}'],
])('A correction is recorded also when the model’s reading is %s', async (_name, rcc_triagejson) => {
  const { ticket, runs, events } = await correct(await ticketOf({ rcc_triagejson }), {
    rcc_intent: INTENT.payment_issue,
  });
  expect(runs.map(({ status }) => status)).toEqual(['Succeeded']);
  expect(events.map(({ payload }) => payload)).toEqual([
    expect.objectContaining({ intent: 'payment_issue', corrected: [], model_confidence: 0.61 }),
  ]);
  expect(ticket.rcc_team).toBe(TEAM.delivery);
});

it('Saying the same as the model is recorded as no mistake', async () => {
  const { events } = await correct(await ticketOf(), { rcc_intent: INTENT.delivery_issue });
  expect(events.map(({ payload }) => payload.corrected)).toEqual([[]]);
});

it('Each correction is recorded once, a second one beside the first', async () => {
  const ticketId = await ticketOf();
  const first = await correct(ticketId, { rcc_intent: INTENT.payment_issue });
  expect(first.runs).toHaveLength(1);
  desk.product.platform.raise(FLOW, { headers: {}, body: first.ticket });
  expect((await found(ticketId)).events).toHaveLength(1);
  const second = await correct(ticketId, { rcc_intent: INTENT.returns });
  expect(second.events.map(({ payload }) => payload.intent)).toEqual(['payment_issue', 'returns']);
  // After the first correction its team is no longer the model's: whoever corrects again says where it goes.
  expect(second.ticket.rcc_team).toBe(TEAM.payments);
});

describe('with faults', () => itKeepsItsPromises(FLOW, situations, { desk: false, off: OTHERS }));
