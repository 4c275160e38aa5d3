import { createSeededRandom } from './seeded-random';

test('the same seed gives the same numbers, all within [0, 1) and spread evenly', () => {
  const [a, b] = [createSeededRandom(42), createSeededRandom(42)];
  const numbers = Array.from({ length: 10_000 }, () => a());
  expect(numbers).toEqual(Array.from({ length: 10_000 }, () => b()));
  expect(numbers.every((n) => n >= 0 && n < 1)).toBe(true);
  const mean = numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.02);
  expect(createSeededRandom(1)()).not.toBe(createSeededRandom(2)());
});
