import type { AzureOpenAiSettings } from '../../proxy/src/ai/azure-openai-settings';
import { createLanguageModel } from '../../proxy/src/ai/create-language-model';
import type { ModelUsage } from '../../proxy/src/ai/language-model';
import type { Prompt } from '../../proxy/src/ai/prompt-file';
import { createTriage } from '../../proxy/src/triage/create-triage';
import type { TriagePolicy } from '../../proxy/src/triage/review/triage-policy';
import type { CheckAnswer } from './check-answer';

/** The language model was asked and did not answer; the offline model stepped in. */
export class ModelFailure extends Error {}

/**
 * Reads one message as an e-mail would be read.
 * @param model where the language model is and what it is told; the offline model reads when left out
 * @throws {ModelFailure} when a model is set up but did not answer
 */
export async function checkTriage(
  text: string,
  policy: () => TriagePolicy,
  model?: { settings: AzureOpenAiSettings; prompt: () => Prompt },
): Promise<CheckAnswer> {
  let usage: ModelUsage | undefined;
  // One message has no day's spending to look at: only what it takes itself is told.
  const ledger = {
    record: ({ prompt_tokens, completion_tokens, cost }: ModelUsage) => {
      usage = { prompt_tokens, completion_tokens, cost };
      return Promise.resolve();
    },
    spentToday: () => Promise.resolve(0),
  };
  const ai = model && { model: createLanguageModel(model.settings, { ledger }), prompt: model.prompt };
  const started = performance.now();
  const answer = await createTriage({ policy, ai }).triage({ channel: 'email', text });
  const durationMs = Math.round(performance.now() - started);
  if (!model) return { origin: 'offline', url: null, durationMs, answer };
  const { origin = 'live', endpoint } = model.settings;
  // The offline model's name is followed by why it was needed.
  if (/\(ai \w+\)$/.test(answer.model)) {
    throw new ModelFailure(
      `The model at ${endpoint} did not answer: ${answer.model}. Messages are read offline meanwhile.`,
    );
  }
  return { origin, url: endpoint, durationMs, answer, usage };
}
