import { createSeededRandom } from '../../workbench/flow-engine/seeded-random';

/** Decisions by a seed, one after the other. */
export interface Chance {
  /** @param share how often, from 0 to 1 */
  happens(share: number): boolean;
  /** A whole number from 0 up to but without `end`. */
  below(end: number): number;
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number;
  pick<T>(items: readonly T[]): T;
}

export function createChance(seed: number): Chance {
  const random = createSeededRandom(seed);
  const below = (end: number) => Math.floor(random() * end);
  return {
    happens: (share) => random() < share,
    below,
    between: (least, most) => least + below(most - least + 1),
    pick: (items) => items[below(items.length)]!,
  };
}
