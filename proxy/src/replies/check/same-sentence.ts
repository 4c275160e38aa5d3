import { extractStatements } from './extract-statements';

const WORD = /[\p{L}\p{N}]+/gu;
/** Words that may come and go when a sentence is put another way: articles, "is" and the little words around things. */
const FUNCTION_WORDS = new Set(
  'a an the this it its is are your and of on in at for with now el la los las un una este esta su tu es está están y de del en con para ahora'.split(
    ' ',
  ),
);
/** A sentence that denies, allows, orders or sets a condition means something else as soon as a word moves. */
const TURNS_WITH_ITS_WORDS = new Set(
  `no not never neither nor none cannot t can could may might must should shall will would if unless until before after once when only except without yet
  already still please ni nunca jamás sin tampoco aún todavía ya solo sólo salvo excepto si hasta antes después cuando puede puedes pueden podía podrá podrán podría
  debe debes deben será serán favor`.split(/\s+/),
);
/** Letters, figures and plain marks: no quotes, no question, nothing that turns the words round. */
const PLAIN = /^[\p{L}\p{N}\s.,:()-]+$/u;

const wordsOf = (sentence: string): string[] => sentence.toLowerCase().match(WORD) ?? [];

/** A sentence with its spaces and capitals made alike, without the mark of a list. */
const spelling = (sentence: string): string => sentence.replace(/^- /, '').replace(/\s+/g, ' ').trim().toLowerCase();

/** What a sentence says, whatever the order of its words: every content word as often as it stands, and every value. */
const content = (sentence: string): string =>
  JSON.stringify([
    wordsOf(sentence)
      .filter((word) => !FUNCTION_WORDS.has(word))
      .sort(),
    extractStatements(sentence)
      .map(({ kind, value, days }) => JSON.stringify([kind, value, days]))
      .sort(),
  ]);

/** Whether a sentence is another one word for word; white space and capitals do not count. */
export const isSameSpelling = (sentence: string, original: string): boolean =>
  spelling(sentence) === spelling(original);

/**
 * Whether a sentence is another one with its words moved: the same content words and values, no more and no fewer. A
 * sentence with a "not", a "can" or an "if" is never taken for another.
 */
export const isSameContent = (sentence: string, original: string): boolean =>
  PLAIN.test(sentence) &&
  !wordsOf(sentence).some((word) => TURNS_WITH_ITS_WORDS.has(word)) &&
  content(sentence) === content(original);
