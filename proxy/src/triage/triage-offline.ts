import type { Triage, TriageMessageRequest } from '../contract/triage';
import { judgeMessage } from './judge-message';
import { offlineVerdict } from './offline-verdict';
import { readMessage } from './read-message';
import { evenPolicy, type TriagePolicy } from './review/triage-policy';

const DEFAULT_POLICY = evenPolicy();

/**
 * Reads one message without any service outside the process. Never throws for any text.
 * @param message the message as it came in
 * @param policy when a person must look
 */
export function triageOffline(message: TriageMessageRequest, policy: TriagePolicy = DEFAULT_POLICY): Triage {
  const read = readMessage(message);
  return judgeMessage(message, read, offlineVerdict(read), policy);
}
