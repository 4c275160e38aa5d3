import type { Evidence } from './evidence';
import type { Quote } from './finding';

/**
 * The parts of a sentence that a fact states in the very same words (a product name, a place, a reason for a delay), so
 * that figures and words inside them need no further support. A fact of several sentences is quoted sentence by
 * sentence. Scans are left out: what they describe may be over.
 */
export function quotesIn(sentence: string, evidence: readonly Evidence[]): Quote[] {
  return evidence.flatMap(({ fact, quotable }) =>
    quotable.flatMap((words) => {
      const start = sentence.toLowerCase().indexOf(words.toLowerCase());
      return start < 0 ? [] : [{ start, end: start + words.length, fact }];
    }),
  );
}
