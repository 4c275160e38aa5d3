import fc from 'fast-check';
import { amountText, decimalsOf, minorOf } from './currency';

const anyCurrency = fc.constantFrom('EUR', 'GBP', 'JPY', 'BHD');

describe('an amount in minor units', () => {
  it('has the decimal places of its currency', () => {
    expect(['EUR', 'JPY', 'BHD'].map(decimalsOf)).toEqual([2, 0, 3]);
    expect(amountText(4990, 'EUR')).toBe('49.90');
    expect(amountText(4990, 'JPY')).toBe('4990');
  });

  it('comes back from its text', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), anyCurrency, (minor, currency) => {
        expect(minorOf(amountText(minor, currency), currency)).toBe(minor);
      }),
    ));

  it('may be written with fewer or more zeros', () => {
    expect(minorOf('10', 'EUR')).toBe(1000);
    expect(minorOf('10.5', 'EUR')).toBe(1050);
    expect(minorOf('10.50000', 'EUR')).toBe(1050);
    expect(minorOf('10.0', 'JPY')).toBe(10);
  });

  it.each(['', '0', '0.00', '-1', '1,00', '1e3', '1.005', ' 1', 'NaN'])('is not %j', (text) =>
    expect(minorOf(text, 'EUR')).toBeNull(),
  );
});
