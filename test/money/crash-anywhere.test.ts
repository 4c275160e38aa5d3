import { createChance } from './chance';
import { WRITE_FATES, type WriteFate } from './crashing-store';
import { moneyCase, type CaseKind } from './money-cases';
import { createMoneyWorld } from './money-world';
import { playCase, type Played } from './play-case';
import type { Toll, Weather } from './storm';
import { CALL_FATES, type CallFate } from './vendor-line';
import { createVirtualTime } from './virtual-time';

/** The one thing that goes wrong: something at the nth call, or something at the nth write. */
type Mishap = { call: number; fate: CallFate } | { write: number; fate: WriteFate };

/** Counts calls and writes, and lets one of them go wrong. */
function weatherWith(mishap: Mishap | null): Weather {
  const toll = { calls: 0, writes: 0 };
  return {
    toll,
    call() {
      toll.calls += 1;
      return mishap && 'call' in mishap && mishap.call === toll.calls ? mishap.fate : null;
    },
    write() {
      toll.writes += 1;
      return mishap && 'write' in mishap && mishap.write === toll.writes ? mishap.fate : null;
    },
    restSeconds: () => 30,
  };
}

const FIRST_NUMBER = 100_000;

/** The same order over and over, each time with one of the mishaps; what was kept of each. */
async function playAll(kind: CaseKind, mishaps: readonly (Mishap | null)[]): Promise<(Played & { toll: Toll })[]> {
  const cases = mishaps.map((_, index) => {
    const planned = moneyCase(kind, String(FIRST_NUMBER + index), createChance(7));
    const charges = planned.order.charges.map((charge) => ({
      ...charge,
      // A bank that takes days would only be looked at more often.
      ...(charge.newRefunds && { newRefunds: { ...charge.newRefunds, pendingSeconds: 60 } }),
    }));
    const asks = planned.asks.map((ask) => ({ ...ask, manner: 'once' as const }));
    return { ...planned, order: { ...planned.order, charges }, asks };
  });
  const time = createVirtualTime(new Date('2026-03-16T09:00:00Z'));
  const world = createMoneyWorld(
    cases.map(({ order }) => order),
    time,
  );
  const played: (Played & { toll: Toll })[] = [];
  for (const [index, one] of cases.entries()) {
    const weather = weatherWith(mishaps[index]!);
    const play = { moneyCase: one, world, time, weather, chance: createChance(1), processes: 1 };
    played.push({ ...(await playCase(play)), toll: weather.toll });
  }
  return played;
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
/** Together they send every kind of call on every way. */
const KINDS: readonly CaseKind[] = ['by line', 'cancellation', 'run by the shop', 'two charges', 'bank refuses later'];

it.each(KINDS)('%s: one mishap at any call and at any write doubles and loses nothing', async (kind) => {
  const [calm] = await playAll(kind, [null]);
  expect(calm!.broken).toEqual([]);
  const { calls, writes } = calm!.toll;
  expect(writes).toBeGreaterThanOrEqual(3);
  const mishaps: Mishap[] = [
    ...upTo(calls).flatMap((call) => CALL_FATES.map((fate) => ({ call, fate }))),
    ...upTo(writes).flatMap((write) => WRITE_FATES.map((fate) => ({ write, fate }))),
  ];
  const played = await playAll(kind, mishaps);
  const broken = played.flatMap((one, index) => one.broken.map((text) => ({ mishap: mishaps[index], text })));
  expect(broken).toEqual([]);
});
