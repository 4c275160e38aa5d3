import type { Triage, TriageMessageRequest } from '../contract/triage';
import type { IntentModel } from './intent/intent-model';
import { judgeMessage } from './judge-message';
import { offlineVerdict } from './offline-verdict';
import { readMessage } from './read-message';
import { shippedTriagePolicy, type TriagePolicy } from './review/triage-policy';

/**
 * Reads one message without any service outside the process. Never throws for any text.
 * @param message the message as it came in
 * @param policy when a person must look
 * @param model the trained part of the intent model; the shipped one when left out
 */
export function triageOffline(
  message: TriageMessageRequest,
  policy: TriagePolicy = shippedTriagePolicy(),
  model?: IntentModel,
): Triage {
  const read = readMessage(message);
  return judgeMessage(message, read, offlineVerdict(read, model), policy);
}
