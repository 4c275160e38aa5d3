import type { Figure } from './measure';
import { bootstrap, wilson } from './statistics';

/** A share with Wilson's interval. */
export const shareFigure = (name: string, meaning: string, k: number, n: number): Figure => ({
  name,
  meaning,
  value: n === 0 ? 0 : k / n,
  n,
  interval: wilson(k, n),
});

/** How many there are, where one is too many. */
export const countFigure = (name: string, meaning: string, value: number, n: number): Figure => ({
  name,
  meaning,
  value,
  n,
  interval: null,
});

/** Anything computed over the items as a whole, with a bootstrap interval. */
export const computedFigure = <T>(
  name: string,
  meaning: string,
  items: readonly T[],
  compute: (items: readonly T[]) => number,
): Figure => ({ name, meaning, value: compute(items), n: items.length, interval: bootstrap(items, compute) });

/** For a table of the report. */
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
