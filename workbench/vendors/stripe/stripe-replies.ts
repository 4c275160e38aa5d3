import type { Fault } from '../scenarios/scenario-order';
import type { Reply } from '../server/exchange';

/** The fields of Stripe's error object. */
export interface StripeError {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';
  message: string;
  code?: string;
  param?: string;
  charge?: string;
}

/** Answers in Stripe's form, each with a request id of its own. */
export interface StripeReplies {
  ok(body: object): Reply;
  error(status: number, fields: StripeError): Reply;
  /** A request that is wrong in itself; status 400 when left out. */
  invalid(message: string, fields?: { param?: string; code?: string; status?: number; charge?: string }): Reply;
  missing(object: string, id: string, param: string): Reply;
  rateLimited(fault: Fault): Reply;
  serverError(): Reply;
  unauthorized(): Reply;
}

export function createStripeReplies(): StripeReplies {
  let requests = 0;
  const reply = (status: number, body: object): Reply => {
    requests += 1;
    return { status, headers: { 'request-id': `req_sandbox${requests}` }, body };
  };
  const error = (status: number, fields: StripeError) => reply(status, { error: fields });
  const invalid: StripeReplies['invalid'] = (message, { status = 400, ...fields } = {}) =>
    error(status, { type: 'invalid_request_error', message, ...fields });
  return {
    ok: (body) => reply(200, body),
    error,
    invalid,
    missing: (object, id, param) =>
      invalid(`No such ${object}: '${id}'`, { param, code: 'resource_missing', status: 404 }),
    rateLimited({ retryAfterSeconds }) {
      const limited = invalid('Request rate limit exceeded.', { code: 'rate_limit', status: 429 });
      const wait: Record<string, string> =
        retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
      return { ...limited, headers: { ...limited.headers, ...wait } };
    },
    serverError: () => error(500, { type: 'api_error', message: 'An unknown error occurred.' }),
    unauthorized: () => error(401, { type: 'invalid_request_error', message: 'Invalid API Key provided.' }),
  };
}
