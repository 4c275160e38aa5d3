/** Leading digits of the card issuers: Visa, Mastercard, American Express, Discover, Diners, JCB, UnionPay, Maestro. */
const ISSUER = /^(?:4|5[0-8]|2[2-7]|3[47]|3[0689]|35|6[0-9])/;

/** Luhn check digit, ISO/IEC 7812-1 annex B. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** True for 13 to 19 digits with an issuer's prefix and a right check digit. */
export const isPaymentCard = (digits: string): boolean =>
  /^\d{13,19}$/.test(digits) && ISSUER.test(digits) && passesLuhn(digits);
