import type { ReplyLanguage } from '../reply-language';
import { ANY_COUNTRY, countriesIn, withoutCountryNames } from './countries';
import type { PolicySection } from './policy';
import { asksInGeneral, tellsEvent } from './tells-event';
import { NOT, plainQuestion, questionWords, topicWords } from './question-words';

export interface QuestionMatch {
  section: PolicySection;
  /** Agreement with the nearest known question, 0 to 1. */
  score: number;
  /** Weight of the shared words; a word of one section only weighs about 4, a frequent one about 2. */
  weight: number;
  /** By how much it agrees better than the nearest question of another section. */
  margin: number;
}

export interface QuestionIndex {
  /** The section that answers one sentence best, or null when no known question shares a word with it. */
  best(sentence: string): QuestionMatch | null;
}

/** The file about what can go wrong: who is in such a case is not told the rule but asked for the order. */
const isAboutProblems = ({ id }: PolicySection): boolean => id.startsWith('problems#');

/** For so many shared words a sentence may have one of its own. */
const SHARED_PER_OWN_WORD = 3;

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
    section.questions.map((question) => ({
      section,
      words: wordsOf(question),
      isEvent: tellsEvent(question, language),
    })),
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

  const wordForWord = new Map(
    sections.flatMap((section) => section.questions.map((question) => [plainQuestion(question), section] as const)),
  );

  return {
    best(sentence) {
      const exact = wordForWord.get(plainQuestion(sentence.slice(0, 400)));
      if (exact) return { section: exact, score: 1, weight: Number.POSITIVE_INFINITY, margin: 1 };
      const words = wordsOf(sentence.slice(0, 400));
      const topic = topicWords(words, language);
      const total = weightOf(words);
      const isOfOneCountry = countriesIn(sentence.slice(0, 400)).size > 0;
      const isEvent = tellsEvent(sentence.slice(0, 400), language);
      const isGeneral = asksInGeneral(sentence.slice(0, 400));
      const shared = new Map<number, number>();
      for (const word of words) {
        for (const index of byWord.get(word) ?? []) shared.set(index, (shared.get(index) ?? 0) + weight(word));
      }
      const best = new Map<PolicySection, { score: number; weight: number }>();
      for (const [index, overlap] of shared) {
        const entry = entries[index];
        if (!entry || (words.includes(NOT) && !entry.words.includes(NOT))) continue;
        if ((isEvent && !entry.isEvent) || (isAboutProblems(entry.section) && !isGeneral)) continue;
        const own = topic.filter((word) => !entry.words.includes(word)).length;
        if (own * SHARED_PER_OWN_WORD > words.length - own) continue;
        const named = entry.topic.filter((word) => words.includes(word)).length;
        if (named < entry.topic.length * TOPIC_SHARE) continue;
        // "Do you ship to …?" is known of every country; "How much is shipping to …?" asks more than that.
        if (isOfOneCountry && entry.words.includes(country) && !words.every((word) => entry.words.includes(word))) {
          continue;
        }
        const score = (2 * overlap) / (total + entry.total);
        if (score > (best.get(entry.section)?.score ?? 0)) best.set(entry.section, { score, weight: overlap });
      }
      const [first, second] = [...best].sort(([, a], [, b]) => b.score - a.score);
      if (!first) return null;
      const [section, { score, weight: agreed }] = first;
      return { section, score, weight: agreed, margin: score - (second?.[1].score ?? 0) };
    },
  };
}
