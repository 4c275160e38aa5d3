import type { ReplyLanguage } from '../reply-language';
import { ANY_COUNTRY, countriesIn, withoutCountryNames } from './countries';
import type { PolicySection } from './policy';
import { questionWords, topicWords } from './question-words';

export interface QuestionMatch {
  section: PolicySection;
  /** Agreement with the nearest known question, 0 to 1. */
  score: number;
  /** Weight of the shared words; a word of one section only weighs about 4, a frequent one about 2. */
  weight: number;
}

export interface QuestionIndex {
  /** The section that answers one sentence best, or null when no known question shares a word with it. */
  best(sentence: string): QuestionMatch | null;
}

/** So many of the topic words of a known question must occur: of one or two all, of three two. */
const TOPIC_SHARE = 2 / 3;

/**
 * Finds the policy section whose known questions are nearest to a sentence.
 *
 * Agreement is the weighted overlap of topic words (Dice), each word weighted by how few sections use it. A word no
 * section knows weighs most, so a question about something else is never taken for a known one. Enough of the words that
 * name the topic of the known question must occur: "When does it arrive?" shares a time with "Can I pay when it
 * arrives?" but no topic. All names of countries are one word.
 */
export function questionIndex(sections: readonly PolicySection[]): QuestionIndex {
  const language: ReplyLanguage = sections[0]?.language ?? 'en';
  const wordsOf = (text: string): string[] => questionWords(withoutCountryNames(text, language), language);
  const country = wordsOf(ANY_COUNTRY[language])[0] ?? '';
  const known = sections.flatMap((section) =>
    section.questions.map((question) => ({ section, words: wordsOf(question) })),
  );
  const usedBy = new Map<string, Set<string>>();
  for (const { section, words } of known) {
    for (const word of words) usedBy.set(word, (usedBy.get(word) ?? new Set<string>()).add(section.id));
  }
  const weight = (word: string): number => 1 + Math.log((sections.length + 1) / ((usedBy.get(word)?.size ?? 0) + 1));
  const weightOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + weight(word), 0);
  const entries = known
    .filter((entry) => entry.words.length > 0)
    .map((entry) => ({ ...entry, total: weightOf(entry.words), topic: topicWords(entry.words, language) }));
  const byWord = new Map<string, number[]>();
  entries.forEach((entry, index) => {
    for (const word of entry.words) byWord.set(word, [...(byWord.get(word) ?? []), index]);
  });

  return {
    best(sentence) {
      const words = wordsOf(sentence.slice(0, 400));
      const total = weightOf(words);
      const isOfOneCountry = countriesIn(sentence.slice(0, 400)).size > 0;
      const shared = new Map<number, number>();
      for (const word of words) {
        for (const index of byWord.get(word) ?? []) shared.set(index, (shared.get(index) ?? 0) + weight(word));
      }
      let match: QuestionMatch | null = null;
      for (const [index, overlap] of shared) {
        const entry = entries[index];
        if (!entry) continue;
        const named = entry.topic.filter((word) => words.includes(word)).length;
        if (named < entry.topic.length * TOPIC_SHARE) continue;
        // "Do you ship to …?" is known of every country; "How much is shipping to …?" asks more than that.
        if (isOfOneCountry && entry.words.includes(country) && !words.every((word) => entry.words.includes(word))) {
          continue;
        }
        const score = (2 * overlap) / (total + entry.total);
        if (!match || score > match.score) match = { section: entry.section, score, weight: overlap };
      }
      return match;
    },
  };
}
