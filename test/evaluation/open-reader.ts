import { createLanguageModel } from '../../proxy/src/ai/create-language-model';
import type { LanguageModel } from '../../proxy/src/ai/language-model';
import { openPrompt } from '../../proxy/src/ai/prompt-file';
import { readSettings } from '../../proxy/src/settings';
import { openTriagePolicy } from '../../proxy/src/triage/review/triage-policy';
import type { EvaluateArguments } from './arguments';
import { languageModelReader, type ModelReader } from './language-model-reader';
import { recordingModel, replayingModel } from './model-recording';

/** Answers of the stand-in say so wherever they are shown or kept: they tell nothing of a real model. */
const markedAsSandbox = (model: LanguageModel): LanguageModel => ({
  async ask(task, signal) {
    const answer = await model.ask(task, signal);
    return { ...answer, model: `${answer.model} (sandbox)` };
  },
});

/**
 * The reader with the language model of the settings, or with recorded answers, which need no key.
 * @throws Error saying which setting is missing, or what is wrong with the recording
 */
export function openModelReader(
  { record, replay }: Pick<EvaluateArguments, 'record' | 'replay'>,
  environment: Record<string, string | undefined>,
): ModelReader {
  const settings = readSettings(environment);
  const live = (): LanguageModel => {
    const { languageModel } = settings;
    if (languageModel === undefined)
      throw new Error('no language model is set. Set AZURE_OPENAI_API_KEY (.env.example), or answer by --replay FILE.');
    const model = createLanguageModel(languageModel);
    return languageModel.origin === 'sandbox' ? markedAsSandbox(model) : model;
  };
  const fail = (problem: Error): never => {
    throw problem;
  };
  const model =
    replay !== undefined ? replayingModel(replay) : record === undefined ? live() : recordingModel(live(), record);
  return languageModelReader(
    model,
    openPrompt(settings.promptDir, 'triage', fail),
    openTriagePolicy(settings.triagePolicyFile, settings.reviewThresholds, fail),
  );
}
