import { countriesIn, namesCountry } from './countries';
import type { PolicyBook } from './policy-folder';
import type { PolicySection } from './policy';
import type { QuestionMatch } from './question-index';
import type { ReplyLanguage } from '../reply-language';
import { questionWords } from './question-words';

/** Agreement from which a section counts as the answer. */
const CLEAR = 0.7;
/** Agreement on frequent words alone ("order") is no agreement: so much weight must be shared. */
const CLEAR_WEIGHT = 3;
/** A sentence with at least this many topic words that no section answers is a question of its own. */
const OWN_TOPIC = 2;
const MAX_SECTIONS = 2;
/** A question with such a number in it is about an order. */
const ORDER = /\d{4}/;

/** Two sections that agree about as well are no clear answer. */
const CLEAR_MARGIN = 0.05;

const isClear = (match: QuestionMatch | null): match is QuestionMatch =>
  match !== null && match.score >= CLEAR && match.weight >= CLEAR_WEIGHT && match.margin >= CLEAR_MARGIN;

/** Splits at sentence ends and line breaks; a decimal point or a dot inside an address is no end. */
export function messageSentences(text: string): string[] {
  return text
    .split(/(?<=[.!?…])\s+|[\r\n]+|(?<=\?)/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

/** What the policy files have to say to a message. */
export interface PolicyAnswer {
  /** The sections that answer the message, or none. */
  sections: PolicySection[];
  /** The message asks about shipping and names a country, of which no section it matches says anything. */
  unknownCountry: boolean;
}

/** The stem of every word for sending and delivering. */
const SHIPPING: Record<ReplyLanguage, string> = {
  en: questionWords('ship', 'en').join(),
  es: questionWords('enviar', 'es').join(),
};

const isAboutShipping = (section: PolicySection): boolean => section.id.startsWith('shipping#');

/**
 * The policy sections that answer a message, or none.
 *
 * Every question of the message must be answered: a further question, or a further statement with a topic of its own,
 * makes the match unclear, and a person should read it. What holds for shipping in general need not hold for a country,
 * so of a message that names one only a shipping section that names it too is an answer.
 */
export function policyAnswerTo(text: string, subject: string | undefined, book: PolicyBook): PolicyAnswer {
  const found = new Map<string, PolicySection>();
  let open = false;
  let asksOfCountry = false;
  // Its dot ends no sentence.
  const read = text.slice(0, 4000).replace(/\bEE\.\s?UU\.?/gi, 'EEUU');
  const sentences = messageSentences(read);
  for (const sentence of sentences.slice(0, 12)) {
    const words = questionWords(sentence, book.language);
    const match = book.questions.best(sentence);
    if (!isClear(match)) asksOfCountry ||= words.includes(SHIPPING[book.language]) && countriesIn(sentence).size > 0;
    if (isClear(match)) found.set(match.section.id, match.section);
    else if (sentence.includes('?') ? words.length > 0 || ORDER.test(sentence) : words.length >= OWN_TOPIC) open = true;
  }
  if (sentences.length > 12) open = true;
  if (found.size === 0 && !open && subject) {
    const match = book.questions.best(subject);
    if (isClear(match)) found.set(match.section.id, match.section);
  }
  const countries = [...countriesIn(`${subject ?? ''}\n${read}`)];
  const sections = [...found.values()];
  const unknownCountry = sections.some(
    (section) => isAboutShipping(section) && !countries.every((code) => namesCountry(section.text, code)),
  );
  const isUnknown = unknownCountry || asksOfCountry;
  return { sections: open || isUnknown || found.size > MAX_SECTIONS ? [] : sections, unknownCountry: isUnknown };
}

/** The sections of {@link policyAnswerTo}. */
export const answeringSections = (text: string, subject: string | undefined, book: PolicyBook): PolicySection[] =>
  policyAnswerTo(text, subject, book).sections;
