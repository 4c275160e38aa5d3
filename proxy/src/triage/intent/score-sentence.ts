import { INTENTS, type Intent } from '../../contract/vocabulary';
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

/** A second sign of the same intent in one sentence counts less: the signs are not independent. */
const FURTHER_SIGN = 0.35;

function scoreOf(rules: readonly IntentRule[], sentence: string): number {
  let strongest = 0;
  let rest = 0;
  let against = 0;
  for (const { weight, pattern } of rules) {
    if (!pattern.test(sentence)) continue;
    if (weight < 0) against += weight;
    else if (weight > strongest) {
      rest += strongest;
      strongest = weight;
    } else rest += weight;
  }
  return Math.max(0, strongest + FURTHER_SIGN * rest + against);
}

/** Beside a clear sign a mere hint of something else says little. */
const CLEAR_SIGN = 2.4;
const MERE_HINT = 1.9;
const HINT_BESIDE_SIGN = 0.4;

/** Adds up the rules of every intent for one folded sentence; 0 means no sign at all. */
export function scoreSentence(sentence: string): Scores {
  const scores = {} as Scores;
  for (const intent of INTENTS) scores[intent] = scoreOf(RULES[intent], sentence);
  if (Math.max(...Object.values(scores)) < CLEAR_SIGN) return scores;
  for (const intent of INTENTS) if (scores[intent] < MERE_HINT) scores[intent] *= HINT_BESIDE_SIGN;
  return scores;
}
