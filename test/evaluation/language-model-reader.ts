import { aiFailureOf } from '../../proxy/src/ai/ai-failure';
import type { LanguageModel } from '../../proxy/src/ai/language-model';
import type { Prompt } from '../../proxy/src/ai/prompt-file';
import { createTriage } from '../../proxy/src/triage/create-triage';
import type { TriagePolicy } from '../../proxy/src/triage/review/triage-policy';
import { NotRecorded } from './model-recording';
import type { Reader } from './reader';

/** What asking the language model came to. */
export interface ModelUse {
  /** Questions that got an answer. */
  answered: number;
  /** In US dollars, of the answered questions. */
  cost: number;
  tokens: number;
  /** Questions without an answer, by reason; those messages were read offline, as the service does. */
  failures: Readonly<Record<string, number>>;
  /** Questions the recording does not hold; those messages are not judged. */
  missing: number;
  /** As the service named them. */
  models: readonly string[];
  prompts: readonly string[];
}

export interface ModelReader extends Reader {
  use(): ModelUse;
}

/** Reads as the service does with a language model, and counts what that takes. */
export function languageModelReader(
  model: LanguageModel,
  prompt: () => Prompt,
  policy: () => TriagePolicy,
): ModelReader {
  const [models, prompts, failures] = [new Set<string>(), new Set<string>(), new Map<string, number>()];
  const unknown = new Set<string>();
  let [answered, cost, tokens, messages] = [0, 0, 0, 0];
  const counted: LanguageModel = {
    async ask(task, signal) {
      try {
        const answer = await model.ask(task, signal);
        models.add(answer.model);
        prompts.add(`${task.prompt.name} ${task.prompt.version}`);
        answered += 1;
        cost += answer.usage.cost;
        tokens += answer.usage.prompt_tokens + answer.usage.completion_tokens;
        return answer;
      } catch (problem) {
        if (problem instanceof NotRecorded) unknown.add(task.about.message_id ?? '');
        else {
          const { reason } = aiFailureOf(problem);
          failures.set(reason, (failures.get(reason) ?? 0) + 1);
        }
        throw problem;
      }
    },
  };
  const service = createTriage({ policy, ai: { model: counted, prompt } });
  return {
    kind: 'azure',
    model: () => [...models].sort().join(', ') || 'no answer yet',
    async read(message) {
      const message_id = `evaluation-${(messages += 1)}`;
      const triage = await service.triage({ ...message, message_id });
      return unknown.has(message_id) ? null : triage;
    },
    use: () => ({
      ...{ answered, cost, tokens, missing: unknown.size },
      failures: Object.fromEntries([...failures].sort()),
      models: [...models].sort(),
      prompts: [...prompts].sort(),
    }),
  };
}
