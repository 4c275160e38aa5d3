import type { Evidence } from './evidence';
import type { Quote } from './finding';
import { sentencesOf } from './sentences';

/** At least two words, or a word with a figure: a single common word proves nothing. */
const TELLING = /\p{L}.*[\s\d]|\d.*\p{L}/u;

/**
 * The parts of a sentence that a fact states in the very same words (a product name, a place, a reason for a delay), so
 * that figures and words inside them need no further support. A fact of several sentences is quoted sentence by
 * sentence. Scans are left out: what they describe may be over.
 */
export function quotesIn(sentence: string, evidence: readonly Evidence[]): Quote[] {
  return evidence.flatMap(({ fact, text, policy }) => {
    if (policy || !['text', 'place'].includes(fact.kind) || fact.id.includes('event')) return [];
    return sentencesOf(text).flatMap((part) => {
      const words = part.text.replace(/[.!?]+$/, '');
      const start = TELLING.test(words) ? sentence.indexOf(words) : -1;
      return start < 0 ? [] : [{ start, end: start + words.length, fact }];
    });
  });
}
