import fc from 'fast-check';
import { moneyOf, moneyOfMinor, moneyText } from './money';

describe('money', () => {
  it.each([
    [4990, 'eur', '49.90 EUR'],
    [500, 'jpy', '500 JPY'],
    [1234, 'kwd', '1.234 KWD'],
    [0, 'usd', '0.00 USD'],
  ])('%i in minor units of %s reads %s', (minor, currency, text) =>
    expect(moneyText(moneyOfMinor(minor, currency))).toBe(text),
  );

  it('writes decimal texts with the decimal places of the currency', () => {
    expect(moneyText(moneyOf('49.9', 'EUR'))).toBe('49.90 EUR');
    expect(moneyText(moneyOf('500.0', 'JPY'))).toBe('500 JPY');
  });

  it('says the same amount whether it came in minor units or as a decimal text', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (minor) => {
        const text = `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
        expect(moneyOfMinor(minor, 'eur')).toEqual(moneyOf(text, 'EUR'));
      }),
    ));

  it('refuses an amount that is not a number', () => expect(() => moneyOf('free', 'EUR')).toThrow(TypeError));
});
