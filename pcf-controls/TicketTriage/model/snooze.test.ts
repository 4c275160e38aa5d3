import fc from 'fast-check';
import { offsetIn } from '../../mocks/time-zone';
import { fieldText, readField, snoozeEnd } from './snooze';

const ZONES = ['UTC', 'Europe/Madrid', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'Pacific/Honolulu'];
const moments = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });

/** Weekday, hour and minute at an instant, as the runtime's own calendar has them. */
const localParts = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
const dayOf = (at: Date, timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);

it('An hour is an hour, whatever the clocks do', () => {
  const now = new Date('2026-03-29T00:30:00Z');
  expect(snoozeEnd('hour', now, offsetIn('Europe/Madrid'))).toEqual(new Date('2026-03-29T01:30:00Z'));
});

it('Tomorrow is eight in the morning of the next day where the user is, also when clocks change', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), moments, (zone, now) => {
      const end = snoozeEnd('tomorrow', now, offsetIn(zone));
      expect(localParts(end, zone)).toMatch(/08:00$/);
      const days = (Date.parse(dayOf(end, zone)) - Date.parse(dayOf(now, zone))) / 86_400_000;
      expect(days).toBe(1);
    }),
  );
});

it('Monday is the next one, at eight in the morning where the user is', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), moments, (zone, now) => {
      const end = snoozeEnd('monday', now, offsetIn(zone));
      expect(localParts(end, zone)).toBe('Monday 08:00');
      const days = (Date.parse(dayOf(end, zone)) - Date.parse(dayOf(now, zone))) / 86_400_000;
      expect(days).toBeGreaterThanOrEqual(1);
      expect(days).toBeLessThanOrEqual(7);
    }),
  );
});

it('A moment of one’s own is read as it is shown', () => {
  const now = new Date('2020-01-01T00:00:00Z');
  fc.assert(
    fc.property(fc.constantFrom('UTC', 'Asia/Kolkata', 'Pacific/Honolulu'), moments, (zone, at) => {
      const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000);
      expect(readField(fieldText(minute, offsetIn(zone)), now, offsetIn(zone))).toEqual(minute);
    }),
  );
});

it('A moment shortly before clocks change is in the time that still holds', () => {
  const madrid = offsetIn('Europe/Madrid');
  expect(readField('2026-03-29T01:30', new Date('2026-03-01'), madrid)).toEqual(new Date('2026-03-29T00:30:00Z'));
});

it('A moment that is over, or none, is not taken', () => {
  const now = new Date('2026-03-02T15:00:00Z');
  const utc = () => 0;
  expect([readField('2026-03-02T15:00', now, utc), readField('', now, utc), readField('soon', now, utc)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(readField('2026-03-02T15:01', now, utc)).toEqual(new Date('2026-03-02T15:01:00Z'));
});
