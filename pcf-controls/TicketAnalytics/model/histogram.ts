import type { Counts, Measure } from './measures';

/** The upper ends of the buckets of response times in seconds; each holds what took longer than the one before allows. */
export const BUCKETS = [
  ['responsesUpTo10Sec', 10],
  ['responsesUpTo30Sec', 30],
  ['responsesUpTo1Min', 60],
  ['responsesUpTo2Min', 120],
  ['responsesUpTo5Min', 300],
  ['responsesUpTo10Min', 600],
  ['responsesUpTo15Min', 900],
  ['responsesUpTo30Min', 1800],
  ['responsesUpTo1Hour', 3600],
  ['responsesUpTo2Hours', 7200],
  ['responsesUpTo4Hours', 14400],
  ['responsesUpTo8Hours', 28800],
  ['responsesUpTo24Hours', 86400],
  ['responsesUpTo48Hours', 172800],
  ['responsesOver48Hours', Infinity],
] as const satisfies readonly (readonly [Measure, number])[];

/** A percentile as far as a histogram knows it, in seconds. */
export interface Percentile {
  /** It is more than this, or 0. */
  readonly over: number;
  /** It is at most this; infinite in the last bucket. */
  readonly upTo: number;
  /** Where in the bucket it would be if its times were spread evenly; the lower end in the last bucket. */
  readonly estimate: number;
}

/**
 * The percentile by nearest rank: the time that the share of the responses did not exceed.
 * @param share more than 0, up to 1
 * @returns nothing when there were no responses
 */
export function percentile(counts: Counts, share: number): Percentile | undefined {
  const held = BUCKETS.map(([measure]) => counts[measure] ?? 0);
  const total = held.reduce((sum, count) => sum + count, 0);
  if (total === 0) return undefined;
  const rank = Math.max(1, Math.ceil(share * total));
  let before = 0;
  for (const [index, [, upTo]] of BUCKETS.entries()) {
    const count = held[index] ?? 0;
    if (before + count >= rank) {
      const over = BUCKETS[index - 1]?.[1] ?? 0;
      const estimate = upTo === Infinity ? over : over + ((upTo - over) * (rank - before)) / count;
      return { over, upTo, estimate };
    }
    before += count;
  }
  return undefined;
}
