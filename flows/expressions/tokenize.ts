import { ExpressionError } from './expression-error';

export type TokenKind = 'string' | 'word' | '(' | ')' | '[' | ']' | ',' | '.' | '?' | 'end';

export interface Token {
  kind: TokenKind;
  /** The word, or the text of a string with its quotes resolved. */
  text: string;
  position: number;
}

const PUNCTUATION = new Set(['(', ')', '[', ']', ',', '.', '?']);
const WORD = /[^\s.,(){}@[\]?'"]+/y;
/** A number owns its point, which elsewhere separates members. */
const NUMBER = /[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?(?![^\s.,(){}@[\]?'"])/y;
/** What an argument or a key comes after; only there a point can start a number. */
const BEFORE_VALUE: (TokenKind | undefined)[] = [undefined, '(', ',', '['];
const SPACE = /\s+/y;

/**
 * Splits an expression (without its leading `@`) into tokens, the end included.
 * @throws {ExpressionError} at a character no token starts with, or a string that is never closed
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < text.length) {
    SPACE.lastIndex = position;
    if (SPACE.test(text)) {
      position = SPACE.lastIndex;
      continue;
    }
    const character = text[position]!;
    const before = tokens.at(-1)?.kind;
    // In `.1.5` the point separates members, however much they look like a number.
    const number = before === '.' ? undefined : matchAt(NUMBER, text, position);
    if (number !== undefined && (character !== '.' || BEFORE_VALUE.includes(before))) {
      tokens.push({ kind: 'word', text: number, position });
      position += number.length;
    } else if (PUNCTUATION.has(character)) {
      tokens.push({ kind: character as TokenKind, text: character, position });
      position += 1;
    } else if (character === "'") {
      const end = closingQuote(text, position);
      tokens.push({ kind: 'string', text: text.slice(position + 1, end).replaceAll("''", "'"), position });
      position = end + 1;
    } else {
      const word = matchAt(WORD, text, position);
      if (word === undefined) throw unexpected(character, position);
      tokens.push({ kind: 'word', text: word, position });
      position += word.length;
    }
  }
  tokens.push({ kind: 'end', text: '', position });
  return tokens;
}

function matchAt(pattern: RegExp, text: string, position: number): string | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0];
}

/** Index of the quote that ends the string opened at `start`; two quotes in a row stand for one. */
export function closingQuote(text: string, start: number): number {
  let end = text.indexOf("'", start + 1);
  while (end >= 0 && text[end + 1] === "'") end = text.indexOf("'", end + 2);
  if (end < 0) throw new ExpressionError(`The string opened at position ${start} is never closed.`, start);
  return end;
}

function unexpected(character: string, position: number): ExpressionError {
  const hint = character === '"' ? ' Strings are written in single quotes.' : '';
  return new ExpressionError(`Unexpected character '${character}' at position ${position}.${hint}`, position);
}
