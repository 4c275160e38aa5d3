import type { Triage, TriageMessageRequest } from '../contract/triage';
import { judgeMessage } from './judge-message';
import { offlineVerdict } from './offline-verdict';
import { readMessage } from './read-message';

/** Confidence below which a person must look, when the settings say nothing else. */
export const DEFAULT_REVIEW_THRESHOLD = 0.6;

/**
 * Reads one message without any service outside the process. Never throws for any text.
 * @param message the message as it came in
 * @param reviewThreshold confidence (0 to 1) below which a person must look
 */
export function triageOffline(
  message: TriageMessageRequest,
  reviewThreshold: number = DEFAULT_REVIEW_THRESHOLD,
): Triage {
  const read = readMessage(message);
  return judgeMessage(message, read, offlineVerdict(read), reviewThreshold);
}
