/** One thing a bench found out. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
}

export interface BenchResult {
  bench: string;
  /** What was compared with what. */
  about: string;
  figures: Figure[];
}

export interface Bench {
  name: string;
  meaning: string;
  run(): Promise<BenchResult>;
}

const WARM_UP_MS = 300;
const ROUND_MS = 400;
const ROUNDS = 5;

async function perSecondFor(ms: number, work: () => unknown): Promise<number> {
  const start = performance.now();
  let count = 0;
  let elapsed: number;
  do {
    await work();
    count += 1;
    elapsed = performance.now() - start;
  } while (elapsed < ms);
  return (count / elapsed) * 1000;
}

/**
 * How often several pieces of work can be done in a second, one after the other: the median of five rounds, which take
 * turns, so that a machine that slows down slows all of them down.
 * @param works by name; each may do its thing many times and say so in `times`
 */
export async function ratesOf<Name extends string>(
  works: Record<Name, { run: () => unknown; times?: number }>,
): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[];
  for (const name of names) await perSecondFor(WARM_UP_MS, works[name].run);
  const rounds = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const name of names) {
      const { run, times = 1 } = works[name];
      rounds.get(name)!.push((await perSecondFor(ROUND_MS, run)) * times);
    }
  const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
  return Object.fromEntries(names.map((name) => [name, median(rounds.get(name)!)])) as Record<Name, number>;
}

/** Throughput of the product's work, its cost, and how many times slower it is than the baseline. */
export function comparison(what: string, rate: number, baseline: string, baselineRate: number): Figure[] {
  return [
    { name: `${what} per second`, value: rate, unit: '1/s' },
    { name: `time of one`, value: 1_000_000 / rate, unit: 'µs' },
    { name: `baseline: ${baseline}`, value: baselineRate, unit: '1/s' },
    { name: 'times the cost of the baseline', value: baselineRate / rate, unit: '×' },
  ];
}
