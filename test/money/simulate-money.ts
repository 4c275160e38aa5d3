import { createChance } from './chance';
import { CASE_KINDS, moneyCase, type CaseKind, type MoneyCase } from './money-cases';
import { createMoneyWorld } from './money-world';
import { playCase, type Played } from './play-case';
import type { Protection } from './protections';
import { stormBy, weatherOf, type Toll } from './storm';
import { createVirtualTime } from './virtual-time';

export interface MoneySimulation {
  seed: number;
  /** Goes on until so many approved refunds and cancellations have been brought to the service. */
  actions: number;
  without?: Protection;
  /** Ends with the first order for which something does not hold. */
  untilBroken?: boolean;
  /** Told after each batch of orders. */
  onProgress?: (simulated: Simulated) => void;
}

export interface Simulated {
  /** What did not hold, each with its order. */
  broken: string[];
  figures: {
    orders: number;
    /** Refunds and cancellations with an approval that were brought to the service. */
    actions: number;
    /** How they ended, by kind of case. */
    ends: Map<CaseKind, Map<string, number>>;
    crashes: number;
    /** Calls and writes that something happened to. */
    faults: Toll;
  };
}

const START = new Date('2026-03-16T09:00:00Z');
const FIRST_NUMBER = 100_000;
/** So many orders share one set of sandboxes; then they are forgotten, and memory stays flat. */
const BATCH = 200;

/** Refunds and cancellations under crashes, lost answers, duplicates and vendors that fail, all decided by the seed. */
export async function simulateMoney(simulation: MoneySimulation): Promise<Simulated> {
  const limit = Error.stackTraceLimit;
  // Errors are the everyday of a simulation, and most of their cost is the stack that nobody reads.
  Error.stackTraceLimit = 2;
  try {
    return await simulateAll(simulation);
  } finally {
    Error.stackTraceLimit = limit;
  }
}

async function simulateAll(simulation: MoneySimulation): Promise<Simulated> {
  const { seed, actions, without, untilBroken = false, onProgress } = simulation;
  const time = createVirtualTime(START);
  const simulated: Simulated = {
    broken: [],
    figures: { orders: 0, actions: 0, ends: new Map(), crashes: 0, faults: { calls: 0, writes: 0 } },
  };
  const { figures } = simulated;
  /** Chance of its own for each order and purpose, so that one order's fate does not hang on another's. */
  const chanceOf = (order: number, purpose: 0 | 1) => createChance(Math.imul(seed, 0x9e3779b1) + order * 2 + purpose);

  while (figures.actions < actions) {
    const cases = Array.from({ length: BATCH }, (_, index) => {
      const order = figures.orders + index;
      return moneyCase(CASE_KINDS[order % CASE_KINDS.length]!, String(FIRST_NUMBER + index), chanceOf(order, 0));
    });
    const orders = cases.map(({ order }) => order);
    const world = createMoneyWorld(orders, time, without);
    for (const one of cases) {
      const chance = chanceOf(figures.orders, 1);
      const weather = weatherOf(stormBy(chance), time, chance);
      const processes = chance.happens(0.4) ? 2 : 1;
      const played = await playCase({ moneyCase: one, world, time, weather, chance, processes, without });
      count(figures, one, played, weather.toll);
      simulated.broken.push(...played.broken);
      if (untilBroken && played.broken.length > 0) return simulated;
    }
    onProgress?.(simulated);
  }
  return simulated;
}

function count(
  figures: Simulated['figures'],
  { kind }: MoneyCase,
  { told, actions, crashes }: Played,
  toll: Toll,
): void {
  const approved = told.filter((one) => one.approved);
  const ends = figures.ends.get(kind) ?? new Map<string, number>();
  figures.ends.set(kind, ends);
  for (const { ask, answer } of approved) {
    const action = actions.find(({ key }) => key === ask.key);
    const end = action?.state ?? `not begun (${answer?.refusal ?? answer?.state})`;
    ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  figures.orders += 1;
  figures.actions += approved.length;
  figures.crashes += crashes;
  figures.faults.calls += toll.calls;
  figures.faults.writes += toll.writes;
}

/** The ends as a table, a row for each kind of case. */
export function endsTable({ figures }: Simulated): string {
  const names = [...new Set([...figures.ends.values()].flatMap((ends) => [...ends.keys()]))].sort();
  const rows = [...figures.ends].map(([kind, ends]) => [kind, ...names.map((name) => String(ends.get(name) ?? 0))]);
  const table = [['', ...names], ...rows];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  const lines = table.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  '),
  );
  const { orders, actions, crashes, faults } = figures;
  return [
    ...lines,
    `${actions} actions of ${orders} orders; ${crashes} crashes, ${faults.writes} failed writes, ${faults.calls} failed calls`,
    '',
  ].join('\n');
}
