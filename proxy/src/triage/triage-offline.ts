import type { Triage, TriageMessageRequest } from '../contract/triage';
import { TEAM_BY_INTENT } from './team-by-intent';

export const OFFLINE_MODEL = 'offline-rules';
export const OFFLINE_MODEL_VERSION = '1';

/**
 * Reads one message without any service outside the process.
 * @param message the message as it came in
 * @param reviewThreshold confidence (0 to 1) below which a person must look
 */
export function triageOffline(message: TriageMessageRequest, reviewThreshold = 0.6): Triage {
  const confidence = 0;
  return {
    intent: 'other',
    confidence,
    sentiment: 'neutral',
    priority: 'normal',
    order_id: null,
    requires_human_review: confidence < reviewThreshold,
    language: 'und',
    entities: [],
    review_reasons: ['low_confidence'],
    team: TEAM_BY_INTENT.other,
    model: OFFLINE_MODEL,
    model_version: OFFLINE_MODEL_VERSION,
    tracking_number: null,
    clean_text: message.text.trim(),
  };
}
