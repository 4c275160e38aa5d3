import fc from 'fast-check';
import { createContext, offsetIn } from '../mocks';
import { formatsOf } from './formats';

const formats = (languageId = 1033, offset: number | ((at: Date) => number) = 0) =>
  formatsOf(createContext({ parameters: {}, languageId, timeZoneOffsetMinutes: offset }));
const english = formats();
const MINUTE = 60_000;
/** Intl writes with spaces that do not break. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a span', () => {
  it.each([
    [0, '0m'],
    [59_999, '0m'],
    [MINUTE, '1m'],
    [59 * MINUTE, '59m'],
    [60 * MINUTE, '1h'],
    [125 * MINUTE, '2h 5m'],
    [1439 * MINUTE, '23h 59m'],
    [1440 * MINUTE, '1d'],
    [1445 * MINUTE, '1d'],
    [1500 * MINUTE, '1d 1h'],
    [(3 * 1440 + 61) * MINUTE, '3d 1h'],
  ])('of %d ms is %s, and the same backwards', (milliseconds, text) => {
    expect(english.span(milliseconds)).toBe(text);
    expect(english.span(-milliseconds)).toBe(text);
  });

  it('is told in its two largest units, and never longer than it is', () => {
    const units: Record<string, number> = { d: 1440, h: 60, m: 1 };
    fc.assert(
      fc.property(fc.nat(10_000 * 1440), (minutes) => {
        const parts = english
          .span(minutes * MINUTE)
          .replace(/,/g, '')
          .split(' ');
        const told = parts.reduce((sum, part) => sum + parseFloat(part) * (units[part.slice(-1)] ?? NaN), 0);
        expect(parts.length).toBeLessThanOrEqual(2);
        expect(minutes - told).toBeGreaterThanOrEqual(0);
        expect(minutes - told).toBeLessThan(minutes < 1440 ? 1 : 60);
      }),
    );
  });

  it('speaks the language of the user', () => {
    expect(plain(formats(3082).span(125 * MINUTE))).toBe('2h 5min');
  });
});

describe('money', () => {
  it('has the decimals of its currency', () => {
    expect(english.money(5000, 'JPY')).toBe('¥5,000');
    expect(english.money(49.9, 'EUR')).toBe('€49.90');
    expect(plain(english.money(1.5, 'KWD'))).toBe('KWD 1.500');
    expect(plain(formats(3082).money(1234.5, 'EUR'))).toBe('1234,50 €');
  });

  it('of a currency nobody knows stands behind its name', () => {
    expect(plain(english.money(1234.5, 'QQQ'))).toBe('QQQ 1,234.50');
    expect(english.money(1234.5, 'points')).toBe('points 1,234.5');
    expect(english.money(5, '')).toBe('5');
  });

  it('of any currency is written', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.string(), (amount, currency) => {
        expect(english.money(amount, currency)).not.toBe('');
      }),
    );
  });
});

describe('a time', () => {
  it('is shown in the time zone of the user, on both sides of a change of the clocks', () => {
    const instants = fc.date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    for (const timeZone of ['Europe/Madrid', 'America/New_York', 'Asia/Kolkata', 'UTC']) {
      const shown = formats(1033, offsetIn(timeZone));
      const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'short', timeZone });
      const time = new Intl.DateTimeFormat('en-US', { timeStyle: 'short', timeZone });
      fc.assert(
        fc.property(instants, (at) => {
          expect(shown.date(at)).toBe(day.format(at));
          expect(shown.time(at)).toBe(time.format(at));
          expect(shown.dateTime(at)).toBe(`${day.format(at)} ${time.format(at)}`);
        }),
      );
    }
  });

  it('of a day alone is that day in every time zone; what is none stays as it is', () => {
    for (const offset of [-720, 0, 840]) {
      expect(formats(1033, offset).day('2026-03-01')).toBe('3/1/26');
      expect(formats(1033, offset).day('tomorrow')).toBe('tomorrow');
    }
  });
});

it('numbers and shares have as many digits as wanted, and no more', () => {
  expect(english.number(1234.56)).toBe('1,235');
  expect(english.number(1234.56, 1)).toBe('1,234.6');
  expect(english.number(1234, 1)).toBe('1,234');
  expect(plain(formats(1031).percent(0.985, 1))).toBe('98,5 %');
  expect(english.percent(0.985)).toBe('99%');
});
