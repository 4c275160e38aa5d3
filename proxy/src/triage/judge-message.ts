import type { Triage, TriageMessageRequest } from '../contract/triage';
import type { Intent, Priority, Sentiment } from '../contract/vocabulary';
import { isReplySubject } from './cleaning/clean-subject';
import { choosePriority } from './priority/choose-priority';
import { isCriticalMatter } from './priority/critical-matters';
import type { ReadMessage } from './read-message';
import { type ReviewFacts, reviewReasons } from './review/review-policy';
import { isUnverifiedSender } from './review/sender-check';
import type { ReaderKind, TriagePolicy } from './review/triage-policy';

/** What a model says about a message. */
export interface Verdict {
  reader: ReaderKind;
  intent: Intent;
  /** From 0 to 1. */
  confidence: number;
  sentiment: Sentiment;
  /** Left out, the rules choose; a critical matter found by the rules stays critical in any case. */
  priority?: Priority;
  /** A second matter that needs its own answer. */
  hasSecondRequest: boolean;
  model: string;
  modelVersion: string;
}

const round = (n: number): number => Math.round(Math.min(1, Math.max(0, n)) * 1000) / 1000;

/**
 * Two orders in one message are two requests: each needs its own look-up. Under a subject taken over from an earlier
 * mail only the body counts.
 */
function namesSeveralOrders(message: TriageMessageRequest, read: ReadMessage): boolean {
  const orders = read.entities.filter(({ type }) => type === 'order_id');
  const own = isReplySubject(message.subject ?? '') ? orders.filter(({ text }) => read.body.includes(text)) : orders;
  return new Set(own.map(({ value }) => value)).size > 1;
}

/** Completes a model's verdict to a triage: priority, team and review policy come from code for every model. */
export function judgeMessage(
  message: TriageMessageRequest,
  read: ReadMessage,
  verdict: Verdict,
  policy: TriagePolicy,
): Triage {
  const { intent, sentiment } = verdict;
  const byRules = choosePriority(intent, sentiment, read.signals, policy.priority);
  const priority = isCriticalMatter(read.signals) ? byRules : (verdict.priority ?? byRules);
  const confidence = round(verdict.confidence);
  const facts: ReviewFacts = {
    intent,
    confidence,
    reviewThreshold: policy.thresholds[verdict.reader][intent],
    sentiment,
    priority,
    signals: read.signals,
    isEmpty: !/[\p{L}\p{N}]/u.test(read.text),
    isSupportedLanguage: read.language === 'und' || policy.languages.some((language) => language === read.language),
    isUnverifiedSender: isUnverifiedSender(message),
    hasSecondRequest: verdict.hasSecondRequest || namesSeveralOrders(message, read),
  };
  const reasons = reviewReasons(facts, policy.holds);
  const first = (type: string): string | null => read.entities.find((entity) => entity.type === type)?.value ?? null;
  return {
    intent,
    confidence,
    sentiment,
    priority,
    order_id: first('order_id'),
    requires_human_review: reasons.length > 0,
    language: read.language,
    entities: read.entities,
    review_reasons: reasons,
    team: policy.teams[intent],
    model: verdict.model,
    model_version: verdict.modelVersion,
    tracking_number: first('tracking_number'),
    clean_text: read.body === '' ? read.subject : read.body,
  };
}
