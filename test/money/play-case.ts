import type { StoredAction } from '../../proxy/src/commerce/actions/action';
import { bring, type Around, type Told } from './bring';
import type { Chance } from './chance';
import { createMemoryActionStore } from './memory-action-store';
import type { MoneyCase } from './money-cases';
import { brokenMoneyPromises } from './money-promises';
import { startProcess, type MoneyWorld, type Process } from './money-world';
import type { Protection } from './protections';
import type { Weather } from './storm';
import type { VirtualTime } from './virtual-time';

/** One order in its weather. */
export interface Play {
  moneyCase: MoneyCase;
  world: MoneyWorld;
  time: VirtualTime;
  weather: Weather;
  /** Decides which process takes a request. */
  chance: Chance;
  /** How many processes serve side by side over one store. */
  processes: number;
  without?: Protection;
}

export interface Played {
  told: readonly Told[];
  actions: readonly StoredAction[];
  crashes: number;
  broken: string[];
}

const HOUR = 3_600_000;
const MOST_TURNS = 400;

/** One order from the first wish until all its actions have ended, and then some days. */
export async function playCase({ moneyCase, world, time, weather, chance, processes, without }: Play): Promise<Played> {
  const stored = createMemoryActionStore();
  const lines = world.linesIn(weather);
  const start = () => startProcess(stored, lines, weather, time, without);
  const alive: Process[] = Array.from({ length: processes }, start);
  let crashes = 0;

  const goOn = ({ actions }: Process) => actions.reconcile().catch(() => undefined);
  /** Dead processes are started anew, and begin by going on with what they find. */
  async function revive(): Promise<void> {
    for (const [index, { isDead }] of alive.entries()) {
      if (!isDead()) continue;
      crashes += 1;
      alive[index] = start();
      await goOn(alive[index]);
    }
  }
  const around: Around = {
    time,
    process: () => chance.pick(alive),
    async pass(ms) {
      time.pass(ms);
      await revive();
      await Promise.all(alive.map(goOn));
      await revive();
    },
  };

  const told: Told[] = [];
  if (moneyCase.atOnce) told.push(...(await Promise.all(moneyCase.asks.map((ask) => bring(ask, around)))));
  else for (const ask of moneyCase.asks) told.push(await bring(ask, around));
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const due = stored.nextDue();
    if (due === null) break;
    await around.pass(Math.max(1000, due.getTime() - time.now().getTime()));
  }
  // Refunds that are still on their way to the bank come to their end.
  time.pass(72 * HOUR);

  const actions = stored.actions();
  const history = world.state.historyOf(moneyCase.order);
  const outcome = { moneyCase, told, actions, events: stored.events(), history, now: time.now() };
  return { told, actions, crashes, broken: brokenMoneyPromises(outcome) };
}
