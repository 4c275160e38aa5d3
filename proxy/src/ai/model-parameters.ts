/** The two families of chat models, by the parameters they accept. */
export type ModelFamily = 'sampling' | 'reasoning';

/** A first guess; a deployment may have any name, so the service's refusal corrects it. */
export const guessFamily = (deployment: string): ModelFamily =>
  /^(?:o\d|gpt-?[5-9]|gpt-?\d\d)(?!.*chat)/i.test(deployment) ? 'reasoning' : 'sampling';

/** An answer has about 60 tokens; reasoning models spend most of theirs before it. */
export const parametersOf = (family: ModelFamily) =>
  family === 'reasoning' ? { max_completion_tokens: 2000 } : { max_tokens: 200, temperature: 0 };

/** True when the service refused a request because it carries the parameters of the other family. */
export function refusesParameters(problem: unknown): boolean {
  const { status, param, message } = (problem ?? {}) as { status?: number; param?: string | null; message?: string };
  return (
    status === 400 &&
    (/^(?:max_tokens|max_completion_tokens|temperature)$/.test(param ?? '') ||
      /max_tokens|max_completion_tokens|'temperature'/.test(message ?? ''))
  );
}
