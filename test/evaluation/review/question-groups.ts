import { topicWords, questionWords } from '../../../proxy/src/replies/policy/question-words';

/** Questions with much the same words. */
export interface QuestionGroup {
  /** The words most of them share. */
  words: readonly string[];
  questions: readonly string[];
}

/** Two questions are alike when this share of their words is the same. */
const ALIKE = 0.4;
const MOST_WORDS = 5;

const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
};

/**
 * Groups questions by their words, the largest group first: what is asked often is worth an answer in the policy files.
 * @param questions with the ISO 639-1 code of their language
 */
export function groupQuestions(questions: readonly { text: string; language: string }[]): QuestionGroup[] {
  const groups: { words: Set<string>; counts: Map<string, number>; questions: string[] }[] = [];
  for (const { text, language } of questions) {
    const known = language === 'es' ? 'es' : 'en';
    const words = new Set(topicWords(questionWords(text, known), known));
    const nearest = groups
      .map((group) => ({ group, like: likeness(words, group.words) }))
      .reduce<{ group?: (typeof groups)[number]; like: number }>((a, b) => (b.like > a.like ? b : a), { like: 0 });
    const group =
      nearest.group && nearest.like >= ALIKE
        ? nearest.group
        : { words, counts: new Map<string, number>(), questions: [] };
    if (group !== nearest.group) groups.push(group);
    group.questions.push(text);
    for (const word of words) group.counts.set(word, (group.counts.get(word) ?? 0) + 1);
  }
  return groups
    .map(({ counts, questions: all }) => ({
      words: [...counts]
        .filter(([, count]) => count * 2 >= all.length)
        .sort((a, b) => b[1] - a[1])
        .slice(0, MOST_WORDS)
        .map(([word]) => word),
      questions: all,
    }))
    .sort((a, b) => b.questions.length - a.questions.length);
}
