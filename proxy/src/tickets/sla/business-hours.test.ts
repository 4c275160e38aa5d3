import { type BusinessHoursRow, readBusinessHours } from './business-hours';

const monday = (opens: string, closes: string): BusinessHoursRow => ({ weekday: 'monday', opens, closes });

const refusal = (rows: BusinessHoursRow[], zone = 'UTC') => {
  try {
    readBusinessHours(rows, zone);
  } catch (error) {
    const { code, target, message } = error as { code: string; target: string; message: string };
    return { code, target, message };
  }
  throw new Error('These rows were accepted.');
};

it('a split shift is two rows, in any order', () => {
  const { week } = readBusinessHours([monday('14:00', '18:00'), monday('09:00', '12:30')], 'UTC');
  expect(week[1]).toEqual([
    { from: 540, to: 750 },
    { from: 840, to: 1080 },
  ]);
});

it('hours that overlap, touch or lie within others become one', () => {
  const rows = [monday('12:00', '13:00'), monday('09:00', '12:00'), monday('09:30', '10:00'), monday('12:30', '24:00')];
  expect(readBusinessHours(rows, 'UTC').week[1]).toEqual([{ from: 540, to: 1440 }]);
  expect(readBusinessHours([monday('09:00', '17:00'), monday('10:00', '11:00')], 'UTC').week[1]).toEqual([
    { from: 540, to: 1020 },
  ]);
});

it('empty columns of a row may be null or blank', () => {
  const rows: BusinessHoursRow[] = [
    { ...monday('09:00', '17:00'), holiday: null, time_zone: '' },
    { weekday: null, opens: '', closes: null, holiday: '2026-12-25', time_zone: null },
  ];
  expect([...readBusinessHours(rows, 'UTC').holidays]).toEqual(['2026-12-25']);
});

it.each([
  ['europe/berlin', 'Europe/Berlin'],
  ['Europe/Berlin', 'Europe/Berlin'],
  ['UTC', 'UTC'],
])('the time zone %s is %s', (name, zone) => {
  expect(readBusinessHours([{ ...monday('09:00', '17:00'), time_zone: name }], 'Asia/Tokyo').timeZone).toBe(zone);
  expect(readBusinessHours([monday('09:00', '17:00')], name).timeZone).toBe(zone);
});

it('rows may name one time zone in two ways, not two time zones', () => {
  const open = monday('09:00', '17:00');
  const berlin = { ...open, time_zone: 'Europe/Berlin' };
  const small = { ...open, time_zone: 'europe/berlin' };
  expect(readBusinessHours([open, berlin, small], 'UTC').timeZone).toBe('Europe/Berlin');
  expect(refusal([berlin, open, { ...open, time_zone: 'Asia/Tokyo' }])).toMatchObject({
    target: 'body/business_hours/2/time_zone',
    message: expect.stringContaining('is Asia/Tokyo, another row says Europe/Berlin'),
  });
});

it.each<[string, BusinessHoursRow[], string, string]>([
  ['no rows', [], '', 'a calendar that never opens'],
  ['holidays alone', [{ holiday: '2026-12-25' }], '', 'must have the hours of at least one weekday'],
  ['an empty row', [{}], '/0', 'must have a weekday with its hours, or a holiday'],
  ['a weekday in capitals', [{ ...monday('09:00', '17:00'), weekday: 'Monday' as 'monday' }], '/0/weekday', '"Monday"'],
  ['no opening time', [{ weekday: 'monday', closes: '17:00' }], '/0/opens', 'written like 09:30.'],
  ['a time without a nought', [monday('9:00', '17:00')], '/0/opens', 'written like 09:30, not "9:00"'],
  ['a time past midnight', [monday('09:00', '24:01')], '/0/closes', 'not "24:01"'],
  ['closing when it opens', [monday('09:00', '09:00')], '/0/closes', 'must be later than opens'],
  ['hours that pass midnight', [monday('22:00', '06:00')], '/0/closes', 'one to 24:00, one from 00:00'],
  ['midnight written 00:00', [monday('18:00', '00:00')], '/0/closes', 'Write 24:00'],
  ['a holiday that is no date', [{ holiday: '2026-02-30' }], '/0/holiday', 'not "2026-02-30"'],
  ['a holiday with its time', [{ holiday: '2026-12-25T00:00:00Z' }], '/0/holiday', 'written like 2026-12-25'],
  ['a holiday with hours', [{ holiday: '2026-12-24', opens: '09:00' }], '/0', 'Make two rows of it'],
  ['an unknown zone', [{ ...monday('09:00', '17:00'), time_zone: 'Mars' }], '/0/time_zone', 'not "Mars"'],
])('refuses %s, naming the field and the remedy', (_name, rows, field, message) => {
  expect(refusal(rows)).toEqual({
    code: 'RCC_INVALID_REQUEST',
    target: `body/business_hours${field}`,
    message: expect.stringContaining(message),
  });
});

it('refuses a default time zone that is none', () => {
  expect(refusal([monday('09:00', '17:00')], 'Mars').message).toContain('"Mars" is no IANA time zone');
});
