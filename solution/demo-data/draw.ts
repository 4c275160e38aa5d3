/** Numbers from 0 up to 1 that look random and are the same for the same seed. */
export function drawsOf(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) | 0;
  // The mixing steps of Mulberry32, a generator in the public domain.
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of several by their weights. @param chance from 0 up to 1 */
export function pick<Item>(items: readonly (readonly [Item, number])[], chance: number): Item {
  const whole = items.reduce((sum, [, weight]) => sum + weight, 0);
  let left = chance * whole;
  const found = items.find(([, weight]) => (left -= weight) < 0) ?? items.at(-1);
  if (found === undefined) throw new Error('There is nothing to choose from.');
  return found[0];
}
