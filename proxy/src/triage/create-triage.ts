import { AiFailure } from '../ai/ai-failure';
import type { LanguageModel } from '../ai/language-model';
import type { Prompt } from '../ai/prompt-file';
import type { TriageService } from '../services';
import { askModel } from './ask-model';
import { judgeMessage, type Verdict } from './judge-message';
import { offlineVerdict } from './offline-verdict';
import { readMessage } from './read-message';
import type { TriagePolicy } from './review/triage-policy';

export interface TriageSettings {
  /** Asked for every message, so that a change takes effect at once. */
  policy: () => TriagePolicy;
  /** The language model with the prompt it gets; left out, the offline model judges every message. */
  ai?: { model: LanguageModel; prompt: () => Prompt };
}

/**
 * Builds the triage of the service. With a language model that model judges intent, tone and urgency and the offline
 * model takes over whenever it fails, which the `model` of the answer says; entities, risks, team and the review policy
 * always come from code. An empty message is not worth a call.
 */
export function createTriage({ policy: current, ai }: TriageSettings): TriageService {
  return {
    async triage(message, signal) {
      const read = readMessage(message);
      const policy = current();
      const offline = (): Verdict => offlineVerdict(read);
      if (!ai || read.text === '') return judgeMessage(message, read, offline(), policy);
      const verdict = await askModel(ai, message, read, policy, signal).catch((problem: unknown) => {
        if (!(problem instanceof AiFailure)) throw problem;
        const verdict = offline();
        return { ...verdict, model: `${verdict.model} (ai ${problem.reason})` };
      });
      return judgeMessage(message, read, verdict, policy);
    },
  };
}
