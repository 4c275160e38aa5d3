import { createHash } from 'node:crypto';

/** Chance that does not depend on the order in which things happen: the same seed and name give the same number. */
export interface Fate {
  /** In [0, 1). @param name what is decided, with everything that tells it from other decisions */
  of(...name: readonly (string | number)[]): number;
  /** One of the items. */
  pick<T>(items: readonly T[], ...name: readonly (string | number)[]): T;
}

export function createFate(seed: number): Fate {
  const of: Fate['of'] = (...name) =>
    createHash('sha256')
      .update(JSON.stringify([seed, ...name]))
      .digest()
      .readUInt32BE(0) /
    2 ** 32;
  return { of, pick: (items, ...name) => items[Math.floor(of('pick', ...name) * items.length)]! };
}
