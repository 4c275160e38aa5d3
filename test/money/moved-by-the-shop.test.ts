import type { Transport } from '../../proxy/src/commerce/transport';
import { lineOf, orderOf } from '../../workbench/vendors/scenarios/order-builder';
import { approved, wish } from './calm-service';
import { createMemoryActionStore } from './memory-action-store';
import { createMoneyWorld, startProcess } from './money-world';
import { createVirtualTime } from './virtual-time';

const MINUTE = 60_000;
const order = orderOf('950001', { lines: [lineOf(0, 1, 1)], charges: [], gateway: 'shopify_payments' });

/** A shop that takes refunds down at once, while its payment provider says something else about the money. */
function serviceWith() {
  const time = createVirtualTime(new Date('2026-03-16T09:00:00Z'));
  const world = createMoneyWorld([order], time);
  const stored = createMemoryActionStore();
  const weather = { toll: { calls: 0, writes: 0 }, call: () => null, write: () => null, restSeconds: () => undefined };
  const lines = world.linesIn(weather);
  let status = 'SUCCESS';
  const shopify: Transport = {
    ...lines.shopify,
    async send(...call) {
      const answer = await lines.shopify.send(...call);
      const text = answer.text.replace(/"kind":"REFUND","status":"SUCCESS"/g, `"kind":"REFUND","status":"${status}"`);
      return { ...answer, text };
    },
  };
  const { actions } = startProcess(stored, { ...lines, shopify }, weather, time);
  return {
    refund: () => actions.refund(wish('950001', { amount: '20.00', ...approved(time) }), 'row'),
    async later(provider: string) {
      status = provider;
      time.pass(10 * MINUTE);
      await actions.reconcile();
      return actions.look({ action_key: 'row' });
    },
    provider: (says: string) => void (status = says),
    refunds: () => world.state.historyOf(order).shopRefunds,
  };
}

it('money that the shop gives back at once is done at once', async () =>
  expect(await serviceWith().refund()).toMatchObject({ state: 'done' }));

it.each([
  ['SUCCESS', { state: 'done', needs_person: false }],
  ['FAILURE', { state: 'incomplete', needs_person: true }],
  ['ERROR', { state: 'incomplete', needs_person: true }],
])('money that is still on its way counts when it has arrived: %s', async (end, told) => {
  const { provider, refund, later, refunds } = serviceWith();
  provider('PENDING');
  expect(await refund()).toMatchObject({ state: 'running' });
  expect(await later('PENDING')).toMatchObject({ state: 'running' });
  expect(await later(end)).toMatchObject(told);
  expect(refunds()).toHaveLength(1);
});

it('money that the payment provider does not give back is no finished refund', async () => {
  const { provider, refund, refunds } = serviceWith();
  provider('FAILURE');
  const answer = await refund();
  expect(answer).toMatchObject({ state: 'incomplete', needs_person: true });
  expect(answer.message).toContain('the payment did not go back');
  expect(refunds()).toHaveLength(1);
});
