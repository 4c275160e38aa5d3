import fc from 'fast-check';
import { INTENTS, type Intent } from '../contract/vocabulary';
import { agreedConfidence } from './agreed-confidence';

/** Probabilities in which one intent has the given share and the others divide the rest. */
const withShare = (intent: Intent, share: number) =>
  Object.fromEntries(
    INTENTS.map((one) => [one, one === intent ? share : (1 - share) / (INTENTS.length - 1)]),
  ) as Record<Intent, number>;

const shares = fc.double({ min: 0, max: 1, noNaN: true });
const intents = fc.constantFrom(...INTENTS);

test('agreement makes surer than either alone, a sure offline reading against it makes doubtful', () => {
  expect(agreedConfidence('returns', 0.9, withShare('returns', 0.7))).toBeGreaterThan(0.95);
  expect(agreedConfidence('returns', 0.9, withShare('returns', 1 / 7))).toBeCloseTo(0.9, 5);
  expect(agreedConfidence('returns', 1, withShare('order_tracking', 0.95))).toBeLessThan(0.6);
  expect(agreedConfidence('returns', 0.5, withShare('order_tracking', 0.6))).toBeLessThan(0.4);
});

test('what the model says of itself never makes certain', () => {
  expect(agreedConfidence('returns', 1, withShare('returns', 1))).toBeLessThan(1);
  expect(agreedConfidence('returns', 1, withShare('returns', 1 / 7))).toBeLessThan(0.91);
});

test('the confidence is between 0 and 1, and grows with what the model states and with what the offline reading holds', () => {
  fc.assert(
    fc.property(intents, shares, shares, shares, (intent, stated, more, share) => {
      const [low, high] = stated < more ? [stated, more] : [more, stated];
      const at = (said: number, held: number) => agreedConfidence(intent, said, withShare(intent, held));
      expect(at(low, share)).toBeLessThanOrEqual(at(high, share));
      expect(at(share, low)).toBeLessThanOrEqual(at(share, high));
      expect(at(low, share)).toBeGreaterThan(0);
      expect(at(high, share)).toBeLessThan(1);
    }),
  );
});
