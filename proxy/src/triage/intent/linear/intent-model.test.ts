import { INTENTS } from '../../../contract/vocabulary';
import { BUCKETS, featuresOf } from './features';
import { logOddsOf } from './intent-model';

const empty = () => new Int8Array(BUCKETS * INTENTS.length);

test('the odds are the weights of the features, added up in steps of the scale', () => {
  const weights = empty();
  const { size, buckets, values } = featuresOf('refund');
  for (let i = 0; i < size; i += 1) weights[buckets[i]! * INTENTS.length + INTENTS.indexOf('returns')] = 10;
  const sum = values.slice(0, size).reduce((total, value) => total + value, 0);
  const odds = logOddsOf('refund', { weights, scale: 0.5 });
  expect(odds.returns).toBeCloseTo(10 * 0.5 * sum, 4);
  expect(odds.order_tracking).toBe(0);
});

test('a text without words favours no intent', () => {
  expect(new Set(Object.values(logOddsOf('???', { weights: empty().fill(3), scale: 1 })))).toEqual(new Set([0]));
});
