import { DataverseError } from './dataverse-error';

/** Service protection limits of one user; source: Microsoft, "Service protection API limits". */
export interface ServiceLimits {
  /** Requests in the window; 6,000 when left out. */
  requests?: number;
  /** Execution time of all requests in the window, in milliseconds; 1,200,000 when left out. */
  executionMs?: number;
  /** Requests at the same time; 52 when left out. */
  concurrent?: number;
  /** How long the service works on a request, in milliseconds; none when left out. */
  durationMs?: (operationId: string) => number;
}

const WINDOW_MS = 300_000;
const REQUESTS = 6_000;
const EXECUTION_MS = 1_200_000;
const CONCURRENT = 52;
/** Each further request of a caller who does not wait adds so many seconds to `Retry-After`. */
const PENALTY_SECONDS = 5;

interface Admitted {
  at: number;
  until: number;
}

/** Counts requests and refuses those beyond the limits. */
export interface Throttle {
  /** @throws {DataverseError} 429 with `Retry-After` */
  admit(operationId: string): void;
  /** What is left, as every answer says. */
  headers(): Record<string, string>;
}

/** @param now milliseconds */
export function createThrottle(limits: ServiceLimits, now: () => number): Throttle {
  const { requests = REQUESTS, executionMs = EXECUTION_MS, concurrent = CONCURRENT, durationMs = () => 0 } = limits;
  let admitted: Admitted[] = [];
  /** Refused since the last one that was admitted. */
  let refused = 0;

  function recent(): Admitted[] {
    const from = now() - WINDOW_MS;
    return (admitted = admitted.filter(({ at, until }) => at > from || until > now()));
  }
  function executionOf(all: readonly Admitted[]): number {
    return all.reduce((sum, { at, until }) => sum + until - at, 0);
  }
  function refuse(code: string, message: string, freeAt: number): DataverseError {
    const seconds = Math.max(1, Math.ceil((freeAt - now()) / 1000)) + refused * PENALTY_SECONDS;
    refused += 1;
    return new DataverseError(429, code, message, seconds);
  }

  return {
    admit(operationId) {
      const all = recent();
      const oldest = (all[0]?.at ?? now()) + WINDOW_MS;
      const running = all.filter(({ until }) => until > now());
      if (all.length >= requests) {
        const text = `Number of requests exceeded the limit of ${requests} over time window of 300 seconds.`;
        throw refuse('0x80072322', text, oldest);
      }
      if (executionOf(all) >= executionMs) {
        const text =
          `Combined execution time of incoming requests exceeded limit of ${executionMs.toLocaleString('en-US')} milliseconds ` +
          'over time window of 300 seconds. Decrease number of concurrent requests or reduce the duration of requests and try again later.';
        throw refuse('0x80072321', text, oldest);
      }
      if (running.length >= concurrent) {
        const free = Math.min(...running.map(({ until }) => until));
        throw refuse('0x80072326', `Number of concurrent requests exceeded the limit of ${concurrent}.`, free);
      }
      refused = 0;
      admitted.push({ at: now(), until: now() + durationMs(operationId) });
    },
    headers() {
      const all = recent();
      return {
        'x-ms-ratelimit-burst-remaining-xrm-requests': String(Math.max(0, requests - all.length)),
        'x-ms-ratelimit-time-remaining-xrm-requests': String(Math.max(0, executionMs - executionOf(all)) / 1000),
      };
    },
  };
}
