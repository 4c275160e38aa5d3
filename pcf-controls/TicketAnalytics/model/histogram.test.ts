import * as fc from 'fast-check';
import { percentile } from './histogram';
import { sumOf } from './measures';
import { responsesOf } from './metrics.fixture';

const times = fc.array(fc.integer({ min: 0, max: 400_000 }), { minLength: 1, maxLength: 200 });
const shares = fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100);

/** The time that the share of all did not exceed. */
function nearestRank(seconds: readonly number[], share: number): number {
  const sorted = [...seconds].sort((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? NaN;
}

describe('a percentile of a histogram', () => {
  it('is in the bucket of the time that has this rank among all times', () => {
    fc.assert(
      fc.property(times, shares, (seconds, share) => {
        const found = percentile(responsesOf(seconds), share);
        const time = nearestRank(seconds, share);
        expect(found && (time > found.over || found.over === 0)).toBe(true);
        expect(found && time <= found.upTo).toBe(true);
      }),
    );
  });

  it('is estimated within its bucket, and grows with the share', () => {
    fc.assert(
      fc.property(times, shares, shares, (seconds, one, other) => {
        const counts = responsesOf(seconds);
        const [less, more] = [one, other].sort((a, b) => a - b).map((share) => percentile(counts, share));
        if (!less || !more) throw new Error('there are responses');
        expect(less.estimate).toBeGreaterThanOrEqual(less.over);
        expect(less.estimate).toBeLessThanOrEqual(less.upTo);
        expect(less.estimate).toBeLessThanOrEqual(more.estimate);
      }),
    );
  });

  it('of several days is that of all their times together', () => {
    fc.assert(
      fc.property(fc.array(times, { minLength: 1, maxLength: 5 }), shares, (perDay, share) => {
        expect(percentile(sumOf(perDay.map(responsesOf)), share)).toEqual(
          percentile(responsesOf(perDay.flat()), share),
        );
      }),
    );
  });

  it('is none where nobody was answered', () => {
    expect(percentile({}, 0.5)).toBeUndefined();
    expect(percentile(responsesOf([]), 0.5)).toBeUndefined();
  });

  it('in the last bucket is known to be over 48 hours, and no more', () => {
    expect(percentile(responsesOf([10, 999_999]), 1)).toEqual({ over: 172_800, upTo: Infinity, estimate: 172_800 });
  });
});
