import type { EndpointStyle } from './endpoint-style';

/** What the model said and why it stopped. */
export interface Said {
  content: string | null;
  refusal: string | null;
  finishReason: 'stop' | 'length' | 'content_filter';
  /** The filter could not look at the answer. */
  filterOutage: boolean;
}

/** One completion: what was said, and the frame around it. */
export interface Completion {
  id: string;
  /** Unix seconds. */
  created: number;
  model: string;
  said: Said;
  promptTokens: number;
  completionTokens: number;
  style: EndpointStyle['style'];
}

const SAFE = { filtered: false, severity: 'safe' };
const CATEGORIES = { hate: SAFE, self_harm: SAFE, sexual: SAFE, violence: SAFE };

/** Azure only: what the filter thinks of the prompt. */
export const PROMPT_FILTER_RESULTS = [
  { prompt_index: 0, content_filter_results: { ...CATEGORIES, jailbreak: { filtered: false, detected: false } } },
];

/** Azure only: what the filter thinks of an answer. */
export function choiceFilterResults({ finishReason, filterOutage }: Said): object {
  if (filterOutage)
    return { error: { code: 'content_filter_error', message: 'The contents are not filtered because of an error.' } };
  return finishReason === 'content_filter'
    ? { ...CATEGORIES, violence: { filtered: true, severity: 'medium' } }
    : CATEGORIES;
}

export const usageOf = ({ promptTokens, completionTokens }: Completion) => ({
  prompt_tokens: promptTokens,
  completion_tokens: completionTokens,
  total_tokens: promptTokens + completionTokens,
});

/** The completion in one piece (object `chat.completion`). */
export function completionView(completion: Completion): object {
  const { id, created, model, said, style } = completion;
  const azure = style !== 'openai';
  return {
    id,
    object: 'chat.completion',
    created,
    model,
    choices: [
      {
        index: 0,
        finish_reason: said.finishReason,
        logprobs: null,
        message: { role: 'assistant', content: said.content, refusal: said.refusal },
        ...(azure ? { content_filter_results: choiceFilterResults(said) } : {}),
      },
    ],
    usage: usageOf(completion),
    system_fingerprint: 'fp_sandbox',
    ...(azure ? { prompt_filter_results: PROMPT_FILTER_RESULTS } : {}),
  };
}
