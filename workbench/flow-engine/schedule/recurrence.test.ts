import { readRecurrence, RecurrenceError } from './recurrence';

const fault = (written: unknown): { field: string; message: string } | undefined => {
  try {
    readRecurrence(written);
  } catch (error) {
    if (error instanceof RecurrenceError) return { field: error.field, message: error.message };
    throw error;
  }
  return undefined;
};
const daily = (more: object) => ({ frequency: 'Day', interval: 1, ...more });

describe('a recurrence as exports write it', () => {
  it('may write its numbers as text', () => {
    const written = { frequency: 'Day', interval: '2', schedule: { hours: ['18', 6, '6'], minutes: ['30'] } };
    expect(readRecurrence(written)).toMatchObject({ interval: 2, schedule: { hours: [6, 18], minutes: [30] } });
  });

  it('may leave empty lists, and null for no zone', () => {
    const recurrence = readRecurrence(daily({ timeZone: null, startTime: '', schedule: { hours: [], minutes: [] } }));
    expect(recurrence).toEqual({ frequency: 'Day', interval: 1, zone: expect.objectContaining({ name: 'UTC' }) });
  });

  it('names a Windows zone, in which its start is a local time', () => {
    const recurrence = readRecurrence(daily({ timeZone: 'Pacific Standard Time', startTime: '2026-01-01T09:00:00' }));
    expect(recurrence.zone.name).toBe('America/Los_Angeles');
    expect(recurrence.startTime?.toISOString()).toBe('2026-01-01T17:00:00.000Z');
  });

  it('starts in UTC when it names no zone, or when its start is marked so', () => {
    expect(readRecurrence(daily({ startTime: '2026-01-01T09:00:00' })).startTime?.toISOString()).toBe(
      '2026-01-01T09:00:00.000Z',
    );
    const marked = daily({ timeZone: 'Pacific Standard Time', startTime: '2026-07-01T09:00:00Z' });
    expect(readRecurrence(marked)).toMatchObject({
      startTime: new Date('2026-07-01T09:00:00Z'),
      zone: { name: 'UTC' },
    });
    const listed = readRecurrence({ ...marked, schedule: { hours: [8] } });
    expect(listed.zone.name).toBe('America/Los_Angeles');
  });
});

describe('a recurrence that cannot be meant', () => {
  it.each<[string, unknown, string, RegExp]>([
    ['no object', 'daily', '', /object with frequency/],
    ['an unknown frequency', { frequency: 'Year', interval: 1 }, 'frequency', /one of Second, .*Month, not "Year"/],
    ['no interval', { frequency: 'Day' }, 'interval', /1 to 500/],
    ['an interval of 0', { frequency: 'Hour', interval: 0 }, 'interval', /1 to 12000/],
    ['half an interval', { frequency: 'Day', interval: 1.5 }, 'interval', /whole number/],
    ['an interval beyond the limit', { frequency: 'Month', interval: 17 }, 'interval', /1 to 16/],
    ['an unknown zone', daily({ timeZone: 'Mars Standard Time' }), 'timeZone', /Mars Standard Time/],
    ['a start with an offset', daily({ startTime: '2026-01-01T09:00:00+02:00' }), 'startTime', /with a Z/],
    ['a start that is no time', daily({ startTime: 'tomorrow' }), 'startTime', /"tomorrow" is no such time/],
    ['an end that is no time', daily({ endTime: 7 }), 'endTime', /7/],
    ['an hour beyond the day', daily({ schedule: { hours: [24] } }), 'schedule/hours/0', /0 to 23, not 24/],
    ['a minute that is no number', daily({ schedule: { minutes: [0, 'x'] } }), 'schedule/minutes/1', /"x"/],
    ['weekdays of a daily one', daily({ schedule: { weekDays: ['Monday'] } }), 'schedule/weekDays', /hours, minutes/],
    [
      'a weekday in another language',
      { frequency: 'Week', interval: 1, schedule: { weekDays: ['Montag'] } },
      'schedule/weekDays/0',
      /"Montag"/,
    ],
    [
      'day 0 of the month',
      { frequency: 'Month', interval: 1, schedule: { monthDays: [0] } },
      'schedule/monthDays/0',
      /-1/,
    ],
    [
      'a sixth Monday',
      { frequency: 'Month', interval: 1, schedule: { monthlyOccurrences: [{ day: 'Monday', occurrence: 6 }] } },
      'schedule/monthlyOccurrences/0/occurrence',
      /-5 to 5/,
    ],
    [
      'an hourly one with hours',
      { frequency: 'Hour', interval: 1, schedule: { hours: [8] } },
      'schedule/hours',
      /nothing/,
    ],
    ['an unknown list', daily({ schedule: { days: [1] } }), 'schedule/days', /hours, minutes/],
    ['a setting that does not exist', daily({ starttime: '2026-01-01' }), 'starttime', /no such setting/],
  ])('%s is an error that names the field', (_name, written, field, message) => {
    expect(fault(written)).toEqual({ field, message: expect.stringMatching(message) });
  });
});
