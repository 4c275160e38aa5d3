/**
 * Joins alternatives, one per line, to one pattern for folded text. An alternative begins at a word border unless it
 * begins with a sign.
 */
export function signalPattern(lines: TemplateStringsArray): RegExp {
  const alternatives = lines.raw
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return new RegExp(`(?<![a-z0-9])(?:${alternatives.join('|')})`);
}
