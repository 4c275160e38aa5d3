import { AiFailure, type AiFailureReason } from '../ai/ai-failure';
import type { LanguageModel } from '../ai/language-model';
import type { Prompt } from '../ai/prompt-file';
import type { Triage } from '../contract/triage';
import { REVIEW_REASONS, type ReviewReason } from '../contract/vocabulary';
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
 * The service behind the model, or the model, would not have the message read: threats, self-harm, hatred or an attack,
 * by its own judgement. Whatever the offline model makes of it, a person looks.
 */
const NOT_FOR_MACHINES: ReadonlySet<AiFailureReason> = new Set(['content_filter', 'refusal']);

/** `safety` and not `low_confidence`: it holds in every shop, and what was refused may be a danger to somebody. */
const WHY_NOT: ReviewReason = 'safety';

const heldForAPerson = (triage: Triage): Triage => ({
  ...triage,
  requires_human_review: true,
  review_reasons: REVIEW_REASONS.filter((reason) => reason === WHY_NOT || triage.review_reasons.includes(reason)),
});

/**
 * Builds the triage of the service. With a language model that model judges intent, tone and urgency and the offline
 * model takes over whenever it fails, which the `model` of the answer says; entities, risks, team and the review policy
 * always come from code. A message that it declines to read goes to a person. An empty message is not worth a call.
 */
export function createTriage({ policy: current, ai }: TriageSettings): TriageService {
  return {
    async triage(message, signal) {
      const read = readMessage(message);
      const policy = current();
      const judged = (verdict: Verdict): Triage => judgeMessage(message, read, verdict, policy);
      if (!ai || read.text === '') return judged(offlineVerdict(read));
      try {
        return judged(await askModel(ai, message, read, policy, signal));
      } catch (problem) {
        if (!(problem instanceof AiFailure)) throw problem;
        const offline = offlineVerdict(read);
        const triage = judged({ ...offline, model: `${offline.model} (ai ${problem.reason})` });
        return NOT_FOR_MACHINES.has(problem.reason) ? heldForAPerson(triage) : triage;
      }
    },
  };
}
