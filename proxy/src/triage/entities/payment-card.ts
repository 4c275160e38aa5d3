/**
 * Leading digits and lengths of the card issuers (ISO/IEC 7812-1 and the issuers' published ranges): Visa, Mastercard,
 * American Express, Diners Club, Discover, JCB, UnionPay, Maestro, and the national ones: RuPay, Mir, Troy, Verve, Elo.
 */
const ISSUERS: readonly (readonly [prefix: RegExp, lengths: readonly number[]])[] = [
  [/^4/, [13, 16, 19]],
  [/^(?:5[1-5]|2[2-7])/, [16]],
  [/^3[47]/, [15]],
  [/^3(?:0[0-5]|09|[68]|9)/, [14, 15, 16, 17, 18, 19]],
  [/^35/, [16, 17, 18, 19]],
  [/^(?:2131|1800)/, [15]],
  [/^6/, [13, 14, 15, 16, 17, 18, 19]],
  [/^(?:50|5[6-8])/, [13, 14, 15, 16, 17, 18, 19]],
  [/^(?:5018|5020|5038|5893|6304|6759|676[1-3])/, [12]],
  [/^(?:220[0-4]|9792|81|82|1946)/, [16, 17, 18, 19]],
];

/** Shortest and longest card number. */
export const CARD_LENGTHS = { least: 12, most: 19 } as const;

/** Luhn check digit, ISO/IEC 7812-1 annex B. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** True for as many digits as the issuer of their prefix gives a card, with a right check digit. */
export const isPaymentCard = (digits: string): boolean =>
  /^\d{12,19}$/.test(digits) &&
  ISSUERS.some(([prefix, lengths]) => lengths.includes(digits.length) && prefix.test(digits)) &&
  passesLuhn(digits);
