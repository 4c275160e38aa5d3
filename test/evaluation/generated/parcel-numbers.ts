/** Draws from 0 to below 1. */
export type Random = () => number;

export const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
export const drawDigits = (random: Random, length: number): string =>
  Array.from({ length }, () => Math.floor(random() * 10)).join('');
/** A number of so many digits that begins with none of zero. */
export const drawNumber = (random: Random, length: number): string =>
  `${1 + Math.floor(random() * 9)}${drawDigits(random, length - 1)}`;

const weighted = (digits: string, weights: readonly number[]): number =>
  [...digits].reduce((sum, digit, i) => sum + Number(digit) * (weights[i % weights.length] ?? 0), 0);

/** UPS: letters count (code - 63) mod 10, every second place doubled, filled up to a multiple of ten. */
function ups(random: Random): string {
  const body =
    Array.from({ length: 6 }, () => pick(random, [...'ABCEFHKRTVWXY0123456789'])).join('') + drawDigits(random, 9);
  const sum = [...body].reduce((total, sign, i) => {
    const value = /\d/.test(sign) ? Number(sign) : (sign.charCodeAt(0) - 63) % 10;
    return total + value * (i % 2 === 1 ? 2 : 1);
  }, 0);
  return `1Z${body}${(10 - (sum % 10)) % 10}`;
}

/** FedEx Express: weights 3, 1, 7, modulo 11, then modulo 10. */
function fedexExpress(random: Random): string {
  const body = drawDigits(random, 11);
  return `${body}${(weighted(body, [3, 1, 7]) % 11) % 10}`;
}

/** Modulo 10 with weights 3 and 1 from the right, as FedEx Ground and the American post use it. */
function mod10(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 3 : 1), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** Universal Postal Union S10: weights 8 6 4 2 3 5 9 7, 11 minus the remainder; 10 and 11 become 0 and 5. */
function postal(random: Random): string {
  const body = drawDigits(random, 8);
  const check = 11 - (weighted(body, [8, 6, 4, 2, 3, 5, 9, 7]) % 11);
  const country = pick(random, ['GB', 'US', 'DE', 'ES', 'FR']);
  return `${pick(random, ['RB', 'CP', 'EA', 'LV'])}${body}${check === 10 ? 0 : check === 11 ? 5 : check}${country}`;
}

/** A parcel number with a right check digit. @see UPS, FedEx, USPS Publication 199, UPU S10 */
export const drawParcelNumber = (random: Random): string =>
  pick(random, [
    ups,
    fedexExpress,
    (r: Random) => mod10(drawDigits(r, 14)),
    (r: Random) => mod10(`9${pick(r, ['2', '4'])}${drawDigits(r, 19)}`),
    postal,
  ])(random);
