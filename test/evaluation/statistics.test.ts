import fc from 'fast-check';
import { bootstrap, calibrationError, classQuality, confidenceBins, keptAt, macroF1, wilson } from './statistics';

// Known values of the method.
test.each([
  [0, 10, 0, 0.2775328],
  [1, 10, 0.0178762, 0.40415],
  [5, 10, 0.2365931, 0.7634069],
  [95, 100, 0.8882495, 0.9784563],
  [10, 10, 0.7224672, 1],
])("Wilson's interval of %i of %i", (k, n, low, high) => {
  expect(wilson(k, n)[0]).toBeCloseTo(low, 4);
  expect(wilson(k, n)[1]).toBeCloseTo(high, 4);
});

test('an interval holds its share, narrows with more cases, and says nothing without any', () => {
  expect(wilson(0, 0)).toEqual([0, 1]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
      const k = Math.round(n * share);
      const [[low, high], [lowOfMore, highOfMore]] = [wilson(k, n), wilson(4 * k, 4 * n)];
      expect(low).toBeLessThanOrEqual(k / n);
      expect(high).toBeGreaterThanOrEqual(k / n);
      expect(highOfMore - lowOfMore).toBeLessThan(high - low);
    }),
  );
});

test('the bootstrap interval of a share is close to Wilson’s, and the same each time', () => {
  const items = Array.from({ length: 400 }, (_, i) => (i < 280 ? 1 : 0));
  const mean = (sample: number[]) => sample.reduce((a, b) => a + b, 0) / sample.length;
  const drawn = bootstrap(items, mean, 1000);
  expect(drawn).toEqual(bootstrap(items, mean, 1000));
  const expected = wilson(280, 400);
  expect(Math.abs(drawn[0] - expected[0])).toBeLessThan(0.012);
  expect(Math.abs(drawn[1] - expected[1])).toBeLessThan(0.012);
  expect(bootstrap([], mean)).toEqual([0, 1]);
});

const CLASSES = ['a', 'b', 'c'] as const;
const pair = (wanted: 'a' | 'b' | 'c', guessed: 'a' | 'b' | 'c') => ({ wanted, guessed });
const pairs = [pair('a', 'a'), pair('a', 'a'), pair('a', 'b'), pair('b', 'b'), pair('b', 'a'), pair('b', 'a')];

test('precision, recall and F1, counted by hand', () => {
  const [a, b, ...others] = classQuality(pairs, CLASSES);
  expect(others).toEqual([]);
  expect(a).toMatchObject({ name: 'a', wanted: 3, guessed: 4, right: 2, precision: 0.5, recall: 2 / 3 });
  expect(a?.f1).toBeCloseTo(4 / 7);
  expect(b).toMatchObject({ precision: 0.5, recall: 1 / 3, f1: 0.4 });
  expect(macroF1(pairs, CLASSES)).toBeCloseTo((4 / 7 + 0.4) / 2);
  expect(macroF1([], CLASSES)).toBe(0);
});

test('F1 lies between precision and recall, and is 1 only without an error', () => {
  const one = fc.constantFrom(...CLASSES);
  fc.assert(
    fc.property(fc.array(fc.record({ wanted: one, guessed: one }), { minLength: 1 }), (some) => {
      for (const { precision, recall, f1 } of classQuality(some, CLASSES)) {
        expect(f1).toBeGreaterThanOrEqual(Math.min(precision, recall) - 1e-12);
        expect(f1).toBeLessThanOrEqual(Math.max(precision, recall) + 1e-12);
      }
      expect(macroF1(some, CLASSES) === 1).toBe(some.every(({ wanted, guessed }) => wanted === guessed));
    }),
  );
});

const judged = (confidence: number, right: boolean) => ({ confidence, right });

test('bins and calibration error, counted by hand', () => {
  const answers = [judged(0.95, true), judged(1, true), judged(0.9, false), judged(0.3, true), judged(0.3, false)];
  const filled = confidenceBins(answers).filter(({ n }) => n > 0);
  expect(filled.map(({ from, n, accuracy }) => [from, n, accuracy])).toEqual([
    [0.3, 2, 0.5],
    [0.9, 3, 2 / 3],
  ]);
  expect(calibrationError(answers)).toBeCloseTo((3 / 5) * (0.95 - 2 / 3) + (2 / 5) * 0.2);
  expect(calibrationError([])).toBe(0);
});

test('an overconfident reader has the error it should have', () => {
  const answers = Array.from({ length: 100 }, (_, i) => judged(0.85, i < 60));
  expect(calibrationError(answers)).toBeCloseTo(0.25);
});

test('what is kept at a threshold', () => {
  const answers = [judged(0.6, true), judged(0.59, true), judged(0.8, false)];
  expect(keptAt(answers, 0.6)).toEqual({ kept: 2, right: 1 });
});
