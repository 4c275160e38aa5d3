/** A number from 0 up to 1 that is the same in every run for the same row and purpose. */
export function draw(index: number, purpose: number): number {
  let mixed = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}

/** One of several, the same in every run for the same row and purpose. */
export const oneOf = <Item>(items: readonly Item[], index: number, purpose: number): Item =>
  items[Math.floor(draw(index, purpose) * items.length)] as Item;
