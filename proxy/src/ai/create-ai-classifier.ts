import type OpenAI from 'openai';
import { AiFailure, aiFailureOf } from './ai-failure';
import type { AzureOpenAiSettings } from './azure-openai-settings';
import { CLASSIFICATION_SCHEMA, type Classification, readClassification } from './classification';
import { guessFamily, type ModelFamily, parametersOf, refusesParameters } from './model-parameters';
import { openClient } from './open-client';
import { asData, INSTRUCTIONS, PROMPT_VERSION } from './prompt';

/** Longest text sent, in characters of subject and body together. */
const LONGEST_BODY = 8000;

export interface AiClassification extends Classification {
  /** The model as the service names it. */
  model: string;
  /** Version of the instructions it was given. */
  promptVersion: string;
}

export interface AiClassifier {
  /**
   * Classifies redacted text.
   * @throws AiFailure with its reason; nothing else
   */
  classify(words: { subject: string; body: string }, signal?: AbortSignal): Promise<AiClassification>;
}

/** @param completion undefined when the body was empty, whatever the package's types say */
function answerOf(completion: OpenAI.Chat.Completions.ChatCompletion | undefined): Classification {
  const choice = completion?.choices?.[0];
  if (!choice) throw new AiFailure('bad_answer');
  if (choice.message?.refusal) throw new AiFailure('refusal');
  if (choice.finish_reason === 'length') throw new AiFailure('cut_off');
  if (choice.finish_reason === 'content_filter') throw new AiFailure('content_filter');
  const classification = readClassification(choice.message?.content ?? '');
  if (!classification) throw new AiFailure('bad_answer');
  return classification;
}

/** Builds the classifier on Azure OpenAI or OpenAI. Nothing is loaded or sent before the first message. */
export function createAiClassifier(settings: AzureOpenAiSettings): AiClassifier {
  let client: OpenAI | undefined;
  let family: ModelFamily = guessFamily(settings.deployment);

  const ask = (subject: string, body: string, signal: AbortSignal) => {
    client ??= openClient(settings);
    return client.chat.completions.create(
      {
        model: settings.deployment,
        messages: [
          { role: 'system', content: INSTRUCTIONS },
          { role: 'user', content: asData(subject, body) },
        ],
        response_format: {
          type: 'json_schema',
          json_schema: { name: 'classification', strict: true, schema: CLASSIFICATION_SCHEMA },
        },
        ...parametersOf(family),
      },
      { signal },
    );
  };

  return {
    async classify({ subject, body }, signal) {
      const deadline = AbortSignal.timeout(settings.timeoutMs);
      const either = signal ? AbortSignal.any([deadline, signal]) : deadline;
      const text = body.slice(0, LONGEST_BODY);
      try {
        const completion = await ask(subject, text, either).catch((problem: unknown) => {
          if (!refusesParameters(problem)) throw problem;
          family = family === 'reasoning' ? 'sampling' : 'reasoning';
          return ask(subject, text, either);
        });
        return {
          ...answerOf(completion),
          model: completion.model || settings.deployment,
          promptVersion: PROMPT_VERSION,
        };
      } catch (problem) {
        throw either.aborted ? new AiFailure('timeout') : aiFailureOf(problem);
      }
    },
  };
}
