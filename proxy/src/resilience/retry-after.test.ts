import fc from 'fast-check';
import { retryAfterSeconds } from './retry-after';

const now = new Date('2026-03-01T12:00:00Z');

describe('Retry-After', () => {
  it.each([
    ['7', 7],
    ['0', 0],
    ['1.2', 2],
    ['Sun, 01 Mar 2026 12:01:30 GMT', 90],
    ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
    ['-1', null],
    ['soon', null],
    ['', null],
    [undefined, null],
  ])('%s means %s seconds', (header, seconds) =>
    expect(retryAfterSeconds({ 'retry-after': header }, now)).toBe(seconds),
  );

  it.each([
    [{ 'retry-after-ms': '700', 'retry-after': '1' }, 0.7],
    [{ 'retry-after-ms': '-1', 'retry-after': '1' }, 1],
    [{ 'retry-after-ms': 'soon' }, null],
    [{ 'retry-after': ['3', '9'] }, 3],
  ])('%j means %s seconds, milliseconds first', (headers, seconds) =>
    expect(retryAfterSeconds(headers, now)).toBe(seconds),
  );

  it('reads every HTTP date as its distance, never negative', () =>
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (seconds) => {
        const header = new Date(now.getTime() + seconds * 1000).toUTCString();
        expect(retryAfterSeconds({ 'retry-after': header }, now)).toBe(Math.max(0, seconds));
      }),
    ));
});
