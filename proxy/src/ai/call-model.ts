import type OpenAI from 'openai';
import { type Deadline, within } from '../resilience/deadline';
import { AiFailure, aiFailureOf } from './ai-failure';
import type { ModelTask } from './language-model';
import type { ModelDialect, ModelParameters } from './model-parameters';

/** One call: what it said, or why nothing usable came, and what it took either way. */
export interface ModelCall<T> {
  outcome: { value: T } | AiFailure;
  /** The model as the service names it, else the deployment. */
  model: string;
  promptTokens: number;
  completionTokens: number;
  /** The tokens are a guess: the service may have worked without an answer that tells. */
  estimated: boolean;
  /** By which the service's support finds the call. */
  requestId?: string;
}

type Completion = OpenAI.Chat.Completions.ChatCompletion;

/** Refusals of parameters, one of each family and one of the effort, at most. */
const MOST_CORRECTIONS = 2;
const CHARACTERS_OF_A_TOKEN = 4;

const messagesOf = ({ prompt, data }: ModelTask<unknown>) => [
  // The same words first each time: the service keeps a long beginning it has read before, and takes less for it.
  { role: 'system' as const, content: prompt.text },
  { role: 'user' as const, content: JSON.stringify(data) },
];

/** @param model undefined where the address names it: the dated style allows no second one in the body */
function requestOf(task: ModelTask<unknown>, model: string | undefined, parameters: ModelParameters) {
  const { name, schema } = task.schema;
  return {
    model,
    messages: messagesOf(task),
    response_format: { type: 'json_schema' as const, json_schema: { name, strict: true, schema: { ...schema } } },
    ...parameters,
  } as OpenAI.Chat.Completions.ChatCompletionCreateParamsNonStreaming;
}

/** @throws AiFailure */
function valueOf<T>(completion: Completion | undefined, read: ModelTask<T>['read']): T {
  const choice = completion?.choices?.[0];
  if (!choice) throw new AiFailure('bad_answer');
  if (choice.message?.refusal) throw new AiFailure('refusal');
  if (choice.finish_reason === 'length') throw new AiFailure('cut_off');
  if (choice.finish_reason === 'content_filter') throw new AiFailure('content_filter');
  const value = read(choice.message?.content ?? '');
  if (value === null) throw new AiFailure('bad_answer');
  return value;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** About as many tokens as the service would count in the question. */
const guessTokens = (task: ModelTask<unknown>): number =>
  Math.ceil(JSON.stringify([messagesOf(task), task.schema]).length / CHARACTERS_OF_A_TOKEN);

/** An error of the service costs nothing, nor does a connection that was never made. */
const mayHaveWorked = (failure: AiFailure, problem: unknown): boolean =>
  failure.details.status === undefined &&
  failure.reason !== 'not_authorised' &&
  (problem as Error | null)?.constructor.name !== 'APIConnectionError';

/**
 * Asks the service once; words of the request that it does not take are changed, which costs nothing. Never throws.
 */
export async function callModel<T>(
  client: OpenAI,
  deployment: string,
  dialect: ModelDialect,
  task: ModelTask<T>,
  deadline: Deadline,
  now: () => Date,
): Promise<ModelCall<T>> {
  const late = new AbortController();
  const signal = deadline.signal ? AbortSignal.any([late.signal, deadline.signal]) : late.signal;
  const unknown = { model: deployment, promptTokens: 0, completionTokens: 0, estimated: false };

  const ask = async (corrections = 0): Promise<{ data: Completion; request_id: string | null }> => {
    const parameters = dialect.parametersFor(task.longestAnswer);
    try {
      // The deadline also bounds the fetching of a token, which no signal reaches.
      const model = /\/deployments\//.test(client.baseURL) ? undefined : deployment;
      const asked = client.chat.completions.create(requestOf(task, model, parameters), { signal }).withResponse();
      return await within(asked, deadline, () => new AiFailure('timeout'));
    } catch (problem) {
      if (corrections < MOST_CORRECTIONS && dialect.learn(problem, parameters)) return ask(corrections + 1);
      throw problem;
    }
  };

  let answer: Awaited<ReturnType<typeof ask>>;
  try {
    answer = await ask();
  } catch (problem) {
    const failure = signal.aborted ? new AiFailure('timeout') : aiFailureOf(problem, now());
    if (!mayHaveWorked(failure, problem)) return { ...unknown, outcome: failure, requestId: requestIdOf(problem) };
    return { ...unknown, outcome: failure, promptTokens: guessTokens(task), estimated: true };
  } finally {
    late.abort();
  }

  const completion = answer.data as Completion | undefined;
  const { prompt_tokens, completion_tokens } = completion?.usage ?? {};
  const told = isCount(prompt_tokens) && isCount(completion_tokens);
  const content = String(completion?.choices?.[0]?.message?.content ?? '');
  const call = {
    model: nameOf(completion) ?? deployment,
    promptTokens: told ? prompt_tokens : guessTokens(task),
    completionTokens: told ? completion_tokens : Math.ceil(content.length / CHARACTERS_OF_A_TOKEN),
    estimated: !told,
    requestId: idOf(answer.request_id),
  };
  try {
    return { ...call, outcome: { value: valueOf(completion, task.read) } };
  } catch (problem) {
    return { ...call, outcome: aiFailureOf(problem, now()) };
  }
}

/** What the service sends goes into our store and log: only what looks like a name is taken. */
const nameOf = (completion: Completion | undefined): string | undefined =>
  typeof completion?.model === 'string' && /^[\w.:/-]{1,100}$/.test(completion.model) ? completion.model : undefined;

const idOf = (id: unknown): string | undefined =>
  typeof id === 'string' && /^[\w.:-]{1,80}$/.test(id) ? id : undefined;

const requestIdOf = (problem: unknown): string | undefined => {
  const { requestID, headers } = (problem ?? {}) as { requestID?: string | null; headers?: Headers };
  return idOf(requestID) ?? idOf(headers?.get?.('apim-request-id'));
};
