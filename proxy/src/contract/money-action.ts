import type { Static } from '@sinclair/typebox';
import { Money } from './order-context';
import {
  answerObject,
  choice,
  count,
  flag,
  instant,
  list,
  nullable,
  optional,
  ref,
  replayed,
  requestObject,
  text,
} from './schema';

export const MONEY_ACTION_KINDS = ['refund', 'cancellation'] as const;
export type MoneyActionKind = (typeof MONEY_ACTION_KINDS)[number];

/** How far up an approver may go; what that means in money is in the money policy. */
export const APPROVER_LEVELS = ['standard', 'senior'] as const;
export type ApproverLevel = (typeof APPROVER_LEVELS)[number];

/**
 * Where a refund or cancellation stands. The first three have sent nothing; `running` goes on by itself; the last three
 * are ends that stay.
 */
export const MONEY_ACTION_STATES = [
  'approval_needed',
  'refused',
  'unavailable',
  'running',
  'done',
  'incomplete',
  'unknown',
] as const;
export type MoneyActionState = (typeof MONEY_ACTION_STATES)[number];

/** Why nothing was done. */
export const REFUSALS = [
  'order_not_found',
  'not_the_customers_order',
  'already_cancelled',
  'already_shipped',
  'already_refunded',
  'nothing_to_refund',
  'amount_too_high',
  'amount_invalid',
  'currency_differs',
  'line_unknown',
  'line_quantity',
  'dispute_open',
  'too_late',
  'above_every_limit',
  'no_approver',
  'approver_not_allowed',
  'approver_is_requester',
  'approval_expired',
  'amount_changed',
  'not_approved',
  'payment_not_found',
  'other_action_running',
  'vendor_refused',
  'not_set_up',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** The calls an action is made of, in the order they are sent. */
export const MONEY_STEPS = ['cancel_order', 'refund_payment', 'record_refund'] as const;
export type MoneyStep = (typeof MONEY_STEPS)[number];

/** An amount as decimal text. */
const AMOUNT = '^[0-9]{1,12}([.][0-9]{1,6})?$';

export const MoneyLine = requestObject('MoneyLine', 'A line of the order and how many of it.', {
  line_id: text('Line ID', 'The id of the line at the shop, as the order context gives it.', {
    minLength: 1,
    maxLength: 200,
  }),
  quantity: count('Quantity', 'How many of them.', { minimum: 1, maximum: 100_000 }),
});
export type MoneyLine = Static<typeof MoneyLine>;

export const Approver = requestObject('Approver', 'Somebody who may approve refunds and cancellations.', {
  address: text('Address', 'The e-mail address the approval is sent to.', { minLength: 3, maxLength: 320 }),
  level: choice(APPROVER_LEVELS, 'Level', 'Up to which amount: standard or senior.'),
});
export type Approver = Static<typeof Approver>;

export const MoneyApproval = requestObject('MoneyApproval', 'What a person decided.', {
  decided_by: text('Decided By', 'The e-mail address of the person who decided.', { minLength: 3, maxLength: 320 }),
  decided_at: instant('Decided At', 'When it was decided.'),
  outcome: text('Outcome', 'The outcome as the approval gives it; only Approve sends anything.', { maxLength: 200 }),
  comment: optional(text('Comment', 'What the person wrote.', { maxLength: 4000 })),
  amount: optional(
    text(
      'Amount Seen',
      'Digits with a dot, such as 49.90: what the person saw that would be given back; more than that is refused.',
      {
        pattern: AMOUNT,
        maxLength: 20,
      },
    ),
  ),
  currency: optional(
    text('Currency Seen', 'The ISO 4217 code of the amount seen; the order’s when left out or empty.', {
      maxLength: 3,
    }),
  ),
});
export type MoneyApproval = Static<typeof MoneyApproval>;

const common = {
  requester_email: text('Customer Address', "The customer's e-mail address; the order must be theirs.", {
    minLength: 3,
    maxLength: 320,
  }),
  order_id: text('Order Number', 'The order number in any spelling.', { minLength: 1, maxLength: 60 }),
  reason: text('Reason', 'Why the customer shall have it; the approver reads it.', { minLength: 1, maxLength: 4000 }),
  requested_by: text('Requested By', 'The e-mail address of the person who asked for it; may not approve it.', {
    minLength: 3,
    maxLength: 320,
  }),
  approvers: list(ref(Approver), 'Approvers', 'Who may approve, with their levels.', { maxItems: 100 }),
  approval: optional(ref(MoneyApproval)),
  action_number: optional(
    text('Action Number', 'The number of the request, for example MON-000001.', { maxLength: 40 }),
  ),
  ticket_id: optional(text('Ticket ID', 'The id of the ticket row.', { maxLength: 60 })),
  ticket_number: optional(text('Ticket Number', 'The number of the ticket.', { maxLength: 40 })),
};

export const RefundOrderRequest = requestObject(
  'RefundOrderRequest',
  'A refund: of an amount, of lines, or of all that is left. Without an approval nothing is sent.',
  {
    ...common,
    amount: optional(
      text('Amount', 'Digits with a dot, such as 49.90; all that is left when neither it nor lines are given.', {
        pattern: AMOUNT,
        maxLength: 20,
      }),
    ),
    currency: optional(
      text('Currency', 'The ISO 4217 code of the amount; the order’s when left out or empty.', { maxLength: 3 }),
    ),
    lines: optional(
      list(
        ref(MoneyLine),
        'Lines',
        'The lines to refund and how many of each; left out for a refund of an amount or of all that is left.',
        {
          minItems: 1,
          maxItems: 100,
        },
      ),
    ),
    restock: optional(flag('Restock', 'True when the products of the lines go back into stock; false when left out.')),
  },
);
export type RefundOrderRequest = Static<typeof RefundOrderRequest>;

export const CancelOrderRequest = requestObject(
  'CancelOrderRequest',
  'A cancellation of a whole order that has not been shipped; what was paid is given back. Without an approval nothing is sent.',
  {
    ...common,
    cancel_reason: optional(
      choice(
        ['customer', 'declined', 'fraud', 'inventory', 'other', 'staff'],
        'Cancel Reason',
        'The reason the shop keeps; customer when left out.',
      ),
    ),
    restock: optional(flag('Restock', 'True when the products go back into stock; true when left out.')),
    notify_customer: optional(flag('Notify Customer', 'True when the shop tells the customer; false when left out.')),
  },
);
export type CancelOrderRequest = Static<typeof CancelOrderRequest>;

export const GetMoneyActionRequest = requestObject('GetMoneyActionRequest', 'The refund or cancellation to look at.', {
  action_key: text('Action Key', 'The idempotency key it was started with.', { minLength: 1, maxLength: 255 }),
});
export type GetMoneyActionRequest = Static<typeof GetMoneyActionRequest>;

export const ApprovalAsked = answerObject('ApprovalAsked', 'Whom to ask, and what they need to know to decide.', {
  level: choice(APPROVER_LEVELS, 'Level', 'The level the amount needs.'),
  assigned_to: text('Assigned To', 'The addresses of those who may approve, separated by semicolons.'),
  title: text('Title', 'One line for the approval.'),
  details: text('Details', 'Order, payment, what was refunded before and what stands out, as Markdown.'),
});
export type ApprovalAsked = Static<typeof ApprovalAsked>;

export const MoneyActionStep = answerObject('MoneyActionStep', 'One call to a vendor.', {
  step: choice(MONEY_STEPS, 'Step', 'What it does.'),
  vendor: choice(['shopify', 'stripe'], 'Vendor', 'Who is asked.'),
  state: choice(
    ['planned', 'sent', 'done', 'refused', 'unknown'],
    'State',
    'planned: not sent yet. sent: sent, and the answer is not known yet. done, refused: the vendor said so. unknown: it cannot be found out.',
  ),
  amount: optional(ref(Money)),
  reference: nullable(text('Reference', 'The id at the vendor, or null.')),
  message: nullable(text('Message', 'What the vendor said against it, or null.')),
});
export type MoneyActionStep = Static<typeof MoneyActionStep>;

export const MoneyActionAnswer = answerObject('MoneyActionAnswer', 'Where a refund or cancellation stands.', {
  state: choice(
    MONEY_ACTION_STATES,
    'State',
    'approval_needed: nothing was sent, ask the people named in approval. refused: nothing was done, see refusal. unavailable: nothing was sent, ask again later. running: it goes on by itself, look again later. done. incomplete: a part was done and the rest refused, a person must look. unknown: it cannot be found out, a person must look at the vendor.',
  ),
  kind: choice(MONEY_ACTION_KINDS, 'Kind', 'A refund or a cancellation.'),
  order_id: nullable(text('Order Number', 'The order in the form ORD-12345, or null.')),
  amount: optional(ref(Money)),
  refusal: optional(choice(REFUSALS, 'Refusal', 'Why nothing was done.')),
  approval: optional(ref(ApprovalAsked)),
  steps: list(ref(MoneyActionStep), 'Steps', 'The calls to vendors, in the order they are sent.'),
  reference: nullable(text('Reference', 'The ids at the vendors in words for the row, or null.')),
  message: text('Message', 'What came of it, in words for the agent.'),
  needs_person: flag('Needs Person', 'True when somebody must look at it at the vendor.'),
  retry_after_seconds: nullable(count('Retry After', 'When to look again, in seconds; null when it has ended.')),
  replayed,
  duration_ms: count('Duration', 'How long the service worked on it, in milliseconds.'),
});
export type MoneyActionAnswer = Static<typeof MoneyActionAnswer>;
