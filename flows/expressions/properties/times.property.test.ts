import fc from 'fast-check';
import { DateTime } from 'luxon';
import { windowsZones } from '../dates/windows-zones';
import { run, runTyped } from './run';

const FIRST = Date.parse('0100-01-01T00:00:00Z');
const LAST = Date.parse('9900-01-01T00:00:00Z');
const moment = fc.integer({ min: FIRST, max: LAST });
const iso = (time: number): string => new Date(time).toISOString();
/** The platform's own writing. */
const long = (time: number): string => iso(time).replace('Z', '0000Z');
const utc = (time: number): DateTime => DateTime.fromMillis(time, { zone: 'utc' });
const count = fc.integer({ min: -5000, max: 5000 });

describe('times are moved as Luxon moves them', () => {
  test.each<[string, 'days' | 'hours' | 'minutes' | 'seconds']>([
    ['addDays', 'days'],
    ['addHours', 'hours'],
    ['addMinutes', 'minutes'],
    ['addSeconds', 'seconds'],
  ])('%s', (name, unit) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.parse('2500-01-01') }), count, (time, amount) => {
        expect(run(name, iso(time), amount)).toBe(
          long(
            utc(time)
              .plus({ [unit]: amount })
              .toMillis(),
          ),
        );
      }),
    );
  });

  test.each(['Second', 'Minute', 'Hour', 'Day', 'Week', 'Month', 'Year'])(
    'addToTime and subtractFromTime by %s',
    (unit) => {
      const key = `${unit.toLowerCase()}s`;
      const few = fc.integer({ min: -300, max: 300 });
      fc.assert(
        fc.property(fc.integer({ min: 0, max: Date.parse('2500-01-01') }), few, (time, amount) => {
          expect(run('addToTime', iso(time), amount, unit)).toBe(
            long(
              utc(time)
                .plus({ [key]: amount })
                .toMillis(),
            ),
          );
          expect(run('subtractFromTime', iso(time), amount, unit)).toBe(
            long(
              utc(time)
                .minus({ [key]: amount })
                .toMillis(),
            ),
          );
        }),
      );
    },
  );
});

test('ticks count 100 ns since the first year', () => {
  fc.assert(
    fc.property(moment, fc.nat(9999), (time, fraction) => {
      const text = iso(time).replace('Z', `${String(fraction).padStart(4, '0')}Z`);
      const expected = (BigInt(time) + 62_135_596_800_000n) * 10_000n + BigInt(fraction);
      expect(BigInt(runTyped('ticks', text) as bigint)).toBe(expected);
      expect(run('formatDateTime', text)).toBe(text);
    }),
  );
});

test('parts of a date are those of Luxon', () => {
  fc.assert(
    fc.property(moment, (time) => {
      const date = utc(time);
      expect(run('dayOfWeek', iso(time))).toBe(date.weekday % 7);
      expect(run('dayOfMonth', iso(time))).toBe(date.day);
      expect(run('dayOfYear', iso(time))).toBe(date.ordinal);
      expect(run('startOfDay', iso(time))).toBe(long(date.startOf('day').toMillis()));
      expect(run('startOfHour', iso(time))).toBe(long(date.startOf('hour').toMillis()));
      expect(run('startOfMonth', iso(time))).toBe(long(date.startOf('month').toMillis()));
    }),
  );
});

test('the difference added to the start is the end', () => {
  fc.assert(
    fc.property(moment, moment, (start, end) => {
      const text = run('dateDifference', iso(start), iso(end)) as string;
      const [, sign, days = '0', hours, minutes, seconds, fraction = '0'] =
        /^(-?)(?:(\d+)\.)?(\d\d):(\d\d):(\d\d)(?:\.(\d{7}))?$/.exec(text)!;
      const size = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
      expect(start + (sign ? -1 : 1) * (size * 1000 + Number(fraction) / 10_000)).toBe(end);
    }),
  );
});

/** Patterns .NET and Luxon write alike. */
const PATTERNS: [string, string][] = [
  ['yyyy-MM-dd', 'yyyy-MM-dd'],
  ['dddd, d MMMM yyyy', 'cccc, d LLLL yyyy'],
  ['MMM dd ddd', 'LLL dd ccc'],
  ['HH:mm:ss.fff', 'HH:mm:ss.SSS'],
  ['h tt', 'h a'],
  ['yy M', 'yy L'],
];

test.each(PATTERNS)('%s is written as Luxon writes it', (pattern, same) => {
  fc.assert(
    fc.property(moment, (time) => {
      expect(run('formatDateTime', iso(time), pattern)).toBe(utc(time).setLocale('en-US').toFormat(same));
    }),
  );
});

test.each(['o', 's', 'u', 'r', 'G', 'yyyyMMddHHmmssfffffff', 'dddd, MMMM d, yyyy h:mm:ss tt', "'at 'HH\\h mm"])(
  'what %s writes is read back with it',
  (pattern) => {
    fc.assert(
      fc.property(moment, fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'pl-PL', 'ja-JP'), (time, locale) => {
        // Cultures with a clock of 24 hours write no half of the day.
        fc.pre(!pattern.includes('tt') || ['en-US', 'ja-JP'].includes(locale));
        const written = run('formatDateTime', iso(time), pattern, locale);
        const back = run('parseDateTime', written, locale, pattern);
        expect(run('formatDateTime', back, pattern, locale)).toBe(written);
      }),
    );
  },
);

test('any zone and time: conversion is that of the time zone data', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...windowsZones()),
      fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2037-01-01') }),
      ([id, iana], time) => {
        fc.pre(iana !== 'UTC');
        const local = utc(time).setZone(iana).toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS");
        expect(run('convertFromUtc', iso(time), id)).toBe(`${local}0000`);
        // An hour that clocks repeat stands for two moments.
        const back = Date.parse(String(run('convertToUtc', `${local}0000`, id)).slice(0, 23) + 'Z');
        expect(utc(back).setZone(iana).toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS")).toBe(local);
      },
    ),
  );
});

test('any text is a time or is refused', () => {
  const odd = fc.string({ unit: fc.constantFrom(...'0123456789-/:.TZ+ APMarch,'), maxLength: 40 });
  fc.assert(
    fc.property(odd, fc.constantFrom(undefined, 'de-DE'), (text, locale) => {
      try {
        expect(run('parseDateTime', text, locale ?? null)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/);
      } catch (error) {
        expect((error as Error).message).toMatch(/is not a date and time/);
      }
    }),
    { numRuns: 2000 },
  );
});
