import { SERVICE_USER_ID } from '../../workbench/dataverse/dataverse';
import { callOutsideRuns } from '../../workbench/flow-engine/call-outside-runs';
import type { OrderHistory } from '../../workbench/vendors/state/order-history';
import { BROKEN, createFaultSwitch } from '../faults/fault-switch';
import { openProduct, SCHEDULED, type TestProduct } from '../product/open-product';
import { HOUSEKEEPING } from './housekeeping';
import { answerQuestions, APPROVER, askForMoney, MONEY_KIND, MONEY_STATUS, requestNow } from './money-desk';

const faults = createFaultSwitch();
let desk: TestProduct;
let questions: ReturnType<typeof answerQuestions>;
beforeAll(async () => {
  desk = await openProduct({ desk: true, off: SCHEDULED, wrapConnector: faults.wrapConnector });
  questions = answerQuestions(desk, () => ({ response: 'Approve' }));
});
afterEach(() => faults.set([]));
afterAll(() => desk.close());

/** What the sandboxes of shop and Stripe know of an order since the start. */
function historyOf(number: string): OrderHistory {
  const { state } = desk.product.sandboxes;
  return state.historyOf(state.orders.byExactNumber(number)!);
}
async function ask(columns: Record<string, unknown>) {
  const { request } = await askForMoney(desk, columns);
  await desk.idle();
  return { request, row: await requestNow(desk, request) };
}

it('a part of an order goes back at Stripe and is taken down at the shop, once each', async () => {
  const { row } = await ask({ rcc_ordernumber: '12359', rcc_amount: 5.5, rcc_currency: 'EUR' });
  expect(row).toMatchObject({ rcc_status: MONEY_STATUS.done, rcc_outcome: expect.stringContaining('5.50 EUR') });
  const { chargeRefunds, shopRefunds } = historyOf('12359');
  expect(chargeRefunds).toMatchObject([{ minor: 550, metadata: { rcc_action: row.rcc_actionkey } }]);
  expect(shopRefunds).toMatchObject([
    { payments: [{ minor: 550 }], note: expect.stringContaining(row.rcc_actionkey as string) },
  ]);
  expect(row.rcc_vendorreference).toContain(chargeRefunds[0]!.id);
});

it.each([
  ['a larger amount', { rcc_amount: 3 }, { rcc_amount: 30 }, '30.00 EUR'],
  ['all that is left', { rcc_amount: 3 }, { rcc_amount: null }, 'not what was approved'],
  [
    'a cancellation',
    { rcc_amount: 3 },
    { rcc_kind: MONEY_KIND.cancellation, rcc_amount: null },
    'not what was approved',
  ],
])('a row that asks for %s once it is approved gives nothing back', async (_what, columns, edited, words) => {
  faults.set(['Refund_order', 'Look_at_action'].map((action) => ({ action, rule: BROKEN })));
  const { request, row } = await ask({ rcc_ordernumber: '12363', ...columns });
  expect(row.rcc_status).toBe(MONEY_STATUS.running);
  const before = historyOf('12363').chargeRefunds.length;
  await desk.update('rcc_moneyactions', String(request.rcc_moneyactionid), edited);
  faults.set([]);
  await desk.pass(31);
  desk.product.platform.raise(HOUSEKEEPING, {});
  await desk.idle();
  expect(await requestNow(desk, request)).toMatchObject({
    rcc_status: MONEY_STATUS.failed,
    rcc_outcome: expect.stringContaining(words),
  });
  expect(historyOf('12363').chargeRefunds).toHaveLength(before);
});

it('an order that was not sent yet is cancelled, and what was paid goes back', async () => {
  const { row } = await ask({ rcc_ordernumber: '12363', rcc_kind: MONEY_KIND.cancellation });
  expect(row.rcc_status).toBe(MONEY_STATUS.done);
  const { cancellation, chargeRefunds } = historyOf('12363');
  expect(cancellation?.staffNote).toContain(row.rcc_actionkey);
  expect(chargeRefunds).toHaveLength(1);
});

it('all that is left of an order goes back when the request names no amount; then nothing is left to ask for', async () => {
  const first = await ask({ rcc_ordernumber: '12352' });
  expect(first.row.rcc_status).toBe(MONEY_STATUS.done);
  const asked = questions.length;
  const { row } = await ask({ rcc_ordernumber: '12352' });
  expect(row.rcc_status).toBe(MONEY_STATUS.failed);
  expect(row.rcc_outcome).toBeTruthy();
  expect([questions.length, historyOf('12352').chargeRefunds.length]).toEqual([asked, 1]);
});

it.each([
  ['the requester', { 'rcc_RequestedBy@odata.bind': null }, {}, 'rcc_RequestedBy'],
  ['the customer', {}, { rcc_customeremail: null }, 'customer e-mail'],
])('without the address of %s nothing is sent, and the row says what to give', async (_who, columns, ticket, words) => {
  const { request } = await askForMoney(desk, columns, ticket);
  await desk.idle();
  const row = await requestNow(desk, request);
  expect(row).toMatchObject({ rcc_status: MONEY_STATUS.failed, rcc_outcome: expect.stringContaining(words) });
});

describe('A supervisor who writes down a request under another name', () => {
  beforeEach(() => desk.update('systemusers', SERVICE_USER_ID, { internalemailaddress: APPROVER.toUpperCase() }));
  afterEach(() => desk.update('systemusers', SERVICE_USER_ID, { internalemailaddress: null }));

  it('is not asked; whoever else may approve it is', async () => {
    const asked = questions.length;
    await ask({ rcc_ordernumber: '12359', rcc_amount: 1, rcc_currency: 'EUR' });
    const assigned = questions.slice(asked).flatMap(({ assignedTo }) => assignedTo);
    expect(assigned.length).toBeGreaterThan(0);
    expect(assigned).not.toContain(APPROVER);
  });

  it('is not accepted when an answer of theirs is put on the row', async () => {
    faults.set([{ action: 'Create_approval', rule: BROKEN }]);
    const { request, row } = await ask({ rcc_ordernumber: '12359', rcc_amount: 1, rcc_currency: 'EUR' });
    faults.set([]);
    const before = historyOf('12359').chargeRefunds.length;
    const title = `${String(row.rcc_actionnumber)}: Refund 1.00 EUR for ORD-12359?`;
    const { approvals } = desk.product.platform;
    const input = { approvalType: 'Basic', ApprovalCreationInput: { title, assignedTo: APPROVER } };
    const { body } = await callOutsideRuns(approvals, 'CreateAnApproval', input, 'test');
    const { name } = body as { name: string };
    await desk.update('rcc_moneyactions', String(request.rcc_moneyactionid), { rcc_approvalid: name, rcc_attempts: 1 });
    await desk.idle();
    expect(approvals.find(name)?.outcome).toBe('Approve');
    expect(await requestNow(desk, request)).toMatchObject({
      rcc_status: MONEY_STATUS.failed,
      rcc_outcome: expect.stringContaining('not named among those who may approve'),
    });
    expect(historyOf('12359').chargeRefunds).toHaveLength(before);
  });
});

it("somebody else's order is not given back, and nobody is asked", async () => {
  const asked = questions.length;
  const { row } = await ask({ rcc_ordernumber: '20001' });
  expect(row.rcc_status).toBe(MONEY_STATUS.failed);
  expect([questions.length, historyOf('20001').chargeRefunds.length]).toEqual([asked, 0]);
});

it('a service whose every answer gets lost has given the money back once, and the row says so in the end', async () => {
  const lost = { fault: { kind: 'answerLostAfterEffect' } } as const;
  faults.set(['Refund_order', 'Look_at_action'].map((action) => ({ action, rule: lost })));
  const { request, row } = await ask({ rcc_ordernumber: '12354', rcc_amount: 3 });
  expect(row.rcc_status).toBe(MONEY_STATUS.running);
  faults.set([]);
  await desk.pass(31);
  desk.product.platform.raise(HOUSEKEEPING, {});
  await desk.idle();
  expect((await requestNow(desk, request)).rcc_status).toBe(MONEY_STATUS.done);
  expect(historyOf('12354').chargeRefunds).toMatchObject([{ minor: 300 }]);
  expect(historyOf('12354').shopRefunds).toHaveLength(1);
});
