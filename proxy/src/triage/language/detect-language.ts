import { detect } from 'tinyld/light';
import { foldText } from '../fold-text';
import { FUNCTION_WORDS } from './function-words';

const LONGEST_SAMPLE = 1500;

const LANGUAGES_OF_WORD = new Map<string, string[]>();
for (const [language, words] of Object.entries(FUNCTION_WORDS)) {
  for (const word of new Set(words.split(/\s+/))) {
    LANGUAGES_OF_WORD.set(word, [...(LANGUAGES_OF_WORD.get(word) ?? []), language]);
  }
}

/** Letters that English does not have, with the languages they speak for. */
const TELLING_LETTERS: readonly [RegExp, readonly string[]][] = [
  [/[ñ¿¡]/i, ['es']],
  [/ß/i, ['de']],
  [/ä/i, ['de', 'sv']],
  [/ö/i, ['de', 'sv', 'tr']],
  [/ü/i, ['de', 'tr']],
  [/[èêâîûëïœ]/i, ['fr', 'pt']],
  [/ç/i, ['fr', 'pt', 'tr']],
  [/[ãõ]/i, ['pt']],
  [/[ąęłżźćńś]/i, ['pl']],
  [/å/i, ['sv', 'da']],
  [/[øæ]/i, ['da']],
  [/[ışğ]/u, ['tr']],
  [/[ěřů]/i, ['cs']],
  [/[țșă]/i, ['ro']],
  [/[őű]/i, ['hu']],
];

function scoreWords(words: readonly string[], text: string): Map<string, number> {
  const score = new Map<string, number>();
  const add = (language: string, points: number) => score.set(language, (score.get(language) ?? 0) + points);
  for (const word of words) {
    const languages = LANGUAGES_OF_WORD.get(word);
    // A word of one language speaks louder than one that several share.
    for (const language of languages ?? []) add(language, 1 / (languages?.length ?? 1));
  }
  for (const [letters, languages] of TELLING_LETTERS) {
    if (letters.test(text)) for (const language of languages) add(language, 0.75);
  }
  return score;
}

/**
 * Names the language of a message, also of a few words. Short Latin text without a clear sign counts as English, the
 * language of the shop; other languages must show several of their own words.
 * @returns ISO 639-1 code, or `und` when there are no words
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, LONGEST_SAMPLE).replace(/\S+@\S+|https?:\/\/\S+/g, ' ');
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 'und';
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin < letters / 2) return detect(sample) || 'und';

  const words = foldText(sample).match(/[a-z]+/g) ?? [];
  const score = scoreWords(words, sample);
  const english = score.get('en') ?? 0;
  let best = 'en';
  for (const [language, points] of score) if (points > (score.get(best) ?? 0)) best = language;
  const bestPoints = score.get(best) ?? 0;
  if (best !== 'en' && bestPoints >= 1 && bestPoints >= english + 0.5) return best;
  if (english > 0 || words.length < 4) return 'en';
  if (bestPoints >= 1) return best;
  // No known word at all in a longer text: names and product words, or a language that is not listed.
  const guess = detect(sample);
  return words.length >= 6 && guess !== '' ? guess : 'en';
}
