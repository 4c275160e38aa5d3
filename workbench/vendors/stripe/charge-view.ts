import { minuteOf } from '../scenarios/scenario-clock';
import type { ScenarioCharge, ScenarioOrder } from '../scenarios/scenario-order';
import { givenBack, refundsOfCharge } from '../state/charge-refunds';
import { NO_HISTORY, type OrderHistory } from '../state/order-history';

export const currencyOf = (order: ScenarioOrder): string => (order.currency ?? 'EUR').toLowerCase();

/**
 * A charge as Stripe sends it (object `charge`), cut to fields that are always present and those that are read.
 * @param history what has happened to the order since its scenario began
 */
export function chargeView(
  order: ScenarioOrder,
  charge: ScenarioCharge,
  now: Date,
  history: OrderHistory = NO_HISTORY,
) {
  const { customer, guest = false } = order;
  const failed = charge.status === 'failed';
  const placed = minuteOf(now, order.placedDaysAgo, order.placedMinute).getTime();
  const refunded = givenBack(refundsOfCharge(charge, history, now), now);
  return {
    id: charge.id,
    object: 'charge',
    amount: charge.minor,
    amount_captured: failed ? 0 : charge.minor,
    amount_refunded: refunded,
    balance_transaction: failed ? null : charge.id.replace(/^ch_/, 'txn_'),
    billing_details: {
      address: { city: customer.city, country: 'DE', line1: null, line2: null, postal_code: customer.zip, state: null },
      email: guest ? null : customer.email,
      name: customer.name,
      phone: null,
    },
    captured: !failed,
    created: Math.floor(placed / 1000) + charge.minutesAfter * 60,
    currency: currencyOf(order),
    customer: guest ? null : customer.stripeId,
    description: `Order #${order.number}`,
    disputed: charge.dispute !== undefined,
    failure_code: failed ? 'card_declined' : null,
    failure_message: failed ? 'Your card was declined.' : null,
    livemode: false,
    metadata: { order_id: order.number },
    outcome: {
      network_status: failed ? 'declined_by_network' : 'approved_by_network',
      reason: null,
      risk_level: 'normal',
      seller_message: failed ? 'The bank did not return any further details with this decline.' : 'Payment complete.',
      type: failed ? 'issuer_declined' : 'authorized',
    },
    paid: !failed,
    payment_intent: charge.paymentIntent,
    payment_method: charge.id.replace(/^ch_/, 'pm_'),
    payment_method_details: {
      card: {
        brand: 'visa',
        country: 'DE',
        exp_month: 8,
        exp_year: 2030,
        fingerprint: customer.fingerprint,
        funding: 'credit',
        last4: '4242',
        network: 'visa',
      },
      type: 'card',
    },
    receipt_email: guest ? null : customer.email,
    refunded: refunded === charge.minor,
    status: charge.status,
  };
}

/** A charge on the wire. */
export type ChargeView = ReturnType<typeof chargeView>;
