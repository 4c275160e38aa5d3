import type { Intent, Team } from '../contract/vocabulary';

/**
 * The team of each intent where nothing names one; a message that was read has its team from the triage policy.
 */
export const TEAM_BY_INTENT: Readonly<Record<Intent, Team>> = {
  order_tracking: 'orders',
  returns: 'returns',
  product_information: 'products',
  delivery_issue: 'delivery',
  payment_issue: 'payments',
  general_complaint: 'care',
  other: 'care',
};
