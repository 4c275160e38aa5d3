import { ExpressionError } from '../expression-error';
import { define } from '../function-table';
import { toLowerCase, toUpperCase } from '../letter-case';
import { joinTexts, replaceAll } from '../text-limit';
import { textOfValue } from '../text-of-value';
import { wantCount, wantText } from '../value-types';

/** Text searches of the language ignore case, except `contains`, `replace`, `equals` and `split` (documented). */
const fold = toUpperCase;

/** A missing text counts as empty where the platform accepts null. */
const textOrEmpty = (owner: string, value: unknown): string => (value === null ? '' : wantText(owner, value));

/** White space as .NET has it: with the line break U+0085 and without the byte order mark, other than in JavaScript. */
const isWhiteSpace = (character: string): boolean => /^(?:[^\S\ufeff]|\u0085)$/.test(character);

function trim(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isWhiteSpace(text[start]!)) start += 1;
  while (end > start && isWhiteSpace(text[end - 1]!)) end -= 1;
  return text.slice(start, end);
}

function substring([text, start, length]: unknown[]): string {
  const source = wantText('substring', text);
  const from = wantCount('substring', start);
  const count = length === undefined ? source.length - from : wantCount('substring', length);
  if (from < 0 || from > source.length || count < 0 || from + count > source.length) {
    throw new ExpressionError(
      `'substring' cannot take ${count} character(s) from position ${from} of a text of ${source.length}.`,
    );
  }
  return source.substring(from, from + count);
}

function nthIndexOf([text, searched, nth]: unknown[]): number {
  const source = fold(wantText('nthIndexOf', text));
  const needle = fold(wantText('nthIndexOf', searched));
  const wanted = wantCount('nthIndexOf', nth);
  const positions: number[] = [];
  if (needle !== '') {
    for (let at = source.indexOf(needle); at >= 0; at = source.indexOf(needle, at + needle.length)) positions.push(at);
  }
  if (wanted === 0) return -1;
  return positions.at(wanted > 0 ? wanted - 1 : wanted) ?? -1;
}

function replace([text, searched, replacement]: unknown[]): string {
  const source = wantText('replace', text);
  const needle = wantText('replace', searched);
  if (needle === '') throw new ExpressionError("'replace' cannot look for an empty text.");
  return replaceAll('replace', source, needle, textOrEmpty('replace', replacement));
}

/** Source: the documented answers of `lastIndexOf` when either text is empty. */
function lastIndexOf([text, searched]: unknown[]): number {
  const source = fold(wantText('lastIndexOf', text));
  const needle = fold(wantText('lastIndexOf', searched));
  if (needle === '') return Math.max(0, source.length - 1);
  return source.lastIndexOf(needle);
}

function split([text, delimiter]: unknown[]): string[] {
  const source = wantText('split', text);
  const separator = wantText('split', delimiter);
  // .NET splits at white space when no delimiter is given; JavaScript would split into characters.
  return separator === '' ? [source] : source.split(separator);
}

export const stringFunctions = [
  define('concat', 'any+', (args) => joinTexts('concat', args.map(textOfValue), '')),
  define('endsWith', 'text, text', ([text, end]) =>
    fold(wantText('endsWith', text)).endsWith(fold(wantText('endsWith', end))),
  ),
  define('startsWith', 'text, text', ([text, start]) =>
    fold(wantText('startsWith', text)).startsWith(fold(wantText('startsWith', start))),
  ),
  define('indexOf', 'text, text', ([text, searched]) =>
    fold(wantText('indexOf', text)).indexOf(fold(wantText('indexOf', searched))),
  ),
  define('lastIndexOf', 'text, text', lastIndexOf),
  define('nthIndexOf', 'text, text, integer', nthIndexOf),
  define('replace', 'text, text, text|null', replace),
  define('split', 'text, text', split),
  define('substring', 'text, integer, integer?', substring),
  define('slice', 'text, integer, integer?', ([text, start, end]) =>
    wantText('slice', text).slice(wantCount('slice', start), end === undefined ? undefined : wantCount('slice', end)),
  ),
  define('toLower', 'text|null', ([text]) => toLowerCase(textOrEmpty('toLower', text))),
  define('toUpper', 'text|null', ([text]) => toUpperCase(textOrEmpty('toUpper', text))),
  define('trim', 'text|null', ([text]) => trim(textOrEmpty('trim', text))),
];
