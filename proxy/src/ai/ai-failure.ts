import { retryAfterSeconds } from '../resilience/retry-after';

/** Why no usable answer came. */
export const AI_FAILURE_REASONS = [
  /** No whole answer within the deadline. */
  'timeout',
  /** The service limits calls, and its wait does not fit the deadline. */
  'rate_limited',
  /** The filter stopped the question or the answer. */
  'content_filter',
  /** The model declined. */
  'refusal',
  /** The answer was cut by its length. */
  'cut_off',
  /** The answer is not what was asked for. */
  'bad_answer',
  /** The service found fault with the question. */
  'bad_request',
  /** The key or the identity was refused, or no token could be had. */
  'not_authorised',
  /** There is no such deployment, model or address. */
  'not_found',
  /** The service fails or cannot be reached. */
  'unavailable',
  /** Too many questions run and wait already. */
  'busy',
  /** The day's budget is spent. */
  'budget',
  /** The store does not tell what the day has cost, and there is a budget. */
  'store',
] as const;
export type AiFailureReason = (typeof AI_FAILURE_REASONS)[number];

/** What a refusal said beside its reason; nothing of it is the customer's. */
export interface FailureDetails {
  /** The wait the service asked for, in seconds; null when it said none, or none that makes sense. */
  retryAfterSeconds?: number | null;
  /** The HTTP status of an error. */
  status?: number;
  /** The service's word for the error. */
  code?: string;
}

/** The language model gave no usable answer. Carries no text of the message. */
export class AiFailure extends Error {
  override name = 'AiFailure';

  constructor(
    readonly reason: AiFailureReason,
    readonly details: FailureDetails = {},
  ) {
    super(`the language model gave no usable answer: ${reason}`);
  }
}

interface InnerError {
  code?: string;
}

/** What the client throws. Of a filtered prompt's details there are two spellings, the live service's and the specification's. */
interface ApiProblem {
  name?: string;
  status?: number;
  code?: string | null;
  message?: string;
  headers?: Headers;
  cause?: unknown;
  error?: { innererror?: InnerError; inner_error?: InnerError } | null;
}

const REASON_BY_STATUS: Readonly<Record<number, AiFailureReason>> = {
  401: 'not_authorised',
  403: 'not_authorised',
  404: 'not_found',
  // A conflict or a slow server passes like any other trouble of the service.
  408: 'unavailable',
  409: 'unavailable',
  429: 'rate_limited',
};

/**
 * Names the reason behind anything the client throws. A body that is not JSON comes as a bare SyntaxError; a filtered
 * prompt as HTTP 400 with the code `content_filter`; a sign-in that failed as the cause of another error.
 */
export function aiFailureOf(problem: unknown, now: Date = new Date()): AiFailure {
  if (problem instanceof AiFailure) return problem;
  const { name, status, code, message, headers, cause, error } = (
    typeof problem === 'object' && problem !== null ? problem : {}
  ) as ApiProblem;
  if (cause instanceof AiFailure) return cause;
  if (name === 'SyntaxError') return new AiFailure('bad_answer');
  if (typeof status !== 'number') {
    return new AiFailure(/abort|timeout/i.test(name ?? '') ? 'timeout' : 'unavailable');
  }
  const details = {
    status,
    ...(/^[\w.-]{1,60}$/.test(code ?? '') ? { code: code! } : {}),
    retryAfterSeconds: statedWait(headers, message, now),
  };
  const codes = [code, error?.innererror?.code, error?.inner_error?.code];
  if (codes.some((one) => one === 'content_filter' || one === 'ResponsibleAIPolicyViolation')) {
    return new AiFailure('content_filter', details);
  }
  const reason = REASON_BY_STATUS[status] ?? (status < 500 ? 'bad_request' : 'unavailable');
  return new AiFailure(reason, details);
}

/** By the headers, else by the words "Please retry after 26 seconds". Waits of -1 and 0 have been seen: they say nothing. */
function statedWait(headers: Headers | undefined, message: string | undefined, now: Date): number | null {
  const byHeader = headers ? retryAfterSeconds(Object.fromEntries(headers), now) : null;
  const byWords = /retry after (\d{1,6}) seconds?/i.exec(message?.slice(0, 1000) ?? '')?.[1];
  const seconds = byHeader || Number(byWords ?? 0);
  return seconds > 0 ? seconds : null;
}
