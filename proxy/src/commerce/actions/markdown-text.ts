/** Everything that Markdown, or a reader that makes links of addresses, could take for more than a character. */
const SPECIAL = /[\\`*_{}[\]()#+\-.!|<>&~:@/=$^"']/g;
/** Controls, line ends, and characters that turn the direction of writing or are not seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;

/**
 * Somebody's words as they may stand in Markdown that a person decides by: one line, shortened, nothing in it becomes
 * a link, a heading, or a line of its own.
 * @param most characters that are kept
 */
export function markdownText(words: string, most: number): string {
  const line = words.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
  const characters = [...line];
  const kept = characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : line;
  return kept.replace(SPECIAL, '\\$&');
}
