import type { ScenarioCharge, ScenarioOrder } from '../scenarios/scenario-order';
import type { ChargeView } from './charge-view';

/**
 * A payment intent as Stripe sends it (object `payment_intent`).
 * @param attempts its charges, oldest first; at least one
 */
export function intentView(order: ScenarioOrder, attempts: { charge: ScenarioCharge; view: ChargeView }[]) {
  const { charge, view } = attempts.at(-1)!;
  const succeeded = charge.status === 'succeeded';
  const canceled = !succeeded && order.cancelled !== undefined;
  return {
    id: charge.paymentIntent,
    object: 'payment_intent',
    amount: charge.minor,
    amount_capturable: 0,
    amount_received: succeeded ? charge.minor : 0,
    cancellation_reason: canceled ? 'requested_by_customer' : null,
    capture_method: 'automatic',
    confirmation_method: 'automatic',
    created: view.created,
    currency: view.currency,
    customer: view.customer,
    description: view.description,
    latest_charge: charge.id,
    livemode: false,
    metadata: view.metadata,
    payment_method: view.payment_method,
    payment_method_types: ['card'],
    receipt_email: view.receipt_email,
    status: succeeded ? 'succeeded' : canceled ? 'canceled' : 'requires_payment_method',
  };
}
