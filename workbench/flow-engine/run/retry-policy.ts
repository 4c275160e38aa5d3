import { type ActionReader } from '../plan/flow-compiler';
import { durationSetting, integerSetting, type Setting } from '../plan/settings';

/** When a failed request is sent again. */
export interface RetryPolicy {
  /** Retries after the first try. */
  count: number;
  kind: 'none' | 'fixed' | 'exponential';
  interval: number;
  minimum: number;
  maximum: number;
}

const SECOND = 1000;
const DAY = 86_400 * SECOND;
/** The platform's bounds for intervals. */
const SHORTEST = 5 * SECOND;

export const NO_RETRY: RetryPolicy = { kind: 'none', count: 0, interval: 0, minimum: 0, maximum: 0 };

/**
 * The platform's policy when an action names none: exponential, 8 retries from 7 seconds (documented for all but the low
 * licence profile, which has 2 retries from 5 minutes).
 */
export const DEFAULT_RETRY: RetryPolicy = {
  kind: 'exponential',
  count: 8,
  interval: 7 * SECOND,
  minimum: SHORTEST,
  maximum: DAY,
};

const MOST_RETRIES = 90;

/** Reads `inputs.retryPolicy`; type names compare without case. */
export function readRetryPolicy(reader: ActionReader, ...path: string[]): Setting<RetryPolicy> {
  const place = path.length > 0 ? path : ['inputs', 'retryPolicy'];
  if (!reader.has(...place)) return () => DEFAULT_RETRY;
  const kind = reader.text(...place, 'type').toLowerCase();
  if (kind === 'none') return () => NO_RETRY;
  if (kind === 'default') return () => DEFAULT_RETRY;
  if (kind !== 'fixed' && kind !== 'exponential') {
    reader.problem('A retry policy is none, fixed, exponential or default.', ...place, 'type');
    return () => NO_RETRY;
  }
  if (!reader.has(...place, 'count')) reader.problem('A retry policy needs a count of retries.', ...place, 'count');
  const bounds = { what: 'count of retries', least: 1, most: MOST_RETRIES };
  const count = integerSetting(reader, bounds, 1, ...place, 'count');
  const interval = durationSetting(reader, SHORTEST, ...place, 'interval');
  const minimum = durationSetting(reader, SHORTEST, ...place, 'minimumInterval');
  const maximum = durationSetting(reader, DAY, ...place, 'maximumInterval');
  return (context) => ({
    kind,
    count: count(context),
    interval: interval(context),
    minimum: minimum(context),
    maximum: maximum(context),
  });
}

/**
 * Milliseconds before retry `n` (from 1). Fixed: the interval. Exponential (documented): a uniform draw from
 * `[max(2^(n-2)·interval, minimum), min(2^(n-1)·interval, maximum)]`, for the first retry from
 * `[minimum, min(interval, maximum)]`.
 * @param random uniform in [0, 1)
 */
export function retryDelay(policy: RetryPolicy, n: number, random: () => number): number {
  if (policy.kind === 'fixed') return policy.interval;
  const { interval, minimum, maximum } = policy;
  const low = Math.min(n === 1 ? minimum : Math.max(2 ** (n - 2) * interval, minimum), maximum);
  const high = Math.max(low, Math.min(2 ** (n - 1) * interval, maximum));
  return Math.round(low + random() * (high - low));
}

/** Milliseconds a `Retry-After` header asks for (seconds or an HTTP date), or undefined when there is none. */
export function retryAfter(headers: Record<string, string>, now: Date): number | undefined {
  const name = Object.keys(headers).find((key) => key.toLowerCase() === 'retry-after');
  const text = name === undefined ? '' : String(headers[name]).trim();
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Number(text) * SECOND, DAY);
  const date = text === '' ? NaN : Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.min(Math.max(0, date - now.getTime()), DAY);
}

/** 408, 429 and 5xx may pass; anything else is final. */
export function isTransient(statusCode: number): boolean {
  return statusCode === 408 || statusCode === 429 || statusCode >= 500;
}
