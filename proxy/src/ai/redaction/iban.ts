import isIBAN from 'validator/lib/isIBAN';

const CANDIDATE = /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:[ -]?[A-Z\d]{1,4}){3,9}(?![\p{L}\d])/giu;
/** A mistyped account number is still one: country, check digits, then almost only digits. */
const ALMOST = /^[A-Z]{2}\d{2}[A-Z]{0,4}\d{10,26}$/i;

/**
 * Replaces international bank account numbers (ISO 13616), also with a wrong check digit or with blanks.
 * Words behind the number stay.
 */
export function redactIbans(text: string, mask: string): string {
  return text.replace(CANDIDATE, (candidate) => {
    const ends = [...candidate.matchAll(/(?=[ -])|$/g)].map((border) => border.index).reverse();
    for (const end of ends) {
      const compact = candidate.slice(0, end).replace(/[ -]/g, '');
      if (isIBAN(compact) || ALMOST.test(compact)) return mask + candidate.slice(end);
    }
    return candidate;
  });
}
