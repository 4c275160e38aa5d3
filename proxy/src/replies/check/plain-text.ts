/** Nothing to change but the back-tick. */
const PLAIN = /^[\x20-\x7e\n]*$/;
const DIGIT_ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];

/**
 * One spelling for what looks the same: compatibility forms, dashes, quotes, spaces, digits of other scripts, soft and
 * invisible characters. Without it a figure could be written so that no pattern sees it.
 */
export function plainText(text: string): string {
  if (PLAIN.test(text)) return text.replace(/`/g, "'");
  return text
    .normalize('NFKC')
    .replace(/[\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF\u00AD]/g, '')
    .replace(/\p{Nd}/gu, (digit) => {
      const code = digit.codePointAt(0) ?? 0;
      if (code < 0x80) return digit;
      const zero = DIGIT_ZEROS.find((start) => code >= start && code < start + 10);
      return zero === undefined ? '9' : String(code - zero);
    })
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[^\S\n]/g, ' ');
}
