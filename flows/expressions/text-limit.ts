import { ExpressionError } from './expression-error';

/** Longest text `concat` and `join` may make, in characters. Source: the functions' documentation. */
const LONGEST_TEXT = 104_857_600;

/** @throws {ExpressionError} when the result would be longer than the platform allows */
export function joinTexts(owner: string, texts: string[], delimiter: string): string {
  let length = delimiter.length * Math.max(0, texts.length - 1);
  for (const text of texts) length += text.length;
  checkLength(owner, length);
  return texts.join(delimiter);
}

/** Every occurrence replaced. @throws {ExpressionError} when the result would be longer than the platform allows */
export function replaceAll(owner: string, text: string, searched: string, replacement: string): string {
  const pieces = text.split(searched);
  checkLength(owner, text.length + (pieces.length - 1) * (replacement.length - searched.length));
  return pieces.join(replacement);
}

function checkLength(owner: string, length: number): void {
  if (length > LONGEST_TEXT) {
    throw new ExpressionError(`'${owner}' would make a text of ${length} characters; ${LONGEST_TEXT} are allowed.`);
  }
}
