const known = new Map<string, number>();

/** Decimal places of a currency by ISO 4217, as the JavaScript engine knows them: 2 for EUR, 0 for JPY, 3 for BHD. */
export function decimalsOf(currency: string): number {
  let decimals = known.get(currency);
  if (decimals === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
    known.set(currency, decimals);
  }
  return decimals;
}

/** Minor units as decimal text: 4990 in EUR is `49.90`, 500 in JPY is `500`. */
export const amountText = (minor: number, currency: string): string =>
  (minor / 10 ** decimalsOf(currency)).toFixed(decimalsOf(currency));

/** Decimal text in minor units, or null when it is no amount above zero with at most the currency's decimal places. */
export function minorOf(text: string, currency: string): number | null {
  const match = /^(\d{1,12})(?:\.(\d+?)0*)?$/.exec(text);
  const decimals = decimalsOf(currency);
  if (!match || (match[2] ?? '').replace(/^0$/, '').length > decimals) return null;
  const minor = Number(match[1]! + (match[2] ?? '').padEnd(decimals, '0').slice(0, decimals));
  return minor > 0 ? minor : null;
}
