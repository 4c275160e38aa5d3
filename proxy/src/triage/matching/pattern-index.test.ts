import fc from 'fast-check';
import { neededWords } from './needed-words';
import { PatternIndex, PatternSet } from './pattern-index';
import { WordFinder } from './word-finder';

const needs = (pattern: RegExp) => {
  const words = neededWords(pattern);
  return words === null ? null : [...words].sort();
};

test.each<[RegExp, string[] | null]>([
  [/\bwhere is my order\b/, ['where is my order']],
  [/orders?/, ['order']],
  [/deliver(?:y|ies)/, ['deliver']],
  [/\b(?:refund\w*|money back)\b/, ['money back', 'refund']],
  [/(?:late|lost).{0,20}\bparcel/, ['parcel']],
  [/(?<![a-z0-9])(?:sue|court)(?! shoes)/, ['court', 'sue']],
  [/^(?=.*battery)hot/, ['battery']],
  [/(?:smoke){2,3}/, ['smoke']],
  [/ab\.c/, ['ab.c']],
  [/(?:order)?/, null],
  [/\d{5}/, null],
  [/order|\d+/, null],
  [/[a-z]x/, null],
  [/REFUND/i, null],
])('%s needs %j', (pattern, wanted) => {
  expect(needs(pattern)).toEqual(wanted);
});

test('syntax that is not known is refused instead of misread', () => {
  expect(() => neededWords(/\u00e9t/)).toThrow('\\u');
});

test('every word that occurs is found, wherever it stands and whatever it overlaps', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '?', 'é', ' '), maxLength: 30 });
  const words = fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', 'c', '?'), minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(words, letters, (given, text) => {
      const found = new Set<number>();
      new WordFinder(given).find(text, (word) => found.add(word));
      given.forEach((word, i) => {
        if (text.includes(word)) expect(found).toContain(i);
        else if (!word.includes('?')) expect(found).not.toContain(i);
      });
    }),
  );
});

/** Patterns of the kinds the rules use, from small pieces. */
const piece = fc.constantFrom(
  'ab',
  'c',
  'ba',
  '\\b',
  ' ',
  '.{0,2}',
  'a?',
  '[ac]',
  '\\w*',
  '(?!b)',
  '(?<!c)',
  '(?=.*ab)',
);
const sequence = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''));
const group = fc
  .tuple(fc.array(sequence, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '?', '*', '+', '{2}', '{0,1}'))
  .map(([alternatives, often]) => `(?:${alternatives.join('|')})${often}`);
const pattern = fc
  .array(fc.oneof(sequence, group), { minLength: 1, maxLength: 3 })
  .map((parts) => new RegExp(parts.join('')));

test('no match is ever hidden', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 20 });
  fc.assert(
    fc.property(fc.array(pattern, { minLength: 1, maxLength: 6 }), texts, (patterns, text) => {
      const possible = new PatternIndex(patterns).possibleIn(text);
      patterns.forEach((one, i) => {
        if (one.test(text)) expect([one.source, possible[i]]).toEqual([one.source, 1]);
      });
      expect(new PatternSet(patterns).test(text)).toBe(patterns.some((one) => one.test(text)));
    }),
    { numRuns: 2000 },
  );
});
