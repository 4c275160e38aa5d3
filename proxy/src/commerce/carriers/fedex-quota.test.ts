import { fedexRateLimit } from './fedex-quota';

const answer = (text: string, headers = {}) => ({ status: 429, headers, text });

describe('a FedEx rate limit', () => {
  it('over the daily quota lasts until midnight GMT', () =>
    expect(
      fedexRateLimit(
        answer('Daily transaction quota exceeded. Retry after 12:00AM GMT'),
        new Date('2026-03-01T23:00:00Z'),
      ),
    ).toMatchObject({ code: 'RCC_UPSTREAM_RATE_LIMITED', retryAfterSeconds: 3600 }));

  it('of another kind lasts as long as the header says', () =>
    expect(fedexRateLimit(answer('Too many requests', { 'retry-after': '9' }), new Date(0))).toMatchObject({
      retryAfterSeconds: 9,
    }));
});
