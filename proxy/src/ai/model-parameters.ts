/** The two families of chat models, by the parameters they accept. */
export const MODEL_FAMILIES = ['sampling', 'reasoning'] as const;
export type ModelFamily = (typeof MODEL_FAMILIES)[number];

/** Reasoning models spend tokens before they answer, and the limit is on both together. */
const TOKENS_TO_THINK = 2000;

/** A first guess; a deployment may have any name, so the service's refusal corrects it. */
export const guessFamily = (deployment: string): ModelFamily =>
  /^(?:o\d|gpt-?[5-9]|gpt-?\d\d)(?!.*chat)/i.test(deployment) ? 'reasoning' : 'sampling';

export type ModelParameters =
  { max_tokens: number; temperature: 0 } | { max_completion_tokens: number; reasoning_effort?: string };

/** The parameters a deployment is asked with. They are learnt: its name need not say which model it is. */
export interface ModelDialect {
  parametersFor(longestAnswer: number): ModelParameters;
  /**
   * Learns from a refusal of what was sent.
   * @returns true when the question is worth asking again in the other words
   */
  learn(problem: unknown, sent: ModelParameters): boolean;
}

/** @param said what is known of the model; only the rest is learnt */
export function createDialect(
  deployment: string,
  said: { family?: ModelFamily; reasoningEffort?: string } = {},
): ModelDialect {
  let family = said.family ?? guessFamily(deployment);
  let effort = said.reasoningEffort;
  return {
    parametersFor(longestAnswer) {
      if (family === 'sampling') return { max_tokens: longestAnswer, temperature: 0 };
      const limit = { max_completion_tokens: TOKENS_TO_THINK + longestAnswer };
      return effort === undefined ? limit : { ...limit, reasoning_effort: effort };
    },
    learn(problem, sent) {
      const refused = refusedParameter(problem);
      if (refused === 'reasoning_effort' && 'reasoning_effort' in sent) {
        effort = undefined;
        return true;
      }
      if (refused === null || refused === 'reasoning_effort' || said.family !== undefined) return false;
      // By what was sent: of two refusals at the same time the second must not undo what the first has taught.
      family = 'max_tokens' in sent ? 'reasoning' : 'sampling';
      return true;
    },
  };
}

const PARAMETER = /max_completion_tokens|max_tokens|temperature|reasoning_effort/;

/** The parameter of ours that the service names as the fault of a request, or null. */
function refusedParameter(problem: unknown): string | null {
  const { status, param, message } = (problem ?? {}) as { status?: number; param?: string | null; message?: string };
  if (status !== 400) return null;
  return PARAMETER.exec(param ?? '')?.[0] ?? PARAMETER.exec(message?.slice(0, 1000) ?? '')?.[0] ?? null;
}
