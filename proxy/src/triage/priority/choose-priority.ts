import type { Intent, Priority, Sentiment } from '../../contract/vocabulary';
import type { TriagePolicy } from '../review/triage-policy';
import { isCriticalMatter } from './critical-matters';
import type { Signals } from './read-signals';

/**
 * Critical for matters that cannot wait; else the points of intent, tone and signs of urgency decide. Goods that are
 * lost and money that is overdue are one loss: the larger of the two counts.
 */
export function choosePriority(
  intent: Intent,
  sentiment: Sentiment,
  signals: Signals,
  policy: TriagePolicy['priority'],
): Priority {
  if (isCriticalMatter(signals)) return 'critical';
  const { signal } = policy;
  const when = (isThere: boolean, points: number): number => (isThere ? points : 0);
  const points =
    policy.intent[intent] +
    policy.sentiment[sentiment] +
    when(signals.deadline, signal.deadline) +
    Math.max(when(signals.loss, signal.loss), when(signals.refundDispute, signal.refund_dispute)) +
    when(signals.repeatedContact, signal.repeated_contact) +
    when(signals.shouting, signal.shouting);
  if (points >= policy.high_from) return 'high';
  return points <= policy.low_until ? 'low' : 'normal';
}
