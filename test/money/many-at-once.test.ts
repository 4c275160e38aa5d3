import type { StoredAction } from '../../proxy/src/commerce/actions/action';
import { lineOf, orderOf } from '../../workbench/vendors/scenarios/order-builder';
import { approved, calmService, wish } from './calm-service';

const MINUTE = 60_000;

it('actions that cannot be gone on with do not keep back those behind them', async () => {
  let isAway = true;
  const order = orderOf('940001', { lines: [lineOf(0, 1, 1)] });
  const { actions, stored, time } = calmService([order], ({ vendor, isWrite }) =>
    isAway && vendor === 'stripe' && isWrite ? 'unreachable' : null,
  );
  expect(await actions.refund(wish('940001', approved(time)), 'good')).toMatchObject({ state: 'running' });
  isAway = false;

  // Rows that no version of the service has written: going on with them throws, every time.
  const [good] = stored.actions();
  const spoilt = (index: number): StoredAction => ({
    ...good!,
    key: `spoilt-${index}`,
    orderId: `ORD-${index}`,
    steps: [],
    dueAt: time.now().toISOString(),
  });
  for (let index = 0; index < 120; index += 1) await stored.begin(spoilt(index), [], time.now());

  time.pass(10 * MINUTE);
  for (let round = 0; round < 3; round += 1) await actions.reconcile().catch(() => undefined);
  expect(await actions.look({ action_key: 'good' })).toMatchObject({ state: 'done' });
});
