const DIGIT_OR_SIGN = /(?=[\0-\uFFFF])[\p{Nd}\p{Zs}\p{Pd}\u2212\uFF0E\uFF0F\uFF1A\uFF20]/gu;
const ASTRAL_DIGIT = /(?![\0-\uFFFF])\p{Nd}/gu;
const FULL_WIDTH: Readonly<Record<string, string>> = { '．': '.', '／': '/', '：': ':', '＠': '@' };

/** Decimal digits stand in rows of ten whose first code ends in 0 or 6; the mathematical ones fold to ASCII. */
function plainDigit(digit: string): string {
  const folded = digit.normalize('NFKC');
  if (folded >= '0' && folded <= '9') return folded;
  const code = digit.codePointAt(0) ?? 0;
  const last = code & 0xf;
  return String(/^\p{Nd}$/u.test(String.fromCodePoint(code & ~0xf)) ? last : last - 6);
}

function plain(sign: string): string {
  if (FULL_WIDTH[sign]) return FULL_WIDTH[sign];
  if (/\p{Zs}/u.test(sign)) return ' ';
  return /\p{Nd}/u.test(sign) ? plainDigit(sign) : '-';
}

/**
 * The text with the digits of every script, every kind of blank and every kind of dash as the ones of ASCII. Of the same
 * length, so that a place in one is the same place in the other; for this, digits of two code units stay.
 */
export const plainCharacters = (text: string): string => text.replace(DIGIT_OR_SIGN, plain);

/** Digits of two code units, such as the mathematical ones, as the ones of ASCII. */
export const withShortDigits = (text: string): string => text.replace(ASTRAL_DIGIT, plainDigit);
