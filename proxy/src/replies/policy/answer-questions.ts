import type { PolicyBook } from './policy-folder';
import type { PolicySection } from './policy';
import type { QuestionMatch } from './question-index';
import { questionWords } from './question-words';

/** Agreement from which a section counts as the answer. */
const CLEAR = 0.7;
/** Agreement on frequent words alone ("order") is no agreement: so much weight must be shared. */
const CLEAR_WEIGHT = 3;
/** A sentence with at least this many topic words that no section answers is a question of its own. */
const OWN_TOPIC = 2;
const MAX_SECTIONS = 2;

const isClear = (match: QuestionMatch | null): match is QuestionMatch =>
  match !== null && match.score >= CLEAR && match.weight >= CLEAR_WEIGHT;

/** Splits at sentence ends and line breaks; a decimal point or a dot inside an address is no end. */
export function messageSentences(text: string): string[] {
  return text
    .split(/(?<=[.!?…])\s+|[\r\n]+|(?<=\?)/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

/**
 * The policy sections that answer a message, or an empty list.
 *
 * Every question of the message must be answered: a further question, or a further statement with a topic of its own,
 * makes the match unclear, and a person should read it.
 */
export function answeringSections(text: string, subject: string | undefined, book: PolicyBook): PolicySection[] {
  const found = new Map<string, PolicySection>();
  let open = false;
  const sentences = messageSentences(text.slice(0, 4000));
  for (const sentence of sentences.slice(0, 12)) {
    const words = questionWords(sentence, book.language);
    const match = book.questions.best(sentence);
    if (isClear(match)) found.set(match.section.id, match.section);
    else if (sentence.includes('?') ? words.length > 0 : words.length >= OWN_TOPIC) open = true;
  }
  if (sentences.length > 12) open = true;
  if (found.size === 0 && !open && subject) {
    const match = book.questions.best(subject);
    if (isClear(match)) found.set(match.section.id, match.section);
  }
  return open || found.size > MAX_SECTIONS ? [] : [...found.values()];
}
