import type { Vendor } from '../contract/vocabulary';
import { BulkheadFull, createBulkhead, type BulkheadOptions } from '../resilience/bulkhead';
import { createCircuitBreaker, type BreakerOptions } from '../resilience/circuit-breaker';
import { pause, type Deadline } from '../resilience/deadline';
import { AttemptFailure, type HttpAnswer, type HttpRequest } from './http-attempt';
import { retryAfterSeconds } from '../resilience/retry-after';
import { createHttpTransport, type Transport } from './transport';
import { VendorError } from './vendor-error';

const MOST_ATTEMPTS = 3;
/** The longest pause before the first repetition; it doubles with each, and the pause is anything from nothing to it. */
const BACKOFF_MS = 200;
/** Names under which vendors send the id by which their support finds a call. */
const REQUEST_ID_HEADERS = ['x-request-id', 'request-id', 'apim-request-id', 'x-customer-transaction-id'];

export interface CallerOptions {
  vendor: Vendor;
  baseUrl: string;
  attemptTimeoutMs: number;
  now(): Date;
  log?: (entry: object) => void;
  breaker?: BreakerOptions;
  bulkhead?: BulkheadOptions;
  /** HTTP to the base address when left out; a simulation gives its own. */
  transport?: Transport;
  /** Waits before a repetition; on the machine's clock when left out. */
  wait?: typeof pause;
  /** From 0 up to 1, for the pauses. */
  random?(): number;
}

/** What clients pass on to their caller. */
export type ClientOptions = Pick<CallerOptions, 'attemptTimeoutMs' | 'now' | 'log' | 'transport' | 'wait' | 'breaker'>;

export interface CallTerms {
  /** Further statuses that `read` understands. */
  accept?: readonly number[];
  /** False for a write without a key of its own: then there is one attempt, and only the caller can find out more. */
  repeatable?: boolean;
}

export interface VendorCaller {
  /**
   * Calls the vendor until there is an answer that `read` accepts, at most three times and only inside the deadline.
   * Only reads and writes with an idempotency key may be repeated.
   * @param operation a name for the log; addresses and bodies are never logged
   * @param read turns an answer of status 2xx, or one listed in `terms.accept`, into the result; may throw a VendorError
   * @throws {VendorError}
   */
  call<T>(
    operation: string,
    request: HttpRequest,
    deadline: Deadline,
    read: (answer: HttpAnswer) => T,
    terms?: CallTerms,
  ): Promise<T>;
  close(): Promise<void>;
}

/**
 * The one policy for every vendor: at most so many calls at once, attempt time-out, retries with full jitter,
 * `Retry-After`, circuit breaker.
 */
export function createVendorCaller(options: CallerOptions): VendorCaller {
  const { vendor, now, log, wait = pause, random = Math.random } = options;
  const transport = options.transport ?? createHttpTransport(options.baseUrl);
  const breaker = createCircuitBreaker(options.breaker);
  const bulkhead = createBulkhead(options.bulkhead);

  const resting = () =>
    new VendorError(vendor, 'RCC_UPSTREAM_UNAVAILABLE', `${vendor} does not answer properly at the moment.`, {
      retryAfterSeconds: breaker.secondsToWait(),
    });

  async function attempt<T>(
    request: HttpRequest,
    deadline: Deadline,
    read: (answer: HttpAnswer) => T,
    accept: readonly number[],
    seen: (answer: HttpAnswer) => void,
  ): Promise<T> {
    const timeoutMs = Math.min(options.attemptTimeoutMs, deadline.remainingMs());
    if (timeoutMs <= 0) throw timedOut(vendor);
    if (!breaker.allows()) throw resting();
    try {
      const answer = await transport.send(request, timeoutMs, deadline.signal);
      seen(answer);
      if ((answer.status < 200 || answer.status > 299) && !accept.includes(answer.status))
        throw failureByStatus(vendor, answer, now());
      const result = read(answer);
      breaker.succeeded();
      return result;
    } catch (error) {
      const failure = asVendorError(vendor, error);
      if (error instanceof AttemptFailure && saysNothing(error, timeoutMs)) breaker.abandoned();
      else if (failure.exhausted && failure.retryAfterSeconds !== null) breaker.exhausted(failure.retryAfterSeconds);
      else if (saysVendorIsDown(failure)) breaker.failed();
      else breaker.succeeded();
      throw failure;
    }
  }

  /** An attempt that was given up, or hurried by its caller, is not held against the vendor. */
  const saysNothing = ({ kind }: AttemptFailure, timeoutMs: number) =>
    kind === 'cancelled' || (kind === 'timeout' && timeoutMs < options.attemptTimeoutMs / 2);

  return {
    async call(operation, request, deadline, read, { accept = [], repeatable = true } = {}) {
      const started = performance.now();
      let requestId: string | undefined;
      let said: VendorError | undefined;
      const seen = ({ headers }: HttpAnswer) => (requestId = requestIdOf(headers));
      for (let attempts = 1; ; attempts += 1) {
        try {
          // Whoever comes while the vendor rests is told at once and waits for nobody.
          if (breaker.rests()) throw resting();
          const leave = await bulkhead.enter(deadline);
          try {
            return await attempt(request, deadline, read, accept, seen);
          } finally {
            leave();
          }
        } catch (error) {
          const failure = asVendorError(vendor, error);
          // What the vendor said is more telling than that the time ran out over a repetition.
          if (failure.code !== 'RCC_UPSTREAM_TIMEOUT') said = failure;
          const again = repeatable && attempts < MOST_ATTEMPTS;
          const waitMs = again ? waitBeforeRetry(failure, attempts, deadline, random) : null;
          if (waitMs === null) {
            const told = said ?? failure;
            const { code, status, networkCode: network } = told;
            const duration_ms = Math.round(performance.now() - started);
            log?.({ vendor, operation, code, network, status, attempts, vendor_request_id: requestId, duration_ms });
            throw told;
          }
          await wait(waitMs, deadline.signal).catch(() => undefined);
        }
      }
    },
    close: () => transport.close(),
  };
}

/** Milliseconds to wait, or null when the call must not or cannot be repeated inside the deadline. */
function waitBeforeRetry(
  failure: VendorError,
  attempts: number,
  deadline: Deadline,
  random: () => number,
): number | null {
  if (!failure.retryable) return null;
  const wait =
    failure.retryAfterSeconds === null ? random() * BACKOFF_MS * 2 ** (attempts - 1) : failure.retryAfterSeconds * 1000;
  return wait < deadline.remainingMs() ? wait : null;
}

/** Only what looks like an id: a header is the vendor's text and goes into our log. */
function requestIdOf(headers: HttpAnswer['headers']): string | undefined {
  const ids = REQUEST_ID_HEADERS.map((name) => headers[name]);
  return ids.find((id): id is string => typeof id === 'string' && /^[\w.:-]{1,80}$/.test(id));
}

function failureByStatus(vendor: Vendor, answer: HttpAnswer, now: Date): VendorError {
  const { status } = answer;
  const wait = retryAfterSeconds(answer.headers, now);
  if (status === 401 || status === 403)
    return new VendorError(vendor, 'RCC_UPSTREAM_UNAUTHORIZED', `${vendor} refused our credentials.`, { status });
  if (status === 429)
    return new VendorError(vendor, 'RCC_UPSTREAM_RATE_LIMITED', `${vendor} limits our calls.`, {
      retryable: true,
      retryAfterSeconds: wait,
      status,
    });
  if (status === 408 || status >= 500)
    return new VendorError(vendor, 'RCC_UPSTREAM_UNAVAILABLE', `${vendor} answered with status ${status}.`, {
      retryable: true,
      retryAfterSeconds: wait,
      status,
    });
  return new VendorError(vendor, 'RCC_UPSTREAM_BAD_RESPONSE', `${vendor} answered with status ${status}.`, { status });
}

function asVendorError(vendor: Vendor, error: unknown): VendorError {
  if (error instanceof VendorError) return error;
  if (error instanceof BulkheadFull)
    return new VendorError(vendor, 'RCC_UPSTREAM_BUSY', `Too many calls to ${vendor} are under way.`, {
      retryAfterSeconds: 1,
    });
  if (error instanceof AttemptFailure) {
    if (error.kind !== 'network') return timedOut(vendor, error.kind === 'timeout');
    return new VendorError(vendor, 'RCC_UPSTREAM_UNAVAILABLE', `${vendor} cannot be reached.`, {
      retryable: true,
      networkCode: error.message,
    });
  }
  // Whatever `read` stumbles over is an answer of another shape than the vendor documents.
  return new VendorError(vendor, 'RCC_UPSTREAM_BAD_RESPONSE', `${vendor} answered something unreadable.`);
}

const timedOut = (vendor: Vendor, retryable = false) =>
  new VendorError(vendor, 'RCC_UPSTREAM_TIMEOUT', `${vendor} did not answer in time.`, { retryable });

const saysVendorIsDown = ({ code }: VendorError) =>
  code === 'RCC_UPSTREAM_TIMEOUT' || code === 'RCC_UPSTREAM_UNAVAILABLE';
