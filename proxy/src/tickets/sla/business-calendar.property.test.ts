import fc from 'fast-check';
import {
  addBusinessMinutes,
  businessMinutesBetween,
  createBusinessCalendar,
  isOpen,
  nextOpening,
} from './business-calendar';
import { readBusinessHours } from './business-hours';
import { asTableRow, type HoursNote } from './hours.fixture';
import { openAt, situation, step } from './minute-by-minute.fixture';

const MINUTE = 60_000;
const FORTNIGHT = 14 * 1440;

const calendarOf = ({ notes, zone }: { notes: HoursNote[]; zone: string }) =>
  createBusinessCalendar(readBusinessHours(asTableRow(notes), zone));

it('is open in exactly the minutes in which the local clock shows open hours', () => {
  fc.assert(
    fc.property(situation, (given) => {
      const calendar = calendarOf(given);
      step(given.notes, given.zone, given.start, 1600, (time, open) => {
        if (isOpen(calendar, new Date(time)) !== open) throw new Error(`wrong at ${new Date(time).toISOString()}`);
        return true;
      });
    }),
    { numRuns: 150 },
  );
});

it('counts the minutes that stepping through them counts', () => {
  fc.assert(
    fc.property(situation, fc.integer({ min: 0, max: 3000 }), (given, length) => {
      let open = 0;
      step(given.notes, given.zone, given.start, length, (_, isOpenMinute) => {
        open += isOpenMinute ? 1 : 0;
        return true;
      });
      const [start, end] = [new Date(given.start), new Date(given.start + length * MINUTE)];
      expect(businessMinutesBetween(calendarOf(given), start, end)).toBe(open);
      expect(businessMinutesBetween(calendarOf(given), end, start)).toBe(0 - open);
    }),
    { numRuns: 150 },
  );
});

it('arrives where stepping through the minutes arrives', () => {
  fc.assert(
    fc.property(situation, fc.integer({ min: 1, max: 1500 }), (given, minutes) => {
      let left = minutes;
      let arrival: number | undefined;
      step(given.notes, given.zone, given.start, FORTNIGHT, (time, open) => {
        left -= open ? 1 : 0;
        if (left === 0) arrival = time + MINUTE;
        return left > 0;
      });
      fc.pre(arrival !== undefined);
      expect(addBusinessMinutes(calendarOf(given), new Date(given.start), minutes).getTime()).toBe(arrival);
    }),
    { numRuns: 150 },
  );
});

it('next opens in the first open minute', () => {
  fc.assert(
    fc.property(situation, (given) => {
      let opening: number | undefined;
      step(given.notes, given.zone, given.start, FORTNIGHT, (time, open) => {
        if (open) opening = time;
        return !open;
      });
      fc.pre(opening !== undefined);
      expect(nextOpening(calendarOf(given), new Date(given.start)).getTime()).toBe(opening);
    }),
    { numRuns: 150 },
  );
});

it('adding minutes, to the millisecond, is undone by counting them', () => {
  // The scarcest hours, one minute a week, have 520 minutes within the ten years a clock may run.
  const milliseconds = fc.integer({ min: 0, max: 240 * MINUTE });
  fc.assert(
    fc.property(situation, fc.nat(MINUTE - 1), milliseconds, milliseconds, (given, offset, one, other) => {
      const calendar = calendarOf(given);
      const start = new Date(given.start + offset);
      const after = addBusinessMinutes(calendar, start, one / MINUTE);
      expect(businessMinutesBetween(calendar, start, after)).toBe(one / MINUTE);
      const twice = addBusinessMinutes(calendar, after, other / MINUTE);
      expect(addBusinessMinutes(calendar, start, (one + other) / MINUTE)).toEqual(twice);
      if (one > 0) expect(isOpen(calendar, new Date(after.getTime() - 1))).toBe(true);
    }),
  );
});

it('the minutes of two stretches are those of the whole', () => {
  const far = fc.integer({ min: -400 * 1440, max: 400 * 1440 });
  fc.assert(
    fc.property(situation, far, far, (given, one, other) => {
      const calendar = calendarOf(given);
      const [a, b, c] = [0, one, other].map((minutes) => new Date(given.start + minutes * MINUTE)) as [
        Date,
        Date,
        Date,
      ];
      const parts = businessMinutesBetween(calendar, a, b) + businessMinutesBetween(calendar, b, c);
      expect(parts).toBe(businessMinutesBetween(calendar, a, c));
    }),
  );
});

it('steps through holidays, closed days and both passes of a doubled hour', () => {
  const notes = [{ weekday: 'sunday' as const, opens: '02:00', closes: '03:00' }, { holiday: '2026-10-18' }];
  const open = (at: string) => openAt(notes, 'Europe/Berlin', Date.parse(at));
  expect(['2026-10-25T00:00Z', '2026-10-25T01:59Z', '2026-10-11T00:30Z'].map(open)).toEqual([true, true, true]);
  expect(['2026-10-25T02:00Z', '2026-10-18T00:30Z', '2026-03-29T01:00Z'].map(open)).toEqual([false, false, false]);
});
