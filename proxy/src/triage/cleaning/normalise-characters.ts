/** Characters no reader sees; they break words apart and hide text from rules. Soft hyphen, zero-width signs, bidi marks. */
const INVISIBLE =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\uFFF9-\uFFFB]/g;
// eslint-disable-next-line no-control-regex -- control characters are exactly what is removed
const CONTROL = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F]/g;
const ODD_SPACE = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;

/**
 * Brings line ends, spaces and invisible characters into one form.
 * @param text any text, also with lone surrogates
 * @returns text in Unicode NFC whose only white space is the blank and `\n`
 */
export function normaliseCharacters(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\f]/g, '\n')
    .replace(INVISIBLE, '')
    .replace(CONTROL, '')
    .replace(ODD_SPACE, ' ')
    .normalize('NFC');
}
