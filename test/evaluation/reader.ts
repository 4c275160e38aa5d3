import type { Triage, TriageMessageRequest } from '../../proxy/src/contract/triage';
import type { IntentModel } from '../../proxy/src/triage/intent/intent-model';
import { OFFLINE_MODEL, OFFLINE_MODEL_VERSION } from '../../proxy/src/triage/offline-verdict';
import { triageOffline } from '../../proxy/src/triage/triage-offline';

/** Who reads the messages that are measured. */
export interface Reader {
  kind: 'offline' | 'azure';
  /** Model and version, as they stand in every triage; of a language model known only after its first answer. */
  model(): string;
  /** @returns null when the message got no answer: it is counted as missing, never guessed */
  read(message: TriageMessageRequest): Promise<Triage | null>;
}

/** Reads as the service does without a language model. @param model other weights than the shipped ones */
export const offlineReader = (model?: IntentModel): Reader => ({
  kind: 'offline',
  model: () => `${OFFLINE_MODEL} ${OFFLINE_MODEL_VERSION}`,
  read: (message) => Promise.resolve(triageOffline(message, undefined, model)),
});
