import fc from 'fast-check';
import { moneyOfMinor } from '../money';
import { minorOf } from './minor-units';

describe('an amount as a whole number', () => {
  it.each([
    ['49.90', 'EUR', 4990],
    ['49.9', 'EUR', 4990],
    ['49', 'EUR', 4900],
    ['500', 'JPY', 500],
    ['500.00', 'JPY', 500],
    ['1.234', 'KWD', 1234],
    ['0.10', 'USD', 10],
    ['1.005', 'EUR', null],
    ['500.5', 'JPY', null],
    ['-1', 'EUR', null],
    ['1e3', 'EUR', null],
    ['', 'EUR', null],
    ['99999999999999999', 'EUR', null],
  ])('%s %s is %s', (amount, currency, minor) => expect(minorOf({ amount, currency })).toBe(minor));

  it('comes back the same, whatever the currency and however large', () =>
    fc.assert(
      fc.property(fc.nat(2_000_000_000), fc.constantFrom('EUR', 'JPY', 'KWD'), (minor, currency) => {
        expect(minorOf(moneyOfMinor(minor, currency))).toBe(minor);
      }),
    ));
});
