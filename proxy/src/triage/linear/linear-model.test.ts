import fc from 'fast-check';
import { BUCKETS, featuresOf } from './features';
import { logOddsOf, softmax } from './linear-model';

const LABELS = ['dog', 'cat', 'bird'] as const;
const empty = () => new Int8Array(BUCKETS * LABELS.length);

test('the odds are the weights of the features, added up in steps of the scale', () => {
  const weights = empty();
  const { size, buckets, values } = featuresOf('miaow');
  for (let i = 0; i < size; i += 1) weights[buckets[i]! * LABELS.length + LABELS.indexOf('cat')] = 10;
  const sum = values.slice(0, size).reduce((total, value) => total + value, 0);
  const odds = logOddsOf('miaow', { labels: LABELS, weights, scale: 0.5 });
  expect(odds.cat).toBeCloseTo(10 * 0.5 * sum, 4);
  expect(odds.dog).toBe(0);
});

test('a text without words favours no label', () => {
  const model = { labels: LABELS, weights: empty().fill(3), scale: 1 };
  expect(new Set(Object.values(logOddsOf('???', model)))).toEqual(new Set([0]));
});

test('probabilities add up to one and keep the order and the distances of the odds', () => {
  const odds = fc.double({ min: -50, max: 50, noNaN: true });
  fc.assert(
    fc.property(odds, odds, odds, (dog, cat, bird) => {
      const probabilities = softmax({ dog, cat, bird });
      expect(probabilities.dog + probabilities.cat + probabilities.bird).toBeCloseTo(1);
      if (Math.abs(dog - cat) < 20 && probabilities.cat > 1e-9)
        expect(Math.log(probabilities.dog / probabilities.cat)).toBeCloseTo(dog - cat, 5);
    }),
  );
});
