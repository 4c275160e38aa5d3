import { localDay, upsDay, upsTime, zonedInstant } from './carrier-time';

describe('times of carriers', () => {
  it('reads UPS days and times, with or without leading zeros', () => {
    expect(upsDay('20260301')).toBe('2026-03-01');
    expect(upsTime('74700')).toBe('07:47:00');
    expect(upsTime('074700')).toBe('07:47:00');
    expect([upsDay('soon'), upsDay(undefined), upsTime(''), upsTime('1234567')]).toEqual([null, null, null, null]);
  });

  it('makes an instant only of a text with a zone', () => {
    expect(zonedInstant('2026-03-01T12:01:00-07:00')).toBe('2026-03-01T19:01:00.000Z');
    expect(zonedInstant('2026-03-01T12:01:00')).toBeNull();
    expect(zonedInstant('yesterday Z')).toBeNull();
    expect(zonedInstant(undefined)).toBeNull();
  });

  it('takes the day where the carrier is, not the day in UTC', () => {
    expect(localDay('2026-03-01T23:30:00-07:00')).toBe('2026-03-01');
    expect(localDay('later')).toBeNull();
  });
});
