import { functionNames } from './all-functions';

/** Letters that may differ for a name to count as a slip. */
const MOST_SLIPS = 2;

/** The function whose name differs least from this one, or undefined when none is near. */
export function nearestFunction(name: string): string | undefined {
  if (name.length > 40) return undefined;
  let best: string | undefined;
  let fewest = Math.min(MOST_SLIPS, Math.floor(name.length / 3)) + 1;
  for (const known of functionNames()) {
    const slips = editDistance(name.toLowerCase(), known.toLowerCase());
    if (slips < fewest) [best, fewest] = [known, slips];
  }
  return best;
}

/** How many letters must be put in, taken out or changed, or neighbours swapped, to make one word of the other. */
function editDistance(from: string, to: string): number {
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    [before, last] = [last, row];
  }
  return last[to.length]!;
}
