import * as fc from 'fast-check';
import { linearAxis, logarithmicAxis, roundTicks } from './axis';

it('an axis reaches from zero over the largest value in few equal steps', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), (largest) => {
      const ticks = roundTicks(largest);
      expect(ticks[0]).toBe(0);
      expect(ticks[ticks.length - 1]).toBeGreaterThanOrEqual(largest);
      expect(ticks.length).toBeGreaterThan(1);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.every(Number.isInteger)).toBe(true);
    }),
  );
});

it('a value stands between its ticks, and never outside', () => {
  const linear = linearAxis([1, 2, 3, 4, 5], String);
  expect([0, 1, 3, 5, 9].map(linear.at)).toEqual([0, 0, 0.5, 1, 1]);
  const logarithmic = logarithmicAxis([1, 10, 100], String);
  expect([0, 1, 10, 1000].map(logarithmic.at)).toEqual([0, 0, 0.5, 1]);
  expect(logarithmic.ticks.map(({ label }) => label)).toEqual(['1', '10', '100']);
});
