import * as fc from 'fast-check';
import { dayOf, isoDay, userDay, utcMidnight, weekdayOf } from './day';

const days = fc.integer({ min: 0, max: 40_000 });

/** A date in a browser whose clock is so many hours before UTC. */
function dateIn(hours: number, at: number): Date {
  const local = new Date(at + hours * 3_600_000);
  return Object.assign(new Date(at), {
    getFullYear: () => local.getUTCFullYear(),
    getMonth: () => local.getUTCMonth(),
    getDate: () => local.getUTCDate(),
  });
}

describe('a day', () => {
  it('is the same however a host gives it: as a text, as midnight in UTC or as midnight where the browser is', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -14, max: 14 }), (day, hours) => {
        const at = utcMidnight(day).getTime();
        expect(dayOf(isoDay(day))).toBe(day);
        expect(dayOf(`${isoDay(day)}T00:00:00Z`)).toBe(day);
        expect(dayOf(dateIn(hours, at))).toBe(day);
        expect(dayOf(dateIn(hours, at - hours * 3_600_000))).toBe(day);
      }),
    );
  });

  it('is not read from what is none', () => {
    for (const value of [null, undefined, '', 'yesterday', '2026-02-30', '2026-13-01', 20_000, new Date(NaN)])
      expect(dayOf(value)).toBeUndefined();
  });

  it('has the weekday of the calendar, from Monday on', () => {
    fc.assert(fc.property(days, (day) => expect(weekdayOf(day)).toBe((utcMidnight(day).getUTCDay() + 6) % 7)));
  });

  it('follows the one before it, also where clocks are changed', () => {
    expect(
      ['2026-03-28', '2026-03-29', '2026-03-30'].map((text) => (dayOf(text) ?? 0) - (dayOf('2026-03-28') ?? 0)),
    ).toEqual([0, 1, 2]);
  });

  it('of a user is the one in the user’s time zone', () => {
    const at = new Date('2026-03-01T23:30:00Z');
    expect([-600, 0, 60, 840].map((offset) => isoDay(userDay(at, offset)))).toEqual([
      '2026-03-01',
      '2026-03-01',
      '2026-03-02',
      '2026-03-02',
    ]);
  });
});
