import fc from 'fast-check';
import { dayBegunEverywhere, daysIn, latestInstantOf } from './local-day';

describe('days', () => {
  it('are those of the place', () => {
    const instant = '2026-03-28T23:30:00.000Z';
    expect(daysIn('UTC')(instant)).toBe('2026-03-28');
    expect(daysIn('Europe/Madrid')(instant)).toBe('2026-03-29');
    expect(daysIn('Pacific/Honolulu')('2026-03-01T09:59:00.000Z')).toBe('2026-02-28');
    expect(daysIn('UTC')(null)).toBeNull();
  });

  it('before the one that has begun everywhere are over in every zone there is', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'Etc/GMT+12', 'Etc/GMT-14'),
        (now, zone) => expect(daysIn(zone)(now.toISOString())! >= dayBegunEverywhere(now)).toBe(true),
      ),
    ));
});

describe('the latest instant of a scan', () => {
  const scan = (at: string | null, local_time: string | null) => ({ at, local_time });
  it.each([
    [scan('2026-03-01T08:00:00.000Z', '2026-03-01 09:00:00'), '2026-03-01T08:00:00.000Z'],
    [scan(null, '2026-03-01 09:00:00'), '2026-03-01T21:00:00.000Z'],
    [scan(null, '2026-03-01'), '2026-03-02T12:00:00.000Z'],
    [scan(null, null), null],
    [scan(null, 'yesterday'), null],
    [undefined, null],
  ])('%j is %s', (event, latest) => expect(latestInstantOf(event)).toBe(latest));
});
