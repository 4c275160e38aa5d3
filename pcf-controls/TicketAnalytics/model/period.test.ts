import * as fc from 'fast-check';
import { daysOf, lengthOf, periodBefore, periodOf } from './period';

it('the last days end with the newest one, and the period before is as long and ends the day before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 365 }), fc.integer({ min: 0, max: 40_000 }), (last, newest) => {
      const period = periodOf({ last }, newest);
      const before = periodBefore(period);
      expect(daysOf(period)).toHaveLength(last);
      expect(period.to).toBe(newest);
      expect(lengthOf(before)).toBe(last);
      expect(before.to + 1).toBe(period.from);
    }),
  );
});

it('days that were drawn stay when a newer day comes', () => {
  expect(periodOf({ from: 3, to: 9 }, 100)).toEqual({ from: 3, to: 9 });
});
