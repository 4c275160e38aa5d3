import { PatternSet } from '../matching/pattern-index';

const AT_WORD_START = '(?<![a-z0-9])';

const alternativesOf = (lines: TemplateStringsArray): string[] =>
  lines.raw
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/**
 * Joins alternatives, one per line, to one pattern for folded text. An alternative begins at a word border unless it
 * begins with a sign.
 */
export const signalPattern = (lines: TemplateStringsArray): RegExp =>
  new RegExp(`${AT_WORD_START}(?:${alternativesOf(lines).join('|')})`);

/** The same alternatives where only whether one of them matches is asked: much faster when most of them cannot. */
export const signalPatterns = (lines: TemplateStringsArray): PatternSet =>
  new PatternSet(alternativesOf(lines).map((alternative) => new RegExp(`${AT_WORD_START}(?:${alternative})`)));
