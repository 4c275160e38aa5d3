import { dayOf } from './day';
import { speech } from './metrics.fixture';

it('a span is told in its two largest units', () => {
  expect([0, 45, 90, 3600, 3661, 90_000].map((seconds) => speech.duration(seconds))).toEqual([
    '0 sec',
    '45 sec',
    '1 min 30 sec',
    '1 hr',
    '1 hr 1 min',
    '1 day 1 hr',
  ]);
  expect(speech.duration(811, true)).toBe('13m 31s');
});

it('a day is told as itself, whatever the time zone', () => {
  const day = dayOf('2026-03-01') ?? 0;
  expect(speech.shortDay(day)).toBe('Mar 1');
  expect(speech.longDay(day)).toBe('Sunday, March 1, 2026');
  expect([0, 6].map(speech.weekday)).toEqual(['Mon', 'Sun']);
});

it('a percentile is told by its bucket', () => {
  expect(speech.bucket({ over: 0, upTo: 10, estimate: 4 })).toBe('up to 10 sec');
  expect(speech.bucket({ over: 120, upTo: 300, estimate: 200 })).toBe('2 min to 5 min');
  expect(speech.bucket({ over: 172_800, upTo: Infinity, estimate: 172_800 })).toBe('over 2 days');
  expect(speech.bucket(undefined)).toBe('No data');
});
