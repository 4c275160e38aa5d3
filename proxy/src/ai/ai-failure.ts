export type AiFailureReason =
  | 'timeout'
  | 'rate_limited'
  | 'content_filter'
  | 'refusal'
  | 'cut_off'
  | 'bad_answer'
  | 'not_authorised'
  | 'not_found'
  | 'unavailable';

/** The language model gave no usable answer. Carries no text of the message. */
export class AiFailure extends Error {
  constructor(readonly reason: AiFailureReason) {
    super(`the language model gave no usable answer: ${reason}`);
    this.name = 'AiFailure';
  }
}

interface ApiProblem {
  name?: string;
  status?: number;
  code?: string | null;
}

/**
 * Names the reason behind anything the client throws. A body that is not JSON comes as a bare SyntaxError; a filtered
 * prompt as HTTP 400 with the code `content_filter`.
 */
export function aiFailureOf(problem: unknown): AiFailure {
  if (problem instanceof AiFailure) return problem;
  const { name, status, code } = (typeof problem === 'object' && problem !== null ? problem : {}) as ApiProblem;
  if (name === 'SyntaxError') return new AiFailure('bad_answer');
  if (code === 'content_filter' || code === 'ResponsibleAIPolicyViolation') return new AiFailure('content_filter');
  if (status === 429) return new AiFailure('rate_limited');
  if (status === 401 || status === 403) return new AiFailure('not_authorised');
  if (status === 404) return new AiFailure('not_found');
  if (status === undefined && /abort|timeout/i.test(name ?? '')) return new AiFailure('timeout');
  return new AiFailure(status !== undefined && status < 500 && status >= 400 ? 'bad_answer' : 'unavailable');
}
