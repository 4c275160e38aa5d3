import { withDates } from './dates';

describe('dates relative to today', () => {
  it.each([
    ['{today}T09:30:00Z', '2026-02-27T09:30:00Z'],
    ['{today-27} and {today+2}', '2026-01-31 and 2026-03-01'],
    ['due on {today+2 en}', 'due on 1 March 2026'],
    ['el {today+2 es}', 'el 1 de marzo de 2026'],
    ['{next 12-25} {next 02-27} {next 01-01}', '2026-12-25 2026-02-27 2027-01-01'],
    ['{tomorrow} {today*2}', '{tomorrow} {today*2}'],
  ])('%s becomes %s', (text, expected) => {
    expect(withDates(text, '2026-02-27')).toBe(expected);
  });
});
