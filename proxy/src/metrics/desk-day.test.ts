import fc from 'fast-check';
import { deskDay } from './desk-day';

it('is the local day, with the one before and its ends', () => {
  expect(deskDay('2026-03-10T18:30:00Z', 'Asia/Tokyo')).toEqual({
    date: '2026-03-11',
    day_before: '2026-03-10',
    time_zone: 'Asia/Tokyo',
    from: '2026-03-10T15:00:00.000Z',
    to: '2026-03-11T15:00:00.000Z',
  });
});

it.each([
  ['Europe/Berlin', '2026-03-29T12:00:00Z', 23],
  ['Europe/Berlin', '2026-10-25T12:00:00Z', 25],
  // The clock goes from midnight to one: the day begins with its second hour.
  ['Atlantic/Azores', '2026-03-29T12:00:00Z', 23],
])('in %s the day around %s is %i hours long', (zone, instant, hours) => {
  const { from, to } = deskDay(instant, zone);
  expect((Date.parse(to) - Date.parse(from)) / 3_600_000).toBe(hours);
});

it.each(['1969-12-31T00:00:00Z', '9999-12-31T00:00:00Z'])('refuses %s with the name of the field', (instant) => {
  expect(() => deskDay(instant, 'UTC')).toThrow(expect.objectContaining({ target: 'body/at' }));
});

it('holds the instant it was asked for, and the day before ends where it begins', () => {
  const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Kiritimati', 'Atlantic/Azores');
  const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(zone, instant, (timeZone, at) => {
      const day = deskDay(at.toISOString(), timeZone);
      const before = deskDay(new Date(Date.parse(day.from) - 1).toISOString(), timeZone);
      expect(Date.parse(day.from) <= at.getTime() && at.getTime() < Date.parse(day.to)).toBe(true);
      expect(before).toMatchObject({ date: day.day_before, to: day.from });
    }),
  );
});
