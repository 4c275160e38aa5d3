import { INTENTS, type Intent } from '../../contract/vocabulary';

/** Who judged the message: the model inside the service, or a language model. */
export type ReaderKind = 'offline' | 'ai';

/** What a shop decides about the reading of messages: data, so that it changes without a new version. */
export interface TriagePolicy {
  /** The confidence (0 to 1) below which a person must look, by who read the message and what it was read as. */
  thresholds: Readonly<Record<ReaderKind, Readonly<Record<Intent, number>>>>;
}

/** The confidence below which a person must look, when nothing else is said. */
export const DEFAULT_REVIEW_THRESHOLD = 0.6;

const same = (threshold: number) =>
  Object.fromEntries(INTENTS.map((intent) => [intent, threshold])) as Record<Intent, number>;

/** One threshold for everything. @param threshold from 0 to 1 */
export const evenPolicy = (threshold: number = DEFAULT_REVIEW_THRESHOLD): TriagePolicy => ({
  thresholds: { offline: same(threshold), ai: same(threshold) },
});
