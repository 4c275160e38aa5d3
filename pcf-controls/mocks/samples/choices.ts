import type { Choice } from '../dataset-record';

const FIRST = 727000000;
const labelled = <Word extends string>(
  labels: Readonly<Record<Word, string>>,
  values?: Readonly<Record<Word, number>>,
) =>
  Object.fromEntries(
    Object.entries<string>(labels).map(([word, label], index) => [
      word,
      { value: values?.[word as Word] ?? FIRST + index, label },
    ]),
  ) as Readonly<Record<Word, Choice>>;

/** The choices of the product's tables by their words. */
export const INTENT = labelled({
  order_tracking: 'Order tracking',
  returns: 'Returns',
  product_information: 'Product information',
  delivery_issue: 'Delivery issue',
  payment_issue: 'Payment issue',
  general_complaint: 'General complaint',
  other: 'Other',
});
export type Intent = keyof typeof INTENT;

export const CHANNEL = labelled({ email: 'Email', chat: 'Chat', app: 'App' });
export const PRIORITY = labelled({ low: 'Low', normal: 'Normal', high: 'High', critical: 'Critical' });
export type Priority = keyof typeof PRIORITY;
export const SENTIMENT = labelled({ positive: 'Positive', neutral: 'Neutral', negative: 'Negative' });
export const TEAM = labelled({
  orders: 'Orders',
  returns: 'Returns',
  products: 'Products',
  delivery: 'Delivery',
  payments: 'Payments',
  care: 'Care',
});
export const DIRECTION = labelled({ inbound: 'Inbound', outbound: 'Outbound' });
export const AUTHOR = labelled({ customer: 'Customer', agent: 'Agent', automatic: 'Automatic' });
export const MESSAGE_STATUS = labelled({
  received: 'Received',
  queued: 'Queued',
  sent: 'Sent',
  failed: 'Failed',
  unknown: 'Unknown',
});
export const METRIC_SCOPE = labelled({ intent: 'Intent', agent: 'Agent', hour: 'Hour', day: 'Day' });
export const STATUS = labelled(
  {
    new: 'New',
    answered: 'Answered',
    unassigned: 'Unassigned',
    assigned: 'Assigned',
    in_progress: 'In progress',
    waiting: 'Waiting for customer',
    escalated: 'Escalated',
    resolved: 'Resolved',
    closed: 'Closed',
  },
  {
    new: 1,
    answered: FIRST + 1,
    unassigned: FIRST + 2,
    assigned: FIRST + 3,
    in_progress: FIRST + 4,
    waiting: FIRST + 5,
    escalated: FIRST + 6,
    resolved: FIRST + 7,
    closed: 2,
  },
);
