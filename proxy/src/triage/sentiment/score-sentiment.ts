import type { Sentiment } from '../../contract/vocabulary';
import { foldText } from '../fold-text';
import { isShouting } from './is-shouting';
import {
  CALM,
  CONTEMPT,
  FOND,
  FOREIGN_NEGATIVE,
  FOREIGN_POSITIVE,
  POLITE_WORDS,
  PRAISE_WORDS,
  PROBLEM_WORDS,
  SARCASM,
} from './problem-words';
import { vaderCompound } from './vader';

/** How much is read from the beginning and from the end: of a long mail the last lines tell the mood as well. */
const HEAD = 1000;
const TAIL = 600;
const PER_PROBLEM = 0.22;
const SHOUTED_PROBLEM = 0.2;
const MOST_PROBLEMS = 4;
/** Cuts on the adjusted score. Measured on messages of customers to companies. */
const POSITIVE_FROM = 0.35;
const NEGATIVE_UNTIL = -0.3;

/** A mildly bad word where no problem is told says nothing: "no", "pay", "wrong colour". */
const MILD = -0.5;
/** Sarcasm and contempt take fine words back and are enough by themselves. */
const BITTER = 0.4;
/** Calm words take this back of what a problem costs; heartfelt ones are worth this much. */
const CALMNESS = 0.3;
const FONDNESS = 0.5;

const MERE_THANKS = /\b(?:many )?(?:thanks|thank you|thx|cheers|gracias|merci|danke)\b[.! ]*/gi;
/** What a message with a critical matter loses: such a report is never told without displeasure. */
const CRITICAL_MATTER = 0.35;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** "Thanks" at the end of a question or a request is manners, in a message of its own it is praise. */
function withoutPoliteness(text: string): string {
  const plain = text.replace(POLITE_WORDS, ' ');
  return /\?|\b(?:please|pls|could you|can you|i need|i want)\b/i.test(text) ? plain.replace(MERE_THANKS, ' ') : plain;
}

/**
 * The tone of a message: VADER's score, lowered by every problem told, by shouting about it, and without the points
 * the lexicon gives to mere politeness.
 * @param isCritical a critical matter was found in the message
 */
export function scoreSentiment(
  text: string,
  language: string,
  isCritical = false,
): { sentiment: Sentiment; score: number } {
  const sample = text.length > HEAD + TAIL ? `${text.slice(0, HEAD)} ${text.slice(-TAIL)}` : text;
  const folded = foldText(sample);
  const problems = Math.min(MOST_PROBLEMS, count(folded, PROBLEM_WORDS));
  const praise = count(folded, PRAISE_WORDS);
  // The lexicon is English; it reads the German article "die" as a death.
  const isForeign = language !== 'en' && language !== 'und';
  let score = isForeign ? 0 : vaderCompound(withoutPoliteness(sample));
  if (isForeign) score += 0.5 * (count(folded, FOREIGN_POSITIVE) - count(folded, FOREIGN_NEGATIVE));
  if (!isForeign && score > 0 && score < 0.6 && praise === 0) score = 0;
  if (score < 0 && score > MILD && problems === 0) score = 0;
  const isBitter = SARCASM.test(folded) || CONTEMPT.test(folded);
  if (isBitter) score = Math.min(score, 0) - BITTER;
  score -= PER_PROBLEM * problems;
  if (isCritical) score = Math.min(score, 0) - CRITICAL_MATTER;
  if (problems > 0 && isShouting(sample)) score -= SHOUTED_PROBLEM;
  if (!isBitter && FOND.test(folded) && problems === 0) score = Math.max(score, FONDNESS);
  if (!isBitter && score < 0 && CALM.test(folded)) score = Math.min(0, score + CALMNESS);
  const sentiment = score >= POSITIVE_FROM ? 'positive' : score <= NEGATIVE_UNTIL ? 'negative' : 'neutral';
  return { sentiment, score };
}
