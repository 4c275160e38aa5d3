/** Text whose capitals JavaScript makes as .NET does. */
const PLAIN = /^[ -~\s]*$/;

/** The Turkish letters İ and ı, which belong to no letter of the invariant culture. Source: .NET globalization. */
const ALONE = new Set(['\u0130', '\u0131']);

/**
 * The text in capitals as .NET's invariant culture writes it: letter by letter, and one letter never becomes two, so that
 * `ß` stays and positions keep their meaning.
 */
export function toUpperCase(text: string): string {
  return PLAIN.test(text) ? text.toUpperCase() : eachLetter(text, (letter) => letter.toUpperCase());
}

/** The text in small letters, letter by letter in the same way. */
export function toLowerCase(text: string): string {
  return PLAIN.test(text) ? text.toLowerCase() : eachLetter(text, (letter) => letter.toLowerCase());
}

function eachLetter(text: string, change: (letter: string) => string): string {
  return text.replace(/\p{L}|\p{M}|\p{N}|\p{S}/gu, (letter) => {
    const changed = change(letter);
    return changed.length === letter.length && !ALONE.has(letter) ? changed : letter;
  });
}
