/** Characters no reader sees (soft hyphen, zero-width signs, bidi marks …); they hide text from rules. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;
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
