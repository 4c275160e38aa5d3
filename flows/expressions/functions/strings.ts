import { ExpressionError } from '../expression-error';
import { define } from '../function-table';
import { textOfValue } from '../text-of-value';
import { wantCount, wantText } from '../value-types';

/** Text searches of the language ignore case, except `contains`, `replace`, `equals` and `split` (documented). */
const fold = (text: string): string => text.toLowerCase();

/** A missing text counts as empty where the platform accepts null. */
const textOrEmpty = (owner: string, value: unknown): string => (value === null ? '' : wantText(owner, value));

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
  return source.split(needle).join(textOrEmpty('replace', replacement));
}

function split([text, delimiter]: unknown[]): string[] {
  const source = wantText('split', text);
  const separator = wantText('split', delimiter);
  // .NET splits at white space when no delimiter is given; JavaScript would split into characters.
  return separator === '' ? [source] : source.split(separator);
}

export const stringFunctions = [
  define('concat', [1, Infinity], (args) => args.map(textOfValue).join('')),
  define('endsWith', 2, ([text, end]) => fold(wantText('endsWith', text)).endsWith(fold(wantText('endsWith', end)))),
  define('startsWith', 2, ([text, start]) =>
    fold(wantText('startsWith', text)).startsWith(fold(wantText('startsWith', start))),
  ),
  define('indexOf', 2, ([text, searched]) =>
    fold(wantText('indexOf', text)).indexOf(fold(wantText('indexOf', searched))),
  ),
  define('lastIndexOf', 2, ([text, searched]) =>
    fold(wantText('lastIndexOf', text)).lastIndexOf(fold(wantText('lastIndexOf', searched))),
  ),
  define('nthIndexOf', 3, nthIndexOf),
  define('replace', 3, replace),
  define('split', 2, split),
  define('substring', [2, 3], substring),
  define('slice', [2, 3], ([text, start, end]) =>
    wantText('slice', text).slice(wantCount('slice', start), end === undefined ? undefined : wantCount('slice', end)),
  ),
  define('toLower', 1, ([text]) => textOrEmpty('toLower', text).toLowerCase()),
  define('toUpper', 1, ([text]) => textOrEmpty('toUpper', text).toUpperCase()),
  define('trim', 1, ([text]) => textOrEmpty('trim', text).trim()),
];
