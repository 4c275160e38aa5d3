import { CODES, DataverseError } from '../dataverse-error';

export type Token =
  | { kind: 'word'; text: string }
  | { kind: 'punctuation'; text: '(' | ')' | ',' | '[' | ']' | ':' | '=' }
  | { kind: 'text'; value: string }
  /** A text in double quotes, as lists of values may hold. */
  | { kind: 'json'; value: string }
  | { kind: 'guid'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'date'; value: string };

// The order matters: a GUID may begin like a number, a date or a word.
const TOKEN = new RegExp(
  [
    `'((?:[^']|'')*)'`,
    `"((?:[^"\\\\]|\\\\.)*)"`,
    `([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\\w-])`,
    `(\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:\\d{2}))?)(?![\\w-])`,
    `([+-]?\\d+(?:\\.\\d+)?)(?![\\w-])`,
    `([A-Za-z_][\\w.]*(?:/[A-Za-z_][\\w.]*)*)`,
    `([(),[\\]:=])`,
  ].join('|'),
  'iy',
);

/** 400 for a query that cannot be read. */
export function syntaxError(message: string, filter: string): DataverseError {
  return new DataverseError(400, CODES.badPayload, `${message} in '${filter}'.`);
}

/**
 * The words of a `$filter`.
 * @throws {DataverseError} 400 naming the place
 */
export function filterTokens(filter: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  for (;;) {
    while (/\s/.test(filter[position] ?? '')) position += 1;
    if (position >= filter.length) return tokens;
    TOKEN.lastIndex = position;
    const match = TOKEN.exec(filter);
    if (match === null) throw syntaxError(`Syntax error at position ${position}`, filter);
    const [whole, text, json, guid, date, number, word, punctuation] = match;
    if (text !== undefined) tokens.push({ kind: 'text', value: text.replaceAll("''", "'") });
    else if (json !== undefined) tokens.push({ kind: 'json', value: json.replace(/\\(.)/g, '$1') });
    else if (guid !== undefined) tokens.push({ kind: 'guid', value: guid.toLowerCase() });
    else if (date !== undefined) tokens.push({ kind: 'date', value: date });
    else if (number !== undefined) tokens.push({ kind: 'number', value: Number(number) });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: 'punctuation', text: punctuation as '(' });
    position += whole.length;
  }
}
