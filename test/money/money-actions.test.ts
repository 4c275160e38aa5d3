import type { CancelOrderRequest, RefundOrderRequest } from '../../proxy/src/contract/money-action';
import { eventProblems } from '../../proxy/src/events/event-problems';
import type { ScenarioOrder } from '../../workbench/vendors/scenarios/scenario-order';
import { chargeOf, lineOf, orderOf } from '../../workbench/vendors/scenarios/order-builder';
import { approved, calmService, lineId, wish } from './calm-service';
import { effectsOf } from './money-promises';

const unshipped = (more: Partial<ScenarioOrder> & { number: string }) => {
  const { number, ...rest } = more;
  return orderOf(number, { lines: [lineOf(0, 2, 2)], ...rest });
};
const orders = {
  plain: unshipped({ number: '910001' }),
  parts: unshipped({ number: '910002' }),
  lines: unshipped({ number: '910003', lines: [{ ...lineOf(0, 3, 3), discountMinor: 1000 }] }),
  cancelled: unshipped({ number: '910004' }),
  unpaid: unshipped({ number: '910005', charges: [], gateway: 'shopify_payments', financialStatus: 'PENDING' }),
  byShop: unshipped({ number: '910006', charges: [], gateway: 'shopify_payments' }),
  yen: unshipped({ number: '910007', currency: 'JPY' }),
  twoCharges: unshipped({ number: '910008', charges: [chargeOf('910008', 0, 6000), chargeOf('910008', 1, 3980)] }),
  twice: unshipped({ number: '910009', charges: [chargeOf('910009', 0, 9980), chargeOf('910009', 1, 9980)] }),
  slowBank: unshipped({
    number: '910010',
    charges: [chargeOf('910010', 0, 9980, { newRefunds: { pendingSeconds: 90_000, end: 'succeeded' } })],
  }),
  badBank: unshipped({
    number: '910011',
    charges: [chargeOf('910011', 0, 9980, { newRefunds: { pendingSeconds: 60, end: 'failed' } })],
  }),
  busy: unshipped({ number: '910012' }),
  other: unshipped({ number: '910013' }),
  won: unshipped({
    number: '910014',
    charges: [
      chargeOf('910014', 0, 9980, {
        dispute: { status: 'won', reason: 'general', daysAgo: 2, dueInDays: null, refundable: false },
      }),
    ],
  }),
};
const { actions, stored, world, time } = calmService(Object.values(orders));

const refund = (order: ScenarioOrder, key: string, more: Partial<RefundOrderRequest> = {}) =>
  actions.refund(wish(order.number, { ...approved(time), ...more }), key);
const cancel = (order: ScenarioOrder, key: string, more: Partial<CancelOrderRequest> = {}) =>
  actions.cancel({ ...(wish(order.number, approved(time)) as CancelOrderRequest), ...more }, key);
const history = (order: ScenarioOrder) => world.state.historyOf(order);
const effects = (order: ScenarioOrder) => effectsOf({ history: history(order), now: time.now() });
/** Lets a minute pass and the service go on. */
const later = async (seconds = 60) => {
  time.pass(seconds * 1000);
  await actions.reconcile();
};

it('without an approval says whom to ask and what it is about, and stores and sends nothing', async () => {
  const answer = await actions.refund(
    wish('910001', { reason: '[Click](https://evil.example) now\n# Approve' }),
    'asked',
  );
  expect(answer).toMatchObject({ state: 'approval_needed', amount: { amount: '99.80', currency: 'EUR' }, steps: [] });
  expect(answer.approval).toMatchObject({
    level: 'standard',
    assigned_to: 'lead@example.com;head@example.com',
    title: 'Refund 99.80 EUR for ORD-910001?',
  });
  expect(answer.approval!.details).toContain('- **Given back before:** 0.00 EUR');
  expect(answer.approval!.details).toContain('- **Will be done:** Stripe gives 99.80 EUR back');
  expect(answer.approval!.details).toContain('\\[Click\\]\\(https\\:\\/\\/evil\\.example\\) now \\# Approve');
  expect(answer.approval!.details).not.toMatch(/^#|\]\(|:\/\//m);
  expect(stored.actions()).toEqual([]);
  expect(effects(orders.plain)).toEqual({ moved: 0, recorded: 0 });
});

it('gives everything back, takes it down at the shop, and tells the same again for the same key', async () => {
  const first = await refund(orders.plain, 'full');
  expect(first).toMatchObject({ state: 'done', replayed: false, needs_person: false, retry_after_seconds: null });
  expect(first.steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
    'refund_payment done',
    'record_refund done',
  ]);
  expect(first.reference).toMatch(/^Stripe re_\S+, Shopify gid:\S+$/);
  expect(effects(orders.plain)).toEqual({ moved: 9980, recorded: 9980 });
  expect(history(orders.plain).chargeRefunds[0]!.metadata).toEqual({ rcc_action: 'full', ticket: 'TKT-000001' });
  const request = stored.actions().find(({ key }) => key === 'full')!.request;
  expect(await actions.refund(request, 'full')).toEqual({ ...first, replayed: true });
  expect(await actions.look({ action_key: 'full' })).toEqual({ ...first, replayed: true });
  expect(effects(orders.plain)).toEqual({ moved: 9980, recorded: 9980 });
  await expect(actions.refund({ ...request, amount: '1' }, 'full')).rejects.toMatchObject({ code: 'RCC_KEY_REUSED' });
  await expect(actions.look({ action_key: 'never' })).rejects.toMatchObject({ code: 'RCC_ACTION_UNKNOWN' });
});

it('gives parts back until nothing is left', async () => {
  expect(await refund(orders.parts, 'part 1', { amount: '30.5' })).toMatchObject({ state: 'done' });
  expect(await refund(orders.parts, 'part 2', { amount: '69.31' })).toMatchObject({ refusal: 'amount_too_high' });
  const rest = await refund(orders.parts, 'part 3');
  expect(rest).toMatchObject({ state: 'done', amount: { amount: '69.30' } });
  expect(effects(orders.parts)).toEqual({ moved: 9980, recorded: 9980 });
  expect(await refund(orders.parts, 'part 4')).toMatchObject({ refusal: 'already_refunded' });
});

it('by line: the price after discounts, in parts that add up to the line; restocked when asked to', async () => {
  const some = (quantity: number) => ({ lines: [{ line_id: lineId(orders.lines, 0), quantity }] });
  const one = await refund(orders.lines, 'line 1', { ...some(1), restock: true });
  expect(one).toMatchObject({ state: 'done', amount: { amount: '46.56' } });
  expect(history(orders.lines).shopRefunds[0]!.lines).toEqual([{ line: 0, quantity: 1, restockType: 'CANCEL' }]);
  expect(await refund(orders.lines, 'line 2', some(3))).toMatchObject({ refusal: 'line_quantity' });
  expect(await refund(orders.lines, 'line 3', some(2))).toMatchObject({ state: 'done', amount: { amount: '93.14' } });
  expect(effects(orders.lines)).toEqual({ moved: 13970, recorded: 13970 });
});

it('cancels first and gives back once the order shows it', async () => {
  const started = await cancel(orders.cancelled, 'cancel');
  expect(started).toMatchObject({ state: 'running', amount: { amount: '99.80' } });
  expect(started.steps.map(({ state }) => state)).toEqual(['sent', 'planned', 'planned']);
  expect(effects(orders.cancelled).moved).toBe(0);
  await later();
  expect(await actions.look({ action_key: 'cancel' })).toMatchObject({ state: 'done', needs_person: false });
  expect(effects(orders.cancelled)).toEqual({ moved: 9980, recorded: 9980 });
  expect(history(orders.cancelled).cancellation!.staffNote).toContain('cancel');
  expect(await cancel(orders.cancelled, 'cancel again')).toMatchObject({ refusal: 'already_cancelled' });
});

it('cancels what was never paid, and moves no money', async () => {
  await cancel(orders.unpaid, 'cancel unpaid');
  await later();
  const ended = await actions.look({ action_key: 'cancel unpaid' });
  expect(ended.steps.map(({ step, state }) => `${step} ${state}`)).toEqual(['cancel_order done']);
  expect(ended).not.toHaveProperty('amount');
  expect(effects(orders.unpaid)).toEqual({ moved: 0, recorded: 0 });
});

it('leaves the money to the shop where the shop runs the payment', async () => {
  const answer = await refund(orders.byShop, 'by shop', { amount: '20' });
  expect(answer.steps).toMatchObject([{ step: 'record_refund', vendor: 'shopify', state: 'done' }]);
  const [taken] = history(orders.byShop).shopRefunds;
  expect(taken!.payments).toEqual([{ minor: 2000, gateway: 'shopify_payments', parent: 0 }]);
});

it('counts yen whole', async () => {
  expect(await refund(orders.yen, 'yen', { amount: '980.5' })).toMatchObject({ refusal: 'amount_invalid' });
  expect(await refund(orders.yen, 'yen', { amount: '980' })).toMatchObject({
    state: 'done',
    amount: { amount: '980' },
  });
  expect(effects(orders.yen)).toEqual({ moved: 980, recorded: 980 });
});

it('splits over several payments, the newest first, and takes one refund down', async () => {
  const answer = await refund(orders.twoCharges, 'two', { amount: '50' });
  expect(answer.steps.map(({ step, amount }) => `${step} ${amount!.amount}`)).toEqual([
    'refund_payment 39.80',
    'refund_payment 10.20',
    'record_refund 50.00',
  ]);
  expect(effects(orders.twoCharges)).toEqual({ moved: 5000, recorded: 5000 });
});

it('gives the later of two equal payments back; the books of the shop never had it', async () => {
  const asked = await actions.refund(wish('910009', { amount: '99.80' }), 'twice?');
  expect(asked.approval!.details).toContain('- **Mind:** Looks charged twice');
  const answer = await refund(orders.twice, 'twice', { amount: '99.80' });
  expect(answer.steps).toMatchObject([{ step: 'refund_payment', state: 'done' }]);
  expect(history(orders.twice).chargeRefunds[0]!.chargeId).toBe(orders.twice.charges[1]!.id);
  const rest = await refund(orders.twice, 'and the goods came back');
  expect(rest.steps.map(({ step }) => step)).toEqual(['refund_payment', 'record_refund']);
  expect(effects(orders.twice)).toEqual({ moved: 19960, recorded: 9980 });
});

it('follows a refund the bank is slow with, beyond the day after which others are reported', async () => {
  const started = await refund(orders.slowBank, 'slow');
  expect(started).toMatchObject({
    state: 'running',
    steps: [{ state: 'sent', reference: expect.any(String) as string }, {}],
  });
  for (let hour = 0; hour < 30; hour += 1) await later(3600);
  expect(await actions.look({ action_key: 'slow' })).toMatchObject({ state: 'done' });
  expect(effects(orders.slowBank)).toEqual({ moved: 9980, recorded: 9980 });
});

it('reports a refund that the bank returns: the money did not arrive', async () => {
  await refund(orders.badBank, 'bad');
  await later(120);
  const ended = await actions.look({ action_key: 'bad' });
  expect(ended).toMatchObject({ state: 'incomplete', needs_person: true });
  expect(ended.steps.map(({ state }) => state)).toEqual(['refused', 'planned']);
  expect(effects(orders.badBank).recorded).toBe(0);
});

it('lets one action of an order run at a time, and another order’s beside it', async () => {
  await cancel(orders.busy, 'first');
  expect(await refund(orders.busy, 'second', { amount: '1' })).toMatchObject({ refusal: 'other_action_running' });
  expect(await refund(orders.other, 'third', { amount: '1' })).toMatchObject({ state: 'done' });
});

it('sends once for the same key at the same time', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => refund(orders.other, 'at once', { amount: '5' })));
  expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
  expect(effectsOf({ history: history(orders.other), now: time.now() }, 'at once')).toEqual({
    moved: 500,
    recorded: 500,
  });
});

it('tells in the vendor’s words why a vendor refuses, and sends nothing more', async () => {
  const answer = await refund(orders.won, 'won');
  expect(answer).toMatchObject({ state: 'refused', refusal: 'vendor_refused', needs_person: false });
  expect(answer.steps).toMatchObject([{ state: 'refused' }, { state: 'planned' }]);
  expect(answer.message).toContain('has been charged back; cannot issue a refund.');
  expect(effects(orders.won)).toEqual({ moved: 0, recorded: 0 });
});

it('records who asked, who approved, each send and the end, by the key', () => {
  const told = stored.events().filter(({ payload }) => payload.action_key === 'full');
  expect(told.map(({ type, source }) => `${source} ${type}`)).toEqual([
    'payment money.approved',
    'payment money.sent',
    'payment money.sent',
    'payment money.ended',
  ]);
  expect(told[0]!.payload).toMatchObject({
    requested_by: 'agent@example.com',
    decided_by: 'Head@Example.com',
    amount: { amount: '99.80', currency: 'EUR' },
    order_id: 'ORD-910001',
    level: 'standard',
  });
  expect(told.at(-1)!.payload).toMatchObject({ state: 'done', needs_person: false });
  expect(stored.events().flatMap(eventProblems)).toEqual([]);
});
