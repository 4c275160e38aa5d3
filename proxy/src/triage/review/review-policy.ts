import type { Intent, Priority, ReviewReason, Sentiment } from '../../contract/vocabulary';
import type { Signals } from '../priority/read-signals';
import type { TriagePolicy } from './triage-policy';

/** What the policy looks at. */
export interface ReviewFacts {
  intent: Intent;
  confidence: number;
  reviewThreshold: number;
  sentiment: Sentiment;
  priority: Priority;
  signals: Signals;
  isEmpty: boolean;
  isSupportedLanguage: boolean;
  isUnverifiedSender: boolean;
  hasSecondRequest: boolean;
}

/** When a person must see the message. Every reason that applies is reported, in this order. */
const POLICY: readonly { reason: ReviewReason; when: (facts: ReviewFacts) => boolean }[] = [
  { reason: 'low_confidence', when: ({ confidence, reviewThreshold }) => confidence < reviewThreshold },
  { reason: 'critical_priority', when: ({ priority }) => priority === 'critical' },
  {
    reason: 'high_priority_negative',
    when: ({ priority, sentiment }) => priority === 'high' && sentiment === 'negative',
  },
  {
    reason: 'money',
    when: ({ signals }) => signals.doubleCharge || signals.unauthorisedCharge || signals.refundDispute,
  },
  { reason: 'legal', when: ({ signals }) => signals.legalThreat },
  { reason: 'safety', when: ({ signals }) => signals.safetyHazard },
  { reason: 'account_security', when: ({ signals }) => signals.accountTakeover },
  { reason: 'injection', when: ({ signals }) => signals.injection },
  { reason: 'unsupported_language', when: ({ isSupportedLanguage }) => !isSupportedLanguage },
  { reason: 'several_requests', when: ({ hasSecondRequest }) => hasSecondRequest },
  { reason: 'human_requested', when: ({ signals }) => signals.humanRequested },
  { reason: 'empty_message', when: ({ isEmpty }) => isEmpty },
  { reason: 'unverified_sender', when: ({ isUnverifiedSender }) => isUnverifiedSender },
];

/**
 * @param holds which reasons send a message to a person in this shop
 * @returns why a person must see the message; empty when nobody must
 */
export const reviewReasons = (facts: ReviewFacts, holds: TriagePolicy['holds']): ReviewReason[] =>
  POLICY.filter(({ reason, when }) => holds[reason] && when(facts)).map(({ reason }) => reason);
