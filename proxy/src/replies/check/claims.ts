import { matches } from './matches';
import { rememberFixedTexts } from './remember';
import { STATE_PATTERNS, type ClaimedState } from './status-words';

/** A state claimed by some words of a sentence. */
export interface Claim {
  state: ClaimedState;
  /** `not`: the words deny it. */
  polarity: 'is' | 'not';
  /** `fact`: said to be so. `rule`: said to be possible or to follow from something ("once delivered", "can be …"). */
  mood: 'fact' | 'rule';
  text: string;
  start: number;
  end: number;
}

const DENIAL =
  /(?<!\p{L})(?:not|never|no|nor|neither|without|unable|cannot|yet to be|nunca|jamás|sin|tampoco|aún no|todavía no)(?!\p{L})(?! only)|n't(?!\p{L})/iu;
const CONDITION =
  /(?<!\p{L})(?:if|once|unless|until|whether|as soon as|as long as|before|should you|in case|si|una vez|hasta que|salvo|antes de|en cuanto|siempre que|en caso)(?!\p{L})/iu;
const TIMELESS =
  /(?<!\p{L})(?:when|whenever|after|every|each|any|cuando|después de|tras|cada|cualquier)(?!\p{L})(?![^,;:]*(?<!\p{L})(?:was|were|has|have|fue|ha|han)(?!\p{L}))/iu;
const POSSIBILITY =
  /(?<!\p{L})(?:can|may|might|must|could|should|(?<!(?:seem|appear)s? )to|please|(?:se )?puede[ns]?|pueda[ns]?|podrían?|deben?|para)(?: not| never| also| still|n't)? (?:be |have |get |ser |estar |haber )?(?:\p{L}+ly )?$/iu;
const PARTICIPLE_RULE =
  /(?<!\p{L})(?:can|may|might|must|could|cannot|can't|puede[ns]?|pueda[ns]?|deben?)(?!\p{L})[^,;:]{0,40}$/iu;

/** "Still waiting to be shipped": it is not. */
const NOT_YET =
  /(?<!\p{L})(?:wait(?:s|ing)|remains?|needs?|(?:still|yet) (?:has|have|needs?)|(?:has|have) (?:yet|still)) to be $/iu;

/** Where the clause around a position begins: after the last break of the sentence before it. */
function clauseStart(sentence: string, position: number): number {
  let start = 0;
  for (const match of sentence.slice(0, position).matchAll(/[,;:()]\s|\s-\s|\s(?:but|pero)\s/g)) {
    start = match.index + match[0].length;
  }
  return start;
}

/**
 * The states a sentence claims. A question claims nothing.
 *
 * @param sentence one sentence of a {@link plainText}
 */
export const claimsOf = rememberFixedTexts((sentence: string): readonly Claim[] => {
  if (/\?["')\s]*$/.test(sentence)) return [];
  const claims: Claim[] = [];
  let visible = sentence;
  for (const [state, pattern] of STATE_PATTERNS) {
    for (const match of matches(pattern, visible)) {
      const start = match.index;
      const end = start + match[0].length;
      visible = visible.slice(0, start) + ' '.repeat(end - start) + visible.slice(end);
      const before = sentence.slice(clauseStart(sentence, start), start);
      const isNotYet = NOT_YET.test(before);
      const mood =
        !isNotYet &&
        (CONDITION.test(before) || TIMELESS.test(before) || POSSIBILITY.test(before) || PARTICIPLE_RULE.test(before))
          ? 'rule'
          : 'fact';
      const polarity = isNotYet || DENIAL.test(before) || DENIAL.test(match[0]) ? 'not' : 'is';
      claims.push({ state, polarity, mood, text: match[0], start, end });
    }
  }
  return claims.sort((a, b) => a.start - b.start);
});
