import { type Rule } from './rule';
import { orderRules } from './rules/order';

/** Every rule, by code. */
export const allRules: readonly Rule[] = [...orderRules].sort((a, b) => a.code.localeCompare(b.code));
