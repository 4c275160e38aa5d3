import type { Intent, Team } from '../contract/vocabulary';

/** The team that owns each intent. */
export const TEAM_BY_INTENT: Readonly<Record<Intent, Team>> = {
  order_tracking: 'orders',
  returns: 'returns',
  product_information: 'products',
  delivery_issue: 'delivery',
  payment_issue: 'payments',
  general_complaint: 'care',
  other: 'care',
};
