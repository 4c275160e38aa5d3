import { type AiFailure, aiFailureOf } from '../ai/ai-failure';
import type { AzureOpenAiSettings } from '../ai/azure-openai-settings';
import { type AiClassifier, createAiClassifier } from '../ai/create-ai-classifier';
import { redact } from '../ai/redaction/redact';
import type { TriageService } from '../services';
import { judgeMessage, type Verdict } from './judge-message';
import { offlineVerdict } from './offline-verdict';
import { type ReadMessage, readMessage } from './read-message';
import type { TriagePolicy } from './review/triage-policy';

export interface TriageSettings {
  /** Asked for every message, so that a change takes effect at once. */
  policy: () => TriagePolicy;
  /** Left out, the offline model judges every message. */
  azureOpenAi?: AzureOpenAiSettings;
}

/** Parcel and order numbers carry the meaning of a message and are no personal data: they stay readable. */
const keptWords = (read: ReadMessage): string[] =>
  read.entities.filter(({ type }) => type === 'order_id' || type === 'tracking_number').map(({ text }) => text);

async function aiVerdict(classifier: AiClassifier, read: ReadMessage, signal?: AbortSignal): Promise<Verdict> {
  const keep = keptWords(read);
  try {
    const answer = await classifier.classify(
      { subject: redact(read.subject, keep), body: redact(read.body, keep) },
      signal,
    );
    return {
      reader: 'ai',
      intent: answer.intent,
      confidence: answer.confidence,
      sentiment: answer.sentiment,
      priority: answer.priority,
      hasSecondRequest: answer.several_requests,
      model: answer.model,
      modelVersion: `prompt-${answer.promptVersion}`,
    };
  } catch (problem) {
    const failure: AiFailure = aiFailureOf(problem);
    const verdict = offlineVerdict(read);
    return { ...verdict, model: `${verdict.model} (ai ${failure.reason})` };
  }
}

/**
 * Builds the triage of the service. With AI settings the language model judges intent, tone and urgency and the offline
 * model takes over whenever it fails, which the `model` of the answer says; entities, risks, team and the review policy
 * always come from code. An empty message is not worth a call.
 */
export function createTriage(settings: TriageSettings): TriageService {
  const classifier = settings.azureOpenAi ? createAiClassifier(settings.azureOpenAi) : undefined;
  return {
    async triage(message, signal) {
      const read = readMessage(message);
      const verdict = classifier && read.text !== '' ? await aiVerdict(classifier, read, signal) : offlineVerdict(read);
      return judgeMessage(message, read, verdict, settings.policy());
    },
  };
}
