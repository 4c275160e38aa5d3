import type Stripe from 'stripe';
import { startDeadline } from '../../resilience/deadline';
import type { HttpAnswer, HttpRequest } from '../http-attempt';
import { jsonObject } from '../json-answer';
import { retryAfterSeconds } from '../../resilience/retry-after';
import type { VendorCaller } from '../vendor-caller';
import { VendorError } from '../vendor-error';

/**
 * Lets the `stripe` package send its requests through the policy all vendors share. Its own transport repeats a closed
 * connection even with retries off, ignores `Retry-After` on 429, and its time-out does not end a body that drips.
 */
export function createStripeTransport(caller: VendorCaller, now: () => Date): Stripe.HttpClient {
  return {
    getClientName: () => 'undici',
    /** @param timeout what is left of the caller's deadline, in milliseconds */
    makeRequest(_host, _port, path, method, headers, body, _protocol, timeout) {
      const sent = plainHeaders(headers);
      const isWrite = method === 'POST';
      const request: HttpRequest = isWrite
        ? { method, path, headers: sent, body: body ?? undefined }
        : { method: 'GET', path, headers: sent };
      return caller.call(
        isWrite ? 'CreateRefund' : operationOf(path),
        request,
        startDeadline(timeout),
        (answer) => {
          if (answer.status === 409 || answer.status >= 500) throw failureOf(answer, now());
          const json = jsonObject('stripe', answer);
          return {
            getStatusCode: () => answer.status,
            getHeaders: () => plainHeaders(answer.headers),
            getRawResponse: () => answer,
            toStream: () => answer.text,
            toJSON: () => Promise.resolve(json),
          };
        },
        // A write has a key, so it may be repeated. What the package understands of a refusal is left to it.
        isWrite ? { accept: WRITE_ANSWERS } : { accept: [404] },
      );
    },
  };
}

/** Statuses that say something about the write, or whether they were saved. */
const WRITE_ANSWERS = [400, 402, 404, 409, 500, 501, 502, 503, 504];

/**
 * Stripe answered with a failure it has saved under the key: the same key gets it for as long as it is known, whether or
 * not the write took effect. Source: docs.stripe.com/api/idempotent_requests.
 */
export class SavedFailure extends VendorError {
  override name = 'SavedFailure';
}

function failureOf(answer: HttpAnswer, now: Date): VendorError {
  const { status, headers } = answer;
  // Another call with the same key is at work; its answer can be had a moment later.
  if (status === 409)
    return new VendorError('stripe', 'RCC_UPSTREAM_RATE_LIMITED', 'stripe is still at work on it.', {
      retryable: true,
      status,
    });
  const text = `stripe answered with status ${status}.`;
  if (headers['idempotent-replayed'] === 'true')
    return new SavedFailure('stripe', 'RCC_UPSTREAM_UNAVAILABLE', text, { status });
  const wait = retryAfterSeconds(headers, now);
  return new VendorError('stripe', 'RCC_UPSTREAM_UNAVAILABLE', text, {
    retryable: true,
    retryAfterSeconds: wait,
    status,
  });
}

/** Beginnings of paths, the longer ones first, and the names the log gives them. */
const OPERATIONS: readonly [string, string][] = [
  ['/v1/charges/search', 'SearchCharges'],
  ['/v1/charges/', 'Charge'],
  ['/v1/charges', 'ListCharges'],
  ['/v1/refunds', 'ListRefunds'],
  ['/v1/disputes', 'ListDisputes'],
];

const operationOf = (path: string) => OPERATIONS.find(([begin]) => path.startsWith(begin))?.[1] ?? 'Other';

const plainHeaders = (headers: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value == null ? [] : [[name, String(value)]])),
  );
