import { INTENTS, type Intent } from '../../../contract/vocabulary';
import { featuresOf } from './features';

/** The trained part of the offline model: multinomial logistic regression on hashed n-grams. */
export interface IntentModel {
  /** By bucket, then by intent in the order of `INTENTS`: a weight in steps of `scale`. */
  weights: Int8Array;
  scale: number;
}

/**
 * What the trained part says of one sentence.
 * @param sentence folded and spelled out
 * @returns the logarithms of the odds of every intent, up to a common summand
 */
export function logOddsOf(sentence: string, model: IntentModel): Record<Intent, number> {
  const { size, buckets, values } = featuresOf(sentence);
  const sums = new Float64Array(INTENTS.length);
  for (let i = 0; i < size; i += 1) {
    const from = buckets[i]! * INTENTS.length;
    const value = values[i]!;
    for (let label = 0; label < INTENTS.length; label += 1) sums[label]! += value * model.weights[from + label]!;
  }
  return Object.fromEntries(INTENTS.map((intent, label) => [intent, sums[label]! * model.scale])) as Record<
    Intent,
    number
  >;
}
