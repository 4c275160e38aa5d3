import type { Money } from '../../contract/order-context';
import { decimalsOf } from '../money';

/**
 * An amount as a whole number of the smallest unit of its currency, as Stripe counts: 49.90 EUR is 4990, 500 JPY is 500.
 * Sums of money are made of these only, so that nothing is lost to rounding.
 * @returns null when the text is no amount, or has more decimal places than the currency
 */
export function minorOf({ amount, currency }: Money): number | null {
  const parts = /^(\d+)(?:\.(\d+))?$/.exec(amount);
  if (!parts) return null;
  const places = decimalsOf(currency);
  const [, whole = '', decimals = ''] = parts;
  if (/[1-9]/.test(decimals.slice(places))) return null;
  const minor = Number(whole + decimals.slice(0, places).padEnd(places, '0'));
  return Number.isSafeInteger(minor) ? minor : null;
}

/** The whole number of an amount that came from a vendor. @throws {TypeError} when it is none */
export function minorOfKnown(money: Money): number {
  const minor = minorOf(money);
  if (minor === null) throw new TypeError('an amount of a vendor cannot be read');
  return minor;
}
