import { INTENTS, type Intent } from '../../contract/vocabulary';
import { PatternIndex } from '../matching/pattern-index';
import { type IntentRule } from './rule-table';
import { DELIVERY_ISSUE_RULES } from './rules/delivery-issue';
import { GENERAL_COMPLAINT_RULES } from './rules/general-complaint';
import { ORDER_TRACKING_RULES } from './rules/order-tracking';
import { OTHER_RULES } from './rules/other';
import { PAYMENT_ISSUE_RULES } from './rules/payment-issue';
import { PRODUCT_INFORMATION_RULES } from './rules/product-information';
import { RETURNS_RULES } from './rules/returns';

export type Scores = Record<Intent, number>;

/** Intents that name a matter of their own. */
export const CONCRETE_INTENTS = INTENTS.filter((intent) => intent !== 'general_complaint' && intent !== 'other');

const RULES: Readonly<Record<Intent, readonly IntentRule[]>> = {
  order_tracking: ORDER_TRACKING_RULES,
  returns: RETURNS_RULES,
  product_information: PRODUCT_INFORMATION_RULES,
  delivery_issue: DELIVERY_ISSUE_RULES,
  payment_issue: PAYMENT_ISSUE_RULES,
  general_complaint: GENERAL_COMPLAINT_RULES,
  other: OTHER_RULES,
};

/** Every rule with its intent's place, and which of them can speak in a sentence at all. */
const ALL_RULES = INTENTS.flatMap((intent, of) =>
  RULES[intent].map(({ weight, pattern }) => ({ of, weight, pattern })),
);
const index = new PatternIndex(ALL_RULES.map(({ pattern }) => pattern));

/** A second sign of the same intent in one sentence counts less: the signs are not independent. */
const FURTHER_SIGN = 0.35;

/** Beside a clear sign a mere hint of something else says little. */
const CLEAR_SIGN = 2.4;
const MERE_HINT = 1.9;
const HINT_BESIDE_SIGN = 0.4;

/** Adds up the rules of every intent for one folded sentence; 0 means no sign at all. */
export function scoreSentence(sentence: string): Scores {
  const strongest = INTENTS.map(() => 0);
  const rest = INTENTS.map(() => 0);
  const against = INTENTS.map(() => 0);
  const possible = index.possibleIn(sentence);
  ALL_RULES.forEach(({ of, weight, pattern }, i) => {
    if (possible[i] === 0 || !pattern.test(sentence)) return;
    if (weight < 0) against[of]! += weight;
    else if (weight > strongest[of]!) {
      rest[of]! += strongest[of]!;
      strongest[of] = weight;
    } else rest[of]! += weight;
  });
  const scores = {} as Scores;
  INTENTS.forEach((intent, of) => {
    scores[intent] = Math.max(0, strongest[of]! + FURTHER_SIGN * rest[of]! + against[of]!);
  });
  if (Math.max(...Object.values(scores)) < CLEAR_SIGN) return scores;
  for (const intent of INTENTS) if (scores[intent] < MERE_HINT) scores[intent] *= HINT_BESIDE_SIGN;
  return scores;
}
