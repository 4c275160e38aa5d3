import type { ScenarioCharge, ScenarioOrder } from '../scenarios/scenario-order';
import { statusOfRefund } from '../state/charge-refunds';
import type { ChargeRefund } from '../state/order-history';
import { currencyOf } from './charge-view';

/** A refund as Stripe sends it (object `refund`). */
export function refundView(order: ScenarioOrder, charge: ScenarioCharge, refund: ChargeRefund, now: Date) {
  const status = statusOfRefund(refund, now);
  return {
    id: refund.id,
    object: 'refund',
    amount: refund.minor,
    balance_transaction: refund.id.replace(/^re_/, 'txn_'),
    charge: charge.id,
    created: Math.floor(refund.at.getTime() / 1000),
    currency: currencyOf(order),
    ...(status === 'failed' ? { failure_reason: refund.failureReason ?? 'expired_or_canceled_card' } : {}),
    metadata: refund.metadata,
    payment_intent: charge.paymentIntent,
    reason: refund.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status,
    transfer_reversal: null,
  };
}
