import type { OrderContext } from '../../proxy/src/contract/order-context';
import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import type { RunRecord } from '../../workbench/flow-engine/types';
import { BROKEN, createFaultSwitch } from '../faults/fault-switch';
import { openProduct, type TestProduct } from '../product/open-product';
import { CHANNEL, runsOf, TICKET_STATUS } from './desk-words';
import { itKeepsItsPromises } from './fault-matrix';
import { situations } from './situations/refresh-order-context';

const FLOW = 'Refresh Order Context';

const faults = createFaultSwitch();
let desk: TestProduct;
let asked = 0;

beforeAll(async () => {
  desk = await openProduct({ wrapConnector: faults.wrapConnector });
});
afterEach(() => faults.set([]));
afterAll(() => desk.close());

const ticketOf = async (values: Record<string, unknown>): Promise<string> => {
  const row = await desk.create('rcc_tickets', {
    rcc_channel: CHANNEL.chat,
    rcc_title: 'Parcel',
    statuscode: TICKET_STATUS.inProgress,
    rcc_statusversion: 3,
    ...values,
  });
  return String(row.rcc_ticketid);
};

interface Asked {
  ticket: PresentedRow;
  context: OrderContext & { requested_at: string };
  runs: RunRecord[];
}

/** Asks as the button in the app does, for the ticket as it then is. */
async function ask(ticketId: string, values: Record<string, unknown> = {}): Promise<Asked> {
  const requested = new Date(Date.UTC(2026, 2, 1, 9, 0, (asked += 1))).toISOString();
  await desk.update('rcc_tickets', ticketId, { ...values, rcc_contextrequestedon: requested });
  const runs = runsOf(FLOW, await desk.idle());
  const ticket = desk.rows('rcc_ticket').find((row) => row.rcc_ticketid === ticketId)!;
  return { ticket, runs, context: JSON.parse(String(ticket.rcc_ordercontext)) as Asked['context'] };
}

const OWN = { rcc_customeremail: 'customer@example.com', rcc_ordernumber: '12345' };

it('The order as it is now is put on the ticket, and the answer says which request it is for', async () => {
  const { ticket, context, runs } = await ask(await ticketOf(OWN));
  expect(runs.map(({ status }) => status)).toEqual(['Succeeded']);
  expect(context).toMatchObject({ found: true, verification: 'verified', order_id: 'ORD-12345', degraded: [] });
  expect(context.requested_at).toBe(ticket.rcc_contextrequestedon);
  expect(ticket).toMatchObject({
    rcc_trackingstate: 'out_for_delivery',
    statuscode: TICKET_STATUS.inProgress,
    rcc_statusversion: 3,
    rcc_ordernumber: '12345',
  });
  expect(ticket.rcc_lastagentactivityon).toBeNull();
});

it('The order is found by a parcel number as well', async () => {
  const first = await ask(await ticketOf(OWN));
  const number = first.context.parcels[0]?.tracking_number;
  const { context } = await ask(
    await ticketOf({ rcc_customeremail: 'customer@example.com', rcc_trackingnumber: number }),
  );
  expect(context).toMatchObject({ found: true, order_id: 'ORD-12345' });
});

it.each([
  ['somebody else’s', { ...OWN, rcc_ordernumber: '20001' }, 'needed'],
  ['unknown', { ...OWN, rcc_ordernumber: '99999999' }, 'not_found'],
  ['not named at all', { rcc_customeremail: 'customer@example.com' }, 'not_found'],
  ['of a customer without an address', { rcc_ordernumber: '12345' }, 'needed'],
])(
  'An order that is %s shows that, without any fact, and keeps the tracking state',
  async (_name, values, verification) => {
    const { ticket, context, runs } = await ask(await ticketOf({ ...values, rcc_trackingstate: 'in_transit' }));
    expect(runs.map(({ status }) => status)).toEqual(['Succeeded']);
    expect(context).toMatchObject({ found: false, verification, facts: [], parcels: [], payments: [] });
    expect(context.requested_at).toBe(ticket.rcc_contextrequestedon);
    expect(context.summary).not.toBe('');
    expect(ticket.rcc_trackingstate).toBe('in_transit');
    expect(String(ticket.rcc_ordercontext)).not.toMatch(/other@example\.com|FedEx|UPS/);
  },
);

it('What a vendor does not tell is named, and shown as it was before with its time', async () => {
  const before = desk.clock.now().toISOString();
  await desk.pass(1);
  desk.product.sandboxes.setFault('fedex', { kind: 'server_error' });
  const { context, runs } = await ask(await ticketOf(OWN));
  desk.product.sandboxes.setFault('fedex', null);
  expect(runs.map(({ status }) => status)).toEqual(['Succeeded']);
  expect(context.found).toBe(true);
  expect(context.degraded).toMatchObject([
    { part: 'parcel', vendor: 'fedex', shown_as_of: expect.any(String) as string },
  ]);
  expect(context.degraded[0]!.shown_as_of! <= before).toBe(true);
  expect(context.parcels).toMatchObject([{ source: 'FedEx', status: 'out_for_delivery' }]);
});

describe('While the service is away', () => {
  const MISSING = [expect.objectContaining({ part: 'order', code: 'RCC_UPSTREAM_UNAVAILABLE' })];

  it('a ticket without facts says that nothing could be looked up, and the failed run is in the error log', async () => {
    faults.set([{ action: 'Get_order_context', rule: BROKEN }]);
    const { ticket, context, runs } = await ask(await ticketOf(OWN));
    expect(runs.map(({ status }) => status)).toEqual(['Failed']);
    expect(desk.rows('rcc_errorlog').some((row) => row.rcc_runid === runs[0]?.runId)).toBe(true);
    expect(context).toMatchObject({ found: false, verification: 'unavailable', degraded: MISSING, order_id: '12345' });
    expect(context.requested_at).toBe(ticket.rcc_contextrequestedon);
  });

  it('a ticket keeps the facts it had of the same order, marked as not refreshed', async () => {
    const ticketId = await ticketOf(OWN);
    const before = await ask(ticketId);
    faults.set([{ action: 'Get_order_context', rule: BROKEN }]);
    const { ticket, context } = await ask(ticketId);
    expect(context).toEqual({
      ...before.context,
      degraded: MISSING,
      requested_at: ticket.rcc_contextrequestedon,
    });
    expect(ticket.rcc_trackingstate).toBe('out_for_delivery');
  });

  it.each([
    ['of another order', { rcc_ordernumber: '12346' }],
    ['that cannot be read', { rcc_ordercontext: '{"found": true, broken' }],
    ['that are no facts', { rcc_ordercontext: 'see above' }],
  ])('facts %s are not kept', async (_name, values) => {
    const ticketId = await ticketOf(OWN);
    await ask(ticketId);
    faults.set([{ action: 'Get_order_context', rule: BROKEN }]);
    const { context } = await ask(ticketId, values);
    expect(context).toMatchObject({ found: false, verification: 'unavailable', facts: [] });
  });
});

it('Our own writes do not start it again, and the same request twice asks the shop once', async () => {
  const { ticket, runs } = await ask(await ticketOf(OWN));
  expect(runs).toHaveLength(1);
  const about = { ticketId: String(ticket.rcc_ticketid) };
  const lookUps = async () => (await desk.events()).filter(({ type }) => type === 'context.looked_up').length;
  const before = await lookUps();
  desk.product.platform.raise(FLOW, { headers: {}, body: ticket });
  await desk.idle();
  expect(await lookUps()).toBe(before);
  const again = desk.rows('rcc_ticket').find((row) => row.rcc_ticketid === about.ticketId)!;
  expect(JSON.parse(String(again.rcc_ordercontext))).toMatchObject({ found: true, order_id: 'ORD-12345' });
});

describe('with faults', () => itKeepsItsPromises(FLOW, situations, { desk: false }));
