import { featuresOf } from './features';

/** A trained part: multinomial logistic regression on hashed n-grams, in whole steps. */
export interface LinearModel<Label extends string> {
  labels: readonly Label[];
  /** By bucket, then by label: a weight in steps of `scale`. */
  weights: Int8Array;
  scale: number;
}

/**
 * What a trained part says of one sentence.
 * @param sentence folded and spelled out
 * @returns the logarithms of the odds of every label, up to a common summand
 */
export function logOddsOf<Label extends string>(sentence: string, model: LinearModel<Label>): Record<Label, number> {
  const { labels, weights, scale } = model;
  const { size, buckets, values } = featuresOf(sentence);
  const sums = new Float64Array(labels.length);
  for (let i = 0; i < size; i += 1) {
    const from = buckets[i]! * labels.length;
    const value = values[i]!;
    for (let label = 0; label < labels.length; label += 1) sums[label]! += value * weights[from + label]!;
  }
  return Object.fromEntries(labels.map((label, i) => [label, sums[i]! * scale])) as Record<Label, number>;
}

/** Probabilities from the logarithms of odds. */
export function softmax<Label extends string>(logOdds: Readonly<Record<Label, number>>): Record<Label, number> {
  const entries = Object.entries(logOdds) as [Label, number][];
  const largest = Math.max(...entries.map(([, odds]) => odds));
  const powers = entries.map(([label, odds]) => [label, Math.exp(odds - largest)] as const);
  const sum = powers.reduce((total, [, power]) => total + power, 0);
  return Object.fromEntries(powers.map(([label, power]) => [label, power / sum])) as Record<Label, number>;
}
