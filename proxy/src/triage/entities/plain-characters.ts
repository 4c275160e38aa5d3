const DIGIT_OR_SIGN = /\p{Nd}|\p{Zs}|\p{Pd}|[\u2212\uFF0E\uFF0F\uFF1A\uFF20]/gu;
const FULL_WIDTH: Readonly<Record<string, string>> = { '．': '.', '／': '/', '：': ':', '＠': '@' };
/** A second code unit of a digit outside the basic plane; it separates nothing. */
const NOTHING = '\u2060';

/** Decimal digits stand in rows of ten whose first code ends in 0 or 6; the mathematical ones fold to ASCII (Unicode, chapter 4.6). */
function plainDigit(digit: string): string {
  const folded = digit.normalize('NFKC');
  if (folded >= '0' && folded <= '9') return folded;
  const last = (digit.codePointAt(0) ?? 0) & 0xf;
  const row = (digit.codePointAt(0) ?? 0) & ~0xf;
  return String(/^\p{Nd}$/u.test(String.fromCodePoint(row)) ? last : last - 6);
}

function plain(sign: string): string {
  if (FULL_WIDTH[sign]) return FULL_WIDTH[sign];
  if (/\p{Zs}/u.test(sign)) return ' ';
  if (/\p{Nd}/u.test(sign)) return plainDigit(sign) + NOTHING.repeat(sign.length - 1);
  return '-';
}

/**
 * The text with the digits of every script, every kind of blank and every kind of dash as the ones of ASCII.
 * Of the same length, so that a place in one is the same place in the other.
 */
export const plainCharacters = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- most texts are plain already
  /^[\u0000-\u009F¡-¿À-ɏ]*$/.test(text) ? text : text.replace(DIGIT_OR_SIGN, plain);
