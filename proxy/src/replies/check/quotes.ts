import type { Evidence } from './evidence';
import type { Quote } from './finding';

/** At least two words, or a word with a figure: a single common word proves nothing. */
const TELLING = /\p{L}.*[\s\d]|\d.*\p{L}/u;

/**
 * The parts of a sentence that a fact states in the very same words (a product name, a place, a reason for a delay), so
 * that figures and words inside them need no further support. Scans are left out: what they describe may be over.
 */
export function quotesIn(sentence: string, evidence: readonly Evidence[]): Quote[] {
  return evidence.flatMap((one) => {
    const { fact, text, policy } = one;
    if (policy || !['text', 'place'].includes(fact.kind) || fact.id.includes('event') || !TELLING.test(text)) return [];
    const start = sentence.indexOf(text);
    return start < 0 ? [] : [{ start, end: start + text.length, fact }];
  });
}
