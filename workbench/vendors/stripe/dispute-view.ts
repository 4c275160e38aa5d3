import { dayFrom, instantOf } from '../scenarios/scenario-clock';
import type { ScenarioCharge, ScenarioDispute, ScenarioOrder } from '../scenarios/scenario-order';
import { currencyOf } from './charge-view';

const seconds = (instant: Date) => Math.floor(instant.getTime() / 1000);

/** A dispute as Stripe sends it (object `dispute`). */
export function disputeView(order: ScenarioOrder, charge: ScenarioCharge, dispute: ScenarioDispute, now: Date) {
  const due = dispute.dueInDays === null ? null : new Date(`${dayFrom(now, dispute.dueInDays)}T23:59:59Z`);
  return {
    id: charge.id.replace(/^ch_/, 'dp_'),
    object: 'dispute',
    amount: dispute.minor ?? charge.minor,
    balance_transactions: [],
    charge: charge.id,
    created: seconds(instantOf(now, dispute.daysAgo, '09:00')),
    currency: currencyOf(order),
    evidence: {},
    evidence_details: {
      due_by: due && seconds(due),
      has_evidence: false,
      past_due: due !== null && due.getTime() < now.getTime(),
      submission_count: 0,
    },
    is_charge_refundable: dispute.refundable,
    livemode: false,
    metadata: {},
    payment_intent: charge.paymentIntent,
    reason: dispute.reason,
    status: dispute.status,
  };
}
