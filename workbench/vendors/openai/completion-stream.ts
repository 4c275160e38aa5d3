import { choiceFilterResults, PROMPT_FILTER_RESULTS, usageOf, type Completion } from './completion-view';

/** Characters of one delta. */
const PIECE = /[^]{1,12}/g;

/**
 * The completion as server-sent events. Azure sends its verdict on the prompt first, in a chunk without choices, id
 * and model; the role comes with the first delta; the usage, when asked for, in a last chunk without choices.
 */
export function completionEvents(completion: Completion, withUsage: boolean): string {
  return [...completionChunks(completion, withUsage).map((chunk) => JSON.stringify(chunk)), '[DONE]']
    .map((data) => `data: ${data}\n\n`)
    .join('');
}

/** The chunks (object `chat.completion.chunk`) in their order. */
export function completionChunks(completion: Completion, withUsage: boolean): object[] {
  const { id, created, model, said, style } = completion;
  const azure = style !== 'openai';
  const frame = { id, object: 'chat.completion.chunk', created, model, system_fingerprint: 'fp_sandbox' };
  const noUsage = withUsage ? { usage: null } : {};
  const chunk = (delta: object, finish_reason: string | null) => ({
    ...frame,
    choices: [
      {
        index: 0,
        delta,
        logprobs: null,
        finish_reason,
        ...(azure ? { content_filter_results: finish_reason ? choiceFilterResults(said) : {} } : {}),
      },
    ],
    ...noUsage,
  });
  const text = said.refusal === null ? (said.content ?? '') : said.refusal;
  const pieces = text.match(PIECE) ?? [];
  const field = said.refusal === null ? 'content' : 'refusal';
  return [
    ...(azure
      ? [
          {
            id: '',
            object: 'chat.completion.chunk',
            created: 0,
            model: '',
            choices: [],
            prompt_filter_results: PROMPT_FILTER_RESULTS,
          },
        ]
      : []),
    chunk({ role: 'assistant', content: field === 'content' ? '' : null, refusal: null }, null),
    ...pieces.map((piece) => chunk({ [field]: piece }, null)),
    chunk({}, said.finishReason),
    ...(withUsage ? [{ ...frame, choices: [], usage: usageOf(completion) }] : []),
  ];
}
