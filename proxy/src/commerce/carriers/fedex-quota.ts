import type { HttpAnswer } from '../http-attempt';
import { retryAfterSeconds } from '../../resilience/retry-after';
import { VendorError } from '../vendor-error';

const DAY_SECONDS = 86_400;

/**
 * What a 429 of FedEx means. Over the daily quota there is no `Retry-After`, only words: nothing is answered again
 * before midnight GMT. Source: FedEx developer portal, quotas and rate limits.
 */
export function fedexRateLimit({ headers, text, status }: HttpAnswer, now: Date): VendorError {
  const daily = /daily/i.test(text);
  const untilMidnight = DAY_SECONDS - (Math.floor(now.getTime() / 1000) % DAY_SECONDS);
  return new VendorError('fedex', 'RCC_UPSTREAM_RATE_LIMITED', `fedex limits our calls${daily ? ' for today' : ''}.`, {
    retryable: true,
    retryAfterSeconds: daily ? untilMidnight : retryAfterSeconds(headers, now),
    exhausted: daily,
    status,
  });
}
