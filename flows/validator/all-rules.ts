import { type Rule } from './rule';
import { answerRules } from './rules/answers';
import { declarationRules } from './rules/declarations';
import { expressionRules } from './rules/expressions';
import { limitRules } from './rules/limits';
import { nameRules } from './rules/names';
import { orderRules } from './rules/order';
import { referenceRules } from './rules/references';
import { scheduleRules } from './rules/schedule';
import { variableRules } from './rules/variables';

/** Every rule, by code. */
export const allRules: readonly Rule[] = [
  answerRules,
  declarationRules,
  expressionRules,
  limitRules,
  nameRules,
  orderRules,
  referenceRules,
  scheduleRules,
  variableRules,
]
  .flat()
  .sort((a, b) => a.code.localeCompare(b.code));
