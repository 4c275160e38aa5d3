import type { Money } from '../contract/order-context';

/** Decimal places other than two. Source: ISO 4217; the same list as Stripe's zero- and three-decimal currencies. */
const DECIMALS: Record<string, number> = Object.fromEntries([
  ...[
    'BIF',
    'CLP',
    'DJF',
    'GNF',
    'JPY',
    'KMF',
    'KRW',
    'MGA',
    'PYG',
    'RWF',
    'UGX',
    'VND',
    'VUV',
    'XAF',
    'XOF',
    'XPF',
  ].map((currency) => [currency, 0]),
  ...['BHD', 'JOD', 'KWD', 'OMR', 'TND'].map((currency) => [currency, 3]),
]);

/** How many decimal places amounts of a currency have. */
export const decimalsOf = (currency: string): number => DECIMALS[currency] ?? 2;

/** Money from a decimal text such as `49.9`, written with the currency's own number of decimal places. */
export function moneyOf(amount: string, currency: string): Money {
  const code = currency.toUpperCase();
  const value = Number(amount);
  if (!Number.isFinite(value)) throw new TypeError('an amount is not a number');
  return { amount: value.toFixed(decimalsOf(code)), currency: code };
}

/** Money from minor units, as Stripe counts: 4990 eur is 49.90 EUR, 500 jpy is 500 JPY. */
export function moneyOfMinor(minor: number, currency: string): Money {
  const code = currency.toUpperCase();
  return { amount: (minor / 10 ** decimalsOf(code)).toFixed(decimalsOf(code)), currency: code };
}

/** As a customer reads it: `49.90 EUR`. */
export const moneyText = (money: Money): string => `${money.amount} ${money.currency}`;

export const isPositive = (money: Money): boolean => Number(money.amount) > 0;
