import fc from 'fast-check';
import { RccError } from '../errors/rcc-error';
import { dateAfter, localDay, localHour } from './local-day';

const HOUR = 3_600_000;

const hours = (date: string, zone: string): number => {
  const { from, to } = localDay(date, zone);
  return (to.getTime() - from.getTime()) / HOUR;
};

it('has 23 hours when the clocks go forward and 25 when they go back', () => {
  expect(hours('2026-03-28', 'Europe/Berlin')).toBe(24);
  expect(hours('2026-03-29', 'Europe/Berlin')).toBe(23);
  expect(hours('2026-10-25', 'Europe/Berlin')).toBe(25);
  expect(hours('2026-04-05', 'Australia/Lord_Howe')).toBe(24.5);
  expect(localDay('2026-03-29', 'Europe/Berlin').from.toISOString()).toBe('2026-03-28T23:00:00.000Z');
});

it('begins when the clocks jump over midnight, and is empty where a date was left out', () => {
  expect(localDay('2026-04-24', 'Africa/Cairo').from.toISOString()).toBe('2026-04-23T22:00:00.000Z');
  expect(hours('2011-12-30', 'Pacific/Apia')).toBe(0);
});

const ZONES = ['UTC', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Africa/Cairo'];

it('holds exactly the instants at which the local clock shows its date', () => {
  const date = fc.integer({ min: 0, max: 20_000 }).map((day) => dateAfter('1990-01-01', day));
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), date, fc.nat(), (timeZone, day, number) => {
      const { from, to } = localDay(day, timeZone);
      const at = from.getTime() + (number % (to.getTime() - from.getTime()));
      const [shown, clock] = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
        .format(at)
        .split(' ');
      expect(shown).toBe(day);
      expect(localHour(at, timeZone)).toBe(Number(clock!.slice(0, 2)));
      expect(localDay(dateAfter(day, 1), timeZone).from).toEqual(to);
    }),
  );
});

it.each(['2026-02-30', '2026-3-1', 'today', '1969-12-31'])('refuses %s, naming the field', (date) => {
  expect(() => localDay(date, 'UTC')).toThrow(RccError);
  expect(() => localDay(date, 'UTC')).toThrow('body/date must be a day like 2026-03-01');
});
