import { chargeOf, lineOf, orderOf } from '../../workbench/vendors/scenarios/order-builder';
import { approved, calmService, wish } from './calm-service';
import { effectsOf } from './money-promises';
import type { Call, CallFate } from './vendor-line';

const HOUR = 3_600_000;

/** One order whose refund begins under the fates given; the keys of the writes that reached the line, in their order. */
async function refundUnder(fate: (call: Call, sent: number) => CallFate | null, restSeconds?: number) {
  const lines = [lineOf(0, 1, 1)];
  const order = orderOf('920001', { lines, charges: [chargeOf('920001', 0, 4990)] });
  const keys: string[] = [];
  const next = (call: Call) => {
    if (call.isWrite && call.vendor === 'stripe') keys.push(String(call.request.headers['Idempotency-Key']));
    return fate(call, keys.length);
  };
  const service = calmService([order], next, restSeconds);
  const { actions, stored, time, world } = service;
  const first = await actions.refund(wish('920001', approved(time)), 'row');
  return {
    first,
    keys,
    action: () => stored.actions()[0]!,
    effects: () => effectsOf({ history: world.state.historyOf(order), now: time.now() }),
    /** Lets the service go on whenever it wants to, for so many hours. */
    async later(hours: number) {
      const end = time.now().getTime() + hours * HOUR;
      for (;;) {
        const due = stored.actions()[0]!.dueAt;
        const at = due === null ? end : Math.min(end, Math.max(Date.parse(due), time.now().getTime() + 1000));
        time.pass(at - time.now().getTime());
        await actions.reconcile();
        if (at >= end) return actions.look({ action_key: 'row' });
      }
    },
  };
}

const isRefund = ({ vendor, isWrite }: Call) => vendor === 'stripe' && isWrite;
const once = { moved: 4990, recorded: 4990 };

it('an answer that is lost is asked for again with the same key', async () => {
  const refund = await refundUnder((call, sent) => (isRefund(call) && sent <= 4 ? 'late_after' : null));
  expect(refund.first).toMatchObject({ state: 'running', needs_person: false });
  expect(await refund.later(1)).toMatchObject({ state: 'done' });
  expect(refund.keys.length).toBeGreaterThan(4);
  expect(new Set(refund.keys).size).toBe(1);
  expect(refund.effects()).toEqual(once);
});

it('a failure saved under the key is looked behind, and tried with another key once the last send has surely arrived', async () => {
  const refund = await refundUnder((call, sent) => (isRefund(call) && sent === 1 ? 'saved_error' : null));
  expect(await refund.later(0.02)).toMatchObject({ state: 'running' });
  expect(new Set(refund.keys).size).toBe(1);
  expect(await refund.later(1)).toMatchObject({ state: 'done' });
  expect(new Set(refund.keys).size).toBe(2);
  expect(refund.effects()).toEqual(once);
});

it('a failure saved after the effect is found to have had it, and nothing is sent again', async () => {
  const refund = await refundUnder((call, sent) => (isRefund(call) && sent === 1 ? 'saved_error_after' : null));
  expect(await refund.later(1)).toMatchObject({ state: 'done' });
  expect(new Set(refund.keys).size).toBe(1);
  expect(refund.effects()).toEqual(once);
});

it('once the vendor may have forgotten the key, nothing is sent before the effect was looked for', async () => {
  let isAway = true;
  const refund = await refundUnder((call, sent) => {
    if (call.vendor !== 'stripe') return null;
    if (call.isWrite && sent === 1) return 'cut_after';
    return isAway && (call.isWrite || sent > 1) ? 'unreachable' : null;
  });
  await refund.later(21);
  const tries = refund.keys.length;
  isAway = false;
  expect(await refund.later(2)).toMatchObject({ state: 'done' });
  expect(refund.keys).toHaveLength(tries);
  expect(refund.effects()).toEqual(once);
});

it('what cannot be found out for a day is reported as unknown, and left alone', async () => {
  const refund = await refundUnder((call, sent) => (call.vendor === 'stripe' && sent > 0 ? 'unreachable' : null));
  const end = await refund.later(26);
  expect(end).toMatchObject({ state: 'unknown', needs_person: true, retry_after_seconds: null });
  expect(end.message).toMatch(/^It cannot be found out/);
  const tries = refund.keys.length;
  await refund.later(48);
  expect(refund.keys).toHaveLength(tries);
});

it('what surely never happened for a day is given up, and a person is told', async () => {
  const refund = await refundUnder((call) => (isRefund(call) ? 'unreachable' : null));
  expect(await refund.later(26)).toMatchObject({ state: 'refused', refusal: 'vendor_refused', needs_person: true });
  expect(refund.effects()).toEqual({ moved: 0, recorded: 0 });
});

it('a vendor that asks to be left alone is left alone for as long', async () => {
  const refund = await refundUnder((call, sent) => (isRefund(call) && sent === 1 ? 'rate_limited' : null), 7200);
  expect(refund.first.retry_after_seconds).toBeGreaterThan(7000);
  await refund.later(1.9);
  expect(refund.keys).toHaveLength(1);
  expect(await refund.later(0.2)).toMatchObject({ state: 'done' });
  expect(refund.effects()).toEqual(once);
});
