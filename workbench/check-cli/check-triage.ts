import { createTriage, type TriageSettings } from '../../proxy/src/triage/create-triage';
import type { CheckAnswer } from './check-answer';

/** The language model was asked and did not answer; the offline model stepped in. */
export class ModelFailure extends Error {}

/**
 * Reads one message as an e-mail would be read.
 * @throws {ModelFailure} when a model is set up but did not answer
 */
export async function checkTriage(text: string, settings: TriageSettings): Promise<CheckAnswer> {
  const triage = createTriage(settings);
  const started = performance.now();
  const answer = await triage.triage({ channel: 'email', text });
  const durationMs = Math.round(performance.now() - started);
  const { azureOpenAi } = settings;
  if (!azureOpenAi) return { origin: 'offline', url: null, durationMs, answer };
  const offline = await createTriage({ ...settings, azureOpenAi: undefined }).triage({ channel: 'email', text });
  // The stand-in names itself, followed by why it was needed.
  if (answer.model.startsWith(offline.model))
    throw new ModelFailure(
      `The model at ${azureOpenAi.endpoint} did not answer: ${answer.model}. Messages are read offline meanwhile.`,
    );
  return { origin: 'live', url: azureOpenAi.endpoint, durationMs, answer };
}
