import type { Intent, Priority, Sentiment } from '../../contract/vocabulary';
import { isCriticalMatter, type Signals } from './read-signals';

/** How much an intent by itself presses. */
const OF_INTENT: Partial<Record<Intent, number>> = {
  delivery_issue: 0.5,
  payment_issue: 0.5,
  general_complaint: 0.5,
  product_information: -1,
  other: -1,
};
const OF_SENTIMENT: Readonly<Record<Sentiment, number>> = { negative: 1, neutral: 0, positive: -1 };

const HIGH_FROM = 2;
const LOW_UNTIL = -1;

/**
 * Critical for matters that cannot wait; else points: +1 a deadline, a loss or repeated contact each, +1 negative,
 * +0.5 shouting, by intent from -1 to +0.5. Two points make it high; a general question, praise or spam is low.
 */
export function choosePriority(intent: Intent, sentiment: Sentiment, signals: Signals): Priority {
  if (isCriticalMatter(signals)) return 'critical';
  const points =
    (OF_INTENT[intent] ?? 0) +
    OF_SENTIMENT[sentiment] +
    Number(signals.deadline) +
    Number(signals.loss || signals.refundDispute) +
    Number(signals.repeatedContact) +
    0.5 * Number(signals.shouting);
  if (points >= HIGH_FROM) return 'high';
  return points <= LOW_UNTIL ? 'low' : 'normal';
}
