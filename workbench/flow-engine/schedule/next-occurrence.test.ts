import fc from 'fast-check';
import { type IANAZone } from 'luxon';
import { nextOccurrence } from './next-occurrence';
import { readRecurrence, type Recurrence } from './recurrence';

const TURNED_ON = new Date('2026-03-02T09:30:15Z');

/** The next so many instants, as text without fractions. */
function occurrences(
  written: object,
  count: number,
  after: Date | string = new Date(TURNED_ON.getTime() - 1),
): string[] {
  const recurrence = readRecurrence(written);
  const found: string[] = [];
  let last = new Date(after);
  while (found.length < count) {
    const next = nextOccurrence(recurrence, last, TURNED_ON);
    if (!next) break;
    found.push(next.toISOString().replace('.000Z', 'Z'));
    last = next;
  }
  return found;
}

const pacific = (more: object) => ({ frequency: 'Day', interval: 1, timeZone: 'Pacific Standard Time', ...more });
const central = (hour: number) => ({
  frequency: 'Day',
  interval: 1,
  timeZone: 'Central Standard Time',
  schedule: { hours: [hour], minutes: [30] },
});

describe('a recurrence without a schedule', () => {
  it('is due at once without a start time, then counts from there', () => {
    expect(occurrences({ frequency: 'Hour', interval: 3 }, 3)).toEqual([
      '2026-03-02T09:30:15Z',
      '2026-03-02T12:30:15Z',
      '2026-03-02T15:30:15Z',
    ]);
  });

  it('is first due at a start time to come', () => {
    expect(occurrences({ frequency: 'Minute', interval: 30, startTime: '2026-03-05T00:10:00Z' }, 2)).toEqual([
      '2026-03-05T00:10:00Z',
      '2026-03-05T00:40:00Z',
    ]);
  });

  it('counts from a start time in the past, without what has passed', () => {
    const written = { frequency: 'Day', interval: 2, startTime: '2017-09-07T14:00:00Z' };
    expect(occurrences(written, 2, '2017-09-08T13:00:00Z')).toEqual(['2017-09-09T14:00:00Z', '2017-09-11T14:00:00Z']);
  });

  it('keeps its local time over daylight saving when it counts days', () => {
    expect(occurrences(pacific({ startTime: '2026-03-07T09:00:00' }), 3)).toEqual([
      '2026-03-07T17:00:00Z',
      '2026-03-08T16:00:00Z',
      '2026-03-09T16:00:00Z',
    ]);
  });

  it('counts hours that pass, whatever the clock shows', () => {
    const written = pacific({ frequency: 'Hour', interval: 12, startTime: '2026-03-07T20:00:00' });
    expect(occurrences(written, 3)).toEqual(['2026-03-08T04:00:00Z', '2026-03-08T16:00:00Z', '2026-03-09T04:00:00Z']);
  });

  it('takes the last day of shorter months, and comes back to its own', () => {
    expect(occurrences({ frequency: 'Month', interval: 1, startTime: '2027-12-31T08:00:00Z' }, 4)).toEqual([
      '2027-12-31T08:00:00Z',
      '2028-01-31T08:00:00Z',
      '2028-02-29T08:00:00Z',
      '2028-03-31T08:00:00Z',
    ]);
  });

  it('ends with its end time', () => {
    const written = {
      frequency: 'Day',
      interval: 1,
      startTime: '2026-03-03T08:00:00Z',
      endTime: '2026-03-04T08:00:00Z',
    };
    expect(occurrences(written, 5)).toEqual(['2026-03-03T08:00:00Z', '2026-03-04T08:00:00Z']);
  });
});

describe('a schedule', () => {
  it('is due at each listed local time', () => {
    const written = pacific({ schedule: { hours: ['8', '16'], minutes: [30, 45] } });
    expect(occurrences(written, 5)).toEqual([
      '2026-03-02T16:30:00Z',
      '2026-03-02T16:45:00Z',
      '2026-03-03T00:30:00Z',
      '2026-03-03T00:45:00Z',
      '2026-03-03T16:30:00Z',
    ]);
  });

  it('takes minutes and hours that it does not list from its beginning', () => {
    expect(occurrences({ frequency: 'Day', interval: 1, schedule: { hours: ['1'] } }, 1)).toEqual([
      '2026-03-03T01:30:00Z',
    ]);
    const weekly = {
      frequency: 'Week',
      interval: 1,
      startTime: '2017-09-09T17:00:00Z',
      schedule: { weekDays: ['Saturday'] },
    };
    expect(occurrences(weekly, 2, '2017-09-01T00:00:00Z')).toEqual(['2017-09-09T17:00:00Z', '2017-09-16T17:00:00Z']);
  });

  it('is not due before its start time', () => {
    const written = pacific({
      frequency: 'Week',
      startTime: '2020-09-18T08:00:00',
      schedule: { weekDays: ['Monday'], hours: [10, 12, 14], minutes: [30] },
    });
    expect(occurrences(written, 4, '2020-09-04T00:00:00Z')).toEqual([
      '2020-09-21T17:30:00Z',
      '2020-09-21T19:30:00Z',
      '2020-09-21T21:30:00Z',
      '2020-09-28T17:30:00Z',
    ]);
  });

  it('counts days, weeks and months from its beginning', () => {
    const at8 = { hours: [8], minutes: [0] };
    expect(occurrences({ frequency: 'Day', interval: 3, schedule: at8 }, 2)).toEqual([
      '2026-03-05T08:00:00Z',
      '2026-03-08T08:00:00Z',
    ]);
    const fortnightly = { frequency: 'Week', interval: 2, schedule: { ...at8, weekDays: ['Sunday', 'Tuesday'] } };
    expect(occurrences(fortnightly, 3)).toEqual([
      '2026-03-03T08:00:00Z',
      '2026-03-15T08:00:00Z',
      '2026-03-17T08:00:00Z',
    ]);
    expect(occurrences({ frequency: 'Month', interval: 2, schedule: { ...at8, monthDays: [1] } }, 2)).toEqual([
      '2026-05-01T08:00:00Z',
      '2026-07-01T08:00:00Z',
    ]);
  });

  it('knows days from the end of the month, and leaves a day out that a month does not have', () => {
    const written = (monthDays: number[]) => ({
      frequency: 'Month',
      interval: 1,
      schedule: { hours: [0], minutes: [0], monthDays },
    });
    expect(occurrences(written([-1]), 3)).toEqual([
      '2026-03-31T00:00:00Z',
      '2026-04-30T00:00:00Z',
      '2026-05-31T00:00:00Z',
    ]);
    expect(occurrences(written([31]), 3)).toEqual([
      '2026-03-31T00:00:00Z',
      '2026-05-31T00:00:00Z',
      '2026-07-31T00:00:00Z',
    ]);
  });

  it('knows the first Monday and the last Friday of a month', () => {
    const monthlyOccurrences = [
      { day: 'Monday', occurrence: 1 },
      { day: 'Friday', occurrence: -1 },
    ];
    const written = { frequency: 'Month', interval: 1, schedule: { hours: [0], minutes: [0], monthlyOccurrences } };
    expect(occurrences(written, 3)).toEqual(['2026-03-27T00:00:00Z', '2026-04-06T00:00:00Z', '2026-04-24T00:00:00Z']);
  });

  it('finds a leap day, and gives up on a day that never comes', () => {
    const written = (monthDays: number[]) => ({
      frequency: 'Month',
      interval: 12,
      startTime: '2026-02-01T00:00:00Z',
      schedule: { hours: [0], minutes: [0], monthDays },
    });
    expect(occurrences(written([29]), 2)).toEqual(['2028-02-29T00:00:00Z', '2032-02-29T00:00:00Z']);
    expect(occurrences(written([30]), 1)).toEqual([]);
  });
});

describe('the days on which the clocks change', () => {
  it.each([
    ['at 1:30, before the gap', 1, '2019-03-09', ['09T07:30', '10T07:30', '11T06:30']],
    ['at 2:30, in the gap', 2, '2019-03-09', ['09T08:30', '10T08:30', '11T07:30']],
    ['at 1:30, which comes twice', 1, '2019-11-02', ['02T06:30', '03T06:30', '04T07:30']],
    ['at 2:30, after it', 2, '2019-11-02', ['02T07:30', '03T08:30', '04T08:30']],
  ])('a daily run %s is neither left out nor repeated', (_name, hour, day, expected) => {
    const month = day.slice(0, 8);
    const written = { ...central(hour), startTime: '2019-01-01T00:00:00' };
    expect(occurrences(written, 3, `${day}T00:00:00Z`)).toEqual(expected.map((time) => `${month}${time}:00Z`));
  });

  it('two listed times that fall together are one', () => {
    const written = { ...central(2), startTime: '2019-01-01T00:00:00', schedule: { hours: [2, 3], minutes: [30] } };
    expect(occurrences(written, 3, '2019-03-10T00:00:00Z')).toEqual([
      '2019-03-10T08:30:00Z',
      '2019-03-11T07:30:00Z',
      '2019-03-11T08:30:00Z',
    ]);
  });
});

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A second implementation, slow and plain: looks at every minute, and at every step since the beginning. */
const oracle = {
  wall: (instant: number, zone: IANAZone) => instant + zone.offset(instant) * MINUTE,

  /** The instants at which the clocks of a zone show a time. */
  showing(wall: number, zone: IANAZone): number[] {
    const found: number[] = [];
    for (let offset = -12 * 60; offset <= 14 * 60; offset += 15) {
      const instant = wall - offset * MINUTE;
      if (oracle.wall(instant, zone) === wall) found.push(instant);
    }
    return found.sort((left, right) => left - right);
  },

  meant(wall: number, zone: IANAZone): number {
    return oracle.showing(wall, zone)[0] ?? wall - zone.offset(wall - 20 * 3600_000) * MINUTE;
  },

  /** Every minute of the clock face from the beginning on, one after the other. */
  next(recurrence: Recurrence, after: Date, beginning: Date): number | undefined {
    const { zone, schedule, frequency, interval } = recurrence;
    const start = new Date(oracle.wall(beginning.getTime(), zone));
    if (!schedule) {
      for (let count = 0; ; count += interval) {
        const instant =
          frequency === 'Minute'
            ? beginning.getTime() + count * MINUTE
            : frequency === 'Hour'
              ? beginning.getTime() + count * 60 * MINUTE
              : oracle.meant(start.getTime() + count * DAY * (frequency === 'Week' ? 7 : 1), zone);
        if (instant > after.getTime()) return instant;
      }
    }
    const midnight = Date.UTC(start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate());
    const sunday = midnight - start.getUTCDay() * DAY;
    let least: number | undefined;
    for (let wall = midnight; wall < after.getTime() + 22 * DAY; wall += MINUTE) {
      const face = new Date(wall);
      if (!(schedule.hours ?? [start.getUTCHours()]).includes(face.getUTCHours())) continue;
      if (!(schedule.minutes ?? [start.getUTCMinutes()]).includes(face.getUTCMinutes())) continue;
      if (frequency === 'Day' && Math.floor((wall - midnight) / DAY) % interval !== 0) continue;
      if (frequency === 'Week') {
        const days: number[] = schedule.weekDays ?? [start.getUTCDay() || 7];
        if (!days.includes(face.getUTCDay() || 7)) continue;
        if (Math.floor((wall - sunday) / (7 * DAY)) % interval !== 0) continue;
      }
      const instant = oracle.meant(wall, zone);
      if (instant <= after.getTime() || instant < beginning.getTime()) continue;
      if (least === undefined || instant < least) least = instant;
    }
    return least;
  },
};

describe('the next occurrence', () => {
  /** Changes of the clocks: an hour, half an hour, at midnight, on the southern side, and none at all. */
  const CHANGES: [string, string][] = [
    ['Pacific Standard Time', '2026-03-08'],
    ['Pacific Standard Time', '2026-11-01'],
    ['W. Europe Standard Time', '2026-03-29'],
    ['W. Europe Standard Time', '2026-10-25'],
    ['Lord Howe Standard Time', '2026-04-05'],
    ['Lord Howe Standard Time', '2026-10-04'],
    ['Egypt Standard Time', '2026-04-24'],
    ['Chatham Islands Standard Time', '2026-09-27'],
    ['India Standard Time', '2026-03-08'],
    ['UTC', '2026-11-01'],
  ];
  const listOf = (most: number) => fc.uniqueArray(fc.integer({ min: 0, max: most }), { minLength: 1, maxLength: 4 });
  const schedule = fc.record(
    { hours: fc.oneof(listOf(23), listOf(4)), minutes: fc.oneof(listOf(59), fc.constant([0, 30])) },
    { requiredKeys: [] },
  );
  const weekDays = fc.subarray(['Monday', 'Wednesday', 'Saturday', 'Sunday'], { minLength: 1 });
  const shape = fc.oneof(
    fc.record({ frequency: fc.constantFrom('Minute', 'Hour'), interval: fc.integer({ min: 1, max: 700 }) }),
    fc.record({ frequency: fc.constantFrom('Day', 'Week'), interval: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ frequency: fc.constant('Day'), interval: fc.integer({ min: 1, max: 3 }), schedule }),
    fc.record({
      frequency: fc.constant('Week'),
      interval: fc.integer({ min: 1, max: 2 }),
      schedule: fc.tuple(schedule, weekDays).map(([times, days]) => ({ ...times, weekDays: days })),
    }),
  );

  test('is that of a scan over every minute, around changes of the clocks in many zones', () => {
    const minutes = (days: number) => fc.integer({ min: -days * 1440, max: days * 1440 });
    fc.assert(
      fc.property(fc.constantFrom(...CHANGES), shape, minutes(9), minutes(2), (change, written, begun, asked) => {
        const [timeZone, day] = change;
        const midnight = Date.parse(`${day}T00:00:00Z`);
        const beginning = new Date(midnight + (begun - 3 * 1440) * MINUTE);
        const after = new Date(Math.max(midnight + asked * MINUTE, beginning.getTime() - 1));
        const recurrence = readRecurrence({ ...written, timeZone });
        const expected = oracle.next(recurrence, after, beginning);
        expect(nextOccurrence(recurrence, after, beginning)?.getTime()).toBe(expected);
      }),
      { numRuns: 150 },
    );
  });
});
