import type { ReplyLanguage } from '../reply-language';
import type { PolicySection } from './policy';
import { questionWords } from './question-words';

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

/**
 * Finds the policy section whose known questions are nearest to a sentence.
 *
 * Agreement is the weighted overlap of topic words (Dice), each word weighted by how few sections use it. A word no
 * section knows weighs most, so a question about something else is never taken for a known one.
 */
export function questionIndex(sections: readonly PolicySection[]): QuestionIndex {
  const language: ReplyLanguage = sections[0]?.language ?? 'en';
  const known = sections.flatMap((section) =>
    section.questions.map((question) => ({ section, words: questionWords(question, language) })),
  );
  const usedBy = new Map<string, Set<string>>();
  for (const { section, words } of known) {
    for (const word of words) usedBy.set(word, (usedBy.get(word) ?? new Set<string>()).add(section.id));
  }
  const weight = (word: string): number => 1 + Math.log((sections.length + 1) / ((usedBy.get(word)?.size ?? 0) + 1));
  const weightOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + weight(word), 0);
  const entries = known
    .filter((entry) => entry.words.length > 0)
    .map((entry) => ({ ...entry, total: weightOf(entry.words) }));
  const byWord = new Map<string, number[]>();
  entries.forEach((entry, index) => {
    for (const word of entry.words) byWord.set(word, [...(byWord.get(word) ?? []), index]);
  });

  return {
    best(sentence) {
      const words = questionWords(sentence.slice(0, 400), language);
      const total = weightOf(words);
      const shared = new Map<number, number>();
      for (const word of words) {
        for (const index of byWord.get(word) ?? []) shared.set(index, (shared.get(index) ?? 0) + weight(word));
      }
      let match: QuestionMatch | null = null;
      for (const [index, overlap] of shared) {
        const entry = entries[index];
        if (!entry) continue;
        const score = (2 * overlap) / (total + entry.total);
        if (!match || score > match.score) match = { section: entry.section, score, weight: overlap };
      }
      return match;
    },
  };
}
