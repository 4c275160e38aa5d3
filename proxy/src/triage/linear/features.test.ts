import fc from 'fast-check';
import { type Features, featuresOf } from './features';

/** By bucket, as the next call overwrites the arrays. */
const weightsOf = ({ size, buckets, values }: Features): Map<number, number> =>
  new Map(Array.from({ length: size }, (_, i) => [buckets[i]!, values[i]!]));
const read = (text: string) => weightsOf(featuresOf(text));

const words = fc
  .array(fc.constantFrom('where', 'is', 'my', 'order', '12345', 'refund', 'née', 'заказ', '?', '\n'), { maxLength: 40 })
  .map((all) => all.join(' '));

test('the weights of a text have the length 1, whatever was read before', () => {
  fc.assert(
    fc.property(words, fc.string({ unit: 'binary' }), (text, other) => {
      const first = read(text);
      read(other);
      expect(read(text)).toEqual(first);
      const square = [...first.values()].reduce((sum, value) => sum + value * value, 0);
      if (first.size > 0) expect(square).toBeCloseTo(1, 4);
    }),
  );
});

test('a bucket is counted once', () => {
  fc.assert(
    fc.property(words, (text) => {
      const features = featuresOf(text);
      expect(new Set(features.buckets.slice(0, features.size)).size).toBe(features.size);
    }),
  );
});

test('numbers are alike, and signs between words say nothing', () => {
  expect(read('order 12345?')).toEqual(read('order  7'));
  expect(read('order 1-2')).not.toEqual(read('order twelve'));
});

test('the order of words counts', () => {
  const [there, back] = [read('order late'), read('late order')];
  expect(there).not.toEqual(back);
  expect([...there.keys()].filter((bucket) => back.has(bucket)).length).toBeGreaterThan(there.size / 2);
});

test('a word that is spelled nearly alike shares most of its parts', () => {
  const shared = (a: string, b: string) => [...read(a).keys()].filter((bucket) => read(b).has(bucket)).length;
  expect(shared('delivered', 'deliverred')).toBeGreaterThan(3 * shared('delivered', 'password'));
});

test('a text without words has no features', () => {
  for (const text of ['', '???', ' \n\t', '-'.repeat(5000)]) expect(featuresOf(text).size).toBe(0);
});

test('what is very long is cut, not refused', () => {
  const start = Array.from({ length: 400 }, (_, i) => `word${String.fromCharCode(97 + (i % 26))}`).join(' ');
  expect(read(start.slice(0, 2000) + 'x'.repeat(200_000))).toEqual(read(start.slice(0, 2000) + 'y'.repeat(10)));
  expect(featuresOf('a'.repeat(200_000)).size).toBeGreaterThan(0);
});
