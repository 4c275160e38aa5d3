import { INTENTS, type Intent } from '../contract/vocabulary';

/** However sure a language model calls itself: nothing measures that on messages of this shop. */
const MOST_TRUSTED = 0.9;
/** Two readers misled by the same words are no two witnesses, so agreement never makes certain. */
const MOST_AGREED = 0.97;
/** A probability of nothing would let no witness count. */
const LEAST = 0.005;

/**
 * How sure an intent is that a language model names. What the model says of itself is not calibrated, the probabilities
 * of the offline reading are: they are what is known before, and the model is a witness who is right with the chance it
 * claims, at most 0.9, and else names any other intent (Bayes' rule). Agreement makes sure, and against a sure offline
 * reading the model's word alone is not enough.
 * @param offline the probability of each intent by the offline reading
 * @returns from 0 to 1
 */
export function agreedConfidence(intent: Intent, stated: number, offline: Readonly<Record<Intent, number>>): number {
  const others = INTENTS.length - 1;
  // A witness who is wrong more often than a blind guess would be is still no worse than one.
  const right = Math.min(MOST_TRUSTED, Math.max(1 / INTENTS.length, stated));
  const before = Math.min(1 - LEAST, Math.max(LEAST, offline[intent]));
  const so = right * before;
  const otherwise = ((1 - right) / others) * (1 - before);
  return Math.min(MOST_AGREED, so / (so + otherwise));
}
