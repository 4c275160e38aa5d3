import { type Static, Type } from '@sinclair/typebox';
import { instant, list, nullable, optional, text } from '../contract/schema';
import type { PaymentChanged } from '../events/changed-facts';
import { readAmount } from './body-check';
import { shopOrderId } from './shopify-order';

const id = (meaning: string) => Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: meaning });

const Transaction = Type.Object({
  id: id('The id of the transaction.'),
  kind: text('Kind', 'What kind of transaction it is.', { maxLength: 60 }),
  status: text('Status', 'The state of the transaction.', { maxLength: 60 }),
  gateway: optional(nullable(text('Gateway', 'Through whom the money goes.', { maxLength: 255 }))),
  amount: text('Amount', 'The amount.'),
  currency: text('Currency', 'The currency of the amount.'),
});

/** A refund in a webhook, cut to what is read. Source: shopify.dev, REST resource Refund. */
export const WireRefund = Type.Object({
  id: id('The id of the refund.'),
  order_id: id('The id of the order.'),
  created_at: instant('Created At', 'When the refund was made.'),
  transactions: list(Transaction, 'Transactions', 'How the money goes back.', { maxItems: 100 }),
});

/** One payment per transaction that gives money back; a refund of goods alone has none. */
export function readRefund(
  refund: Static<typeof WireRefund>,
): Omit<PaymentChanged, 'change' | 'delivery_id' | 'version'>[] {
  return refund.transactions.flatMap((transaction, index) =>
    transaction.kind !== 'refund'
      ? []
      : {
          vendor: 'shopify' as const,
          changed_at: new Date(refund.created_at).toISOString(),
          transaction: 'refund' as const,
          transaction_id: `gid://shopify/OrderTransaction/${transaction.id}`,
          charge_id: null,
          // The webhook names the order by its id alone.
          order_id: null,
          shop_id: shopOrderId(refund.order_id),
          total: readAmount(transaction.amount, transaction.currency, `body/transactions/${index}/amount`),
          status: transaction.status.toLowerCase(),
          disputed: null,
          reason: null,
          due_by: null,
          gateway: transaction.gateway ?? null,
          action_key: null,
          created_at: new Date(refund.created_at).toISOString(),
        },
  );
}
