import { findingsFor, messagesOf } from '../fixtures/flow-text.fixture';

const trigger = (members: object) => ({
  type: 'Recurrence',
  recurrence: { frequency: 'Day', interval: 1, ...members },
});

describe('F027', () => {
  it('asks for a zone only where there is a schedule', () => {
    const schedule = { hours: ['8'] };
    expect(messagesOf('F027', { trigger: trigger({}) })).toEqual([]);
    expect(messagesOf('F027', { trigger: trigger({ schedule }) })).toHaveLength(1);
    expect(messagesOf('F027', { trigger: trigger({ schedule, timeZone: 'UTC' }) })).toEqual([]);
  });
});

describe('F043', () => {
  const fixes = (timeZone: unknown) =>
    findingsFor({ trigger: trigger({ timeZone }) })
      .filter(({ code }) => code === 'F043')
      .map(({ fix }) => fix);
  it.each([[undefined], [null], [''], ['UTC'], ['Romance Standard Time'], ["@parameters('zone')"]])(
    'takes %j',
    (zone) => expect(fixes(zone)).toEqual([]),
  );
  it.each([
    ['Europe/Berlin', "Write 'W. Europe Standard Time'."],
    ['Asia/Kolkata', "Write 'India Standard Time'."],
    ['Europe/Monaco', "Write the zone's Windows name, such as 'W. Europe Standard Time'."],
    ['CEST', "Write the zone's Windows name, such as 'W. Europe Standard Time'."],
  ])('says what to write for %s', (zone, fix) => expect(fixes(zone)).toEqual([fix]));
  it('looks at ConvertTimeZone too', () => {
    const inputs = { baseTime: '@utcNow()', sourceTimeZone: 'UTC', destinationTimeZone: 'America/New_York' };
    expect(findingsFor({ actions: { A: { type: 'Expression', kind: 'ConvertTimeZone', inputs } } })).toEqual([
      expect.objectContaining({
        code: 'F043',
        pointer: '/properties/definition/actions/A/inputs/destinationTimeZone',
        fix: "Write 'Eastern Standard Time'.",
      }),
    ]);
  });
});

describe('F048', () => {
  const found = (members: object) =>
    findingsFor({ trigger: trigger(members) })
      .filter(({ code }) => code === 'F048')
      .map(
        ({ severity, pointer }) =>
          `${severity} ${pointer.replace('/properties/definition/triggers/manual/recurrence/', '')}`,
      );
  const timeZone = 'Romance Standard Time';

  it.each<[string, object, string]>([
    ['a start in words', { startTime: 'tomorrow' }, 'error startTime'],
    ['a month no year has', { startTime: '2026-13-01T00:00:00' }, 'error startTime'],
    ['an offset', { startTime: '2026-01-01T00:00:00+02:00' }, 'error startTime'],
    ['an end in words', { endTime: 'never' }, 'error endTime'],
    ['an end before the start', { startTime: '2026-02-01', endTime: '2026-01-31T23:00:00' }, 'error endTime'],
    ['UTC in a time zone', { startTime: '2026-01-01T00:00:00Z', timeZone }, 'warning startTime'],
    ['too long an interval', { interval: 501 }, 'error interval'],
    ['too long an interval as text', { frequency: 'Month', interval: '17' }, 'error interval'],
    ['weekdays of a day', { timeZone, schedule: { weekDays: ['Monday'] } }, 'error schedule/weekDays'],
    ['hours of a minute', { frequency: 'Minute', timeZone, schedule: { hours: [1] } }, 'error schedule/hours'],
  ])('finds %s', (_what, members, place) => expect(found(members)).toEqual([place]));

  it.each<[string, object]>([
    ['a start in UTC', { startTime: '2026-01-01T00:00:00Z' }],
    ['UTC in the zone UTC', { startTime: '2026-01-01T00:00:00Z', timeZone: 'UTC' }],
    ['a local start', { startTime: '2026-01-01T09:00:00', timeZone }],
    ['an expression', { startTime: "@parameters('start')", interval: "@parameters('days')" }],
    ['the longest interval', { interval: 500 }],
    [
      'the lists of a week',
      { frequency: 'Week', timeZone, schedule: { weekDays: ['Monday'], hours: ['8'], minutes: [0] } },
    ],
    ['a list left empty', { timeZone, schedule: { weekDays: [] } }],
  ])('accepts %s', (_what, members) => expect(found(members)).toEqual([]));
});
