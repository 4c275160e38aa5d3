import type { Clock, ConnectorResponse } from '../flow-engine/types';

/** So many calls in so many seconds, per connection. */
export interface CallLimit {
  calls: number;
  seconds: number;
}

/** The answer of the platform's gateway to a call too many; text as in public error logs. */
export function rateLimitExceeded(seconds: number): ConnectorResponse {
  return {
    statusCode: 429,
    headers: { 'content-type': 'application/json', 'retry-after': String(seconds) },
    body: { statusCode: 429, message: `Rate limit is exceeded. Try again in ${seconds} seconds.` },
  };
}

/**
 * Counts calls in a window that slides with the clock.
 * @returns a check to make before each call: 0 when it may go on, which counts it, else the seconds to wait
 */
export function createCallLimit({ calls, seconds }: CallLimit, clock: Pick<Clock, 'now'>): () => number {
  let times: number[] = [];
  return () => {
    const now = clock.now().getTime();
    times = times.filter((time) => now - time < seconds * 1000);
    if (times.length >= calls) return Math.max(1, Math.ceil(((times[0] ?? now) + seconds * 1000 - now) / 1000));
    times.push(now);
    return 0;
  };
}
