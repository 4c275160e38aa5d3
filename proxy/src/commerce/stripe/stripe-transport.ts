import type Stripe from 'stripe';
import { startDeadline } from '../deadline';
import { jsonObject } from '../json-answer';
import type { VendorCaller } from '../vendor-caller';

/**
 * Lets the `stripe` package send its requests through the policy all vendors share. Its own transport repeats a closed
 * connection even with retries off, ignores `Retry-After` on 429, and its time-out does not end a body that drips.
 */
export function createStripeTransport(caller: VendorCaller): Stripe.HttpClient {
  return {
    getClientName: () => 'undici',
    /** @param timeout what is left of the caller's deadline, in milliseconds */
    makeRequest(_host, _port, path, method, headers, _body, _protocol, timeout) {
      if (method !== 'GET') throw new TypeError('only reads are sent');
      const request = { method: 'GET' as const, path, headers: plainHeaders(headers) };
      return caller.call(
        operationOf(path),
        request,
        startDeadline(timeout),
        (answer) => {
          const json = jsonObject('stripe', answer);
          return {
            getStatusCode: () => answer.status,
            getHeaders: () => plainHeaders(answer.headers),
            getRawResponse: () => answer,
            toStream: () => answer.text,
            toJSON: () => Promise.resolve(json),
          };
        },
        { accept: [404] },
      );
    },
  };
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
