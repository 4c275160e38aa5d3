import { readBusinessHours, readShift } from './business-hours';

const monday = (...intervals: [from: string, to: string][]): string =>
  JSON.stringify({ monday: intervals.map(([from, to]) => ({ from, to })) });
const weekOf = (weekly_intervals: string | null) => readBusinessHours({ weekly_intervals }, 'UTC').week;

const refusal = (read: () => unknown) => {
  try {
    read();
  } catch (error) {
    const { code, target, message } = error as { code: string; target: string; message: string };
    return { code, target, message };
  }
  throw new Error('It was accepted.');
};

it('a split shift is two intervals, in any order', () => {
  expect(weekOf(monday(['14:00', '18:00'], ['09:00', '12:30']))[1]).toEqual([
    { from: 540, to: 750 },
    { from: 840, to: 1080 },
  ]);
});

it('a day left out is closed', () => {
  expect(weekOf(monday(['09:00', '17:00'])).map((hours) => hours.length)).toEqual([0, 1, 0, 0, 0, 0, 0]);
  expect(weekOf('{"monday":[{"from":"09:00","to":"17:00"}],"sunday":[],"friday":null}')[0]).toEqual([]);
});

it('hours that overlap, touch or lie within others become one', () => {
  const intervals = monday(['12:00', '13:00'], ['09:00', '12:00'], ['09:30', '10:00'], ['12:30', '24:00']);
  expect(weekOf(intervals)[1]).toEqual([{ from: 540, to: 1440 }]);
  expect(weekOf(monday(['09:00', '17:00'], ['10:00', '11:00']))[1]).toEqual([{ from: 540, to: 1020 }]);
});

it.each([null, '', '  '])('without weekly intervals (%j) it is open around the clock, holidays excepted', (empty) => {
  const hours = readBusinessHours({ weekly_intervals: empty, holidays: '[{"date":"2026-12-25"}]' }, 'UTC');
  expect(hours.week).toEqual(Array(7).fill([{ from: 0, to: 1440 }]));
  expect([...hours.holidays]).toEqual(['2026-12-25']);
  expect([...readBusinessHours({ holidays: empty }, 'UTC').holidays]).toEqual([]);
});

it.each([
  ['europe/berlin', 'Europe/Berlin'],
  ['Europe/Berlin', 'Europe/Berlin'],
  ['UTC', 'UTC'],
])('the time zone %s is %s', (name, zone) => {
  expect(readBusinessHours({ time_zone: name }, 'Asia/Tokyo').timeZone).toBe(zone);
  expect(readBusinessHours({ time_zone: null }, name).timeZone).toBe(zone);
  expect(readBusinessHours({ time_zone: ' ' }, name).timeZone).toBe(zone);
});

it.each<[string, string, string]>([
  ['no JSON', '9 to 5', 'must be JSON, written like {"monday":['],
  ['a list', '[]', 'must be an object of weekdays'],
  ['a week that never opens', '{}', 'a calendar that never opens'],
  ['days that never open', '{"monday":[]}', 'must have the hours of at least one weekday'],
  ['a weekday in capitals', '{"Monday":[{"from":"09:00","to":"17:00"}]}', 'not "Monday"'],
  ['a day that is no list', '{"monday":{"from":"09:00","to":"17:00"}}', '(monday) must be a list'],
  ['an interval that is text', '{"monday":["09:00-17:00"]}', '(monday, 1) must have from and to'],
  ['no opening time', '{"monday":[{"to":"17:00"}]}', '(monday, 1, from) must be a time from 00:00 to 24:00'],
  ['a time without a nought', monday(['9:00', '17:00']), 'written like 09:30, not "9:00"'],
  ['a time past midnight', monday(['09:00', '10:00'], ['11:00', '24:01']), '(monday, 2, to) must be a time'],
  ['closing when it opens', monday(['09:00', '09:00']), '(monday, 1, to) must be later than from'],
  ['hours that pass midnight', monday(['22:00', '06:00']), 'one to 24:00, one from 00:00'],
  ['midnight written 00:00', monday(['18:00', '00:00']), 'Write 24:00'],
])('refuses %s, naming the column, the day and the remedy', (_name, intervals, message) => {
  const expected = { code: 'RCC_INVALID_REQUEST', message: expect.stringContaining(message) };
  expect(refusal(() => readBusinessHours({ weekly_intervals: intervals }, 'UTC'))).toEqual({
    ...expected,
    target: 'body/business_hours/weekly_intervals',
  });
  expect(refusal(() => readShift({ shift: intervals }, 'UTC', 'body/agents/3'))).toEqual({
    ...expected,
    target: 'body/agents/3/shift',
  });
});

it.each<[string, string, string]>([
  ['no JSON', '2026-12-25', 'must be JSON, written like [{"date"'],
  ['one day alone', '{"date":"2026-12-25"}', 'must be a list of days'],
  ['a date without its name', '["2026-12-25"]', '(1, date) must be a date'],
  ['a date that does not exist', '[{"date":"2026-12-25"},{"date":"2026-02-30"}]', '(2, date) must be a date'],
  ['a date with its time', '[{"date":"2026-12-25T00:00:00Z"}]', 'not "2026-12-25T00:00:00Z"'],
])('refuses holidays that are %s', (_name, holidays, message) => {
  expect(refusal(() => readBusinessHours({ holidays }, 'UTC'))).toEqual({
    code: 'RCC_INVALID_REQUEST',
    target: 'body/business_hours/holidays',
    message: expect.stringContaining(message),
  });
});

it('refuses a zone that is none, of the row, of an agent and of the default', () => {
  expect(refusal(() => readBusinessHours({ time_zone: 'Mars' }, 'UTC'))).toMatchObject({
    target: 'body/business_hours/time_zone',
    message: expect.stringContaining('such as Europe/Berlin, not "Mars"'),
  });
  expect(refusal(() => readShift({ time_zone: 'Mars' }, 'UTC', 'body/agents/0')).target).toBe(
    'body/agents/0/time_zone',
  );
  expect(refusal(() => readBusinessHours({}, 'Mars')).message).toContain('"Mars" is no IANA time zone');
});

it('an agent without a shift has none; one with a shift has it in their own zone, else in the desk’s', () => {
  expect(readShift({ shift: null, time_zone: 'Europe/Madrid' }, 'UTC', 'body/agents/0')).toBeUndefined();
  const shift = monday(['09:00', '17:00']);
  const own = readShift({ shift, time_zone: 'Europe/Madrid' }, 'UTC', 'body/agents/0');
  expect(own).toEqual({ timeZone: 'Europe/Madrid', week: weekOf(shift), holidays: new Set() });
  expect(readShift({ shift }, 'Europe/London', 'body/agents/0')?.timeZone).toBe('Europe/London');
});
