import { journeys } from './journeys';
import { chargeOf, lineOf, orderOf, shipmentOf, totalOf } from './order-builder';
import type { ScenarioCharge, ScenarioOrder } from './scenario-order';

/** A delivered order of two lines (49.90 and 89.00 EUR), older than the demonstration's. */
function paid(number: string, more: Partial<ScenarioOrder>): ScenarioOrder {
  const lines = [lineOf(0), lineOf(1)];
  return orderOf(number, {
    placedDaysAgo: 7,
    lines,
    shipments: [shipmentOf(number, 0, 'ups', journeys.delivered, { lines: [0, 1] })],
    ...more,
  });
}

const TOTAL = totalOf([lineOf(0), lineOf(1)]);
const charged = (number: string, more: Partial<ScenarioCharge>) => [chargeOf(number, 0, TOTAL, more)];

/** Orders about money; their numbers are fixed. */
export const paymentOrders: ScenarioOrder[] = [
  paid('12390', {
    financialStatus: 'PARTIALLY_REFUNDED',
    refunds: [{ minor: 4990, daysAgo: 1, lines: [{ line: 0, quantity: 1 }] }],
    charges: charged('12390', { refunds: [{ minor: 4990, daysAgo: 1, status: 'succeeded' }] }),
  }),
  paid('12391', {
    financialStatus: 'REFUNDED',
    refunds: [{ minor: TOTAL, daysAgo: 1, lines: [0, 1].map((line) => ({ line, quantity: 1 })) }],
    charges: charged('12391', { refunds: [{ minor: TOTAL, daysAgo: 1, status: 'succeeded' }] }),
  }),
  paid('12392', {
    financialStatus: 'REFUNDED',
    refunds: [{ minor: TOTAL, daysAgo: 1 }],
    charges: charged('12392', { refunds: [{ minor: TOTAL, daysAgo: 1, status: 'pending' }] }),
  }),
  paid('12393', {
    financialStatus: 'PARTIALLY_REFUNDED',
    refunds: [{ minor: 8900, daysAgo: 2 }],
    charges: charged('12393', {
      refunds: [{ minor: 8900, daysAgo: 2, status: 'failed', failureReason: 'expired_or_canceled_card' }],
    }),
  }),
  paid('12394', {
    charges: charged('12394', {
      dispute: {
        status: 'needs_response',
        reason: 'product_not_received',
        daysAgo: 2,
        dueInDays: 7,
        refundable: false,
      },
    }),
  }),
  paid('12395', {
    charges: charged('12395', {
      dispute: {
        status: 'warning_needs_response',
        reason: 'credit_not_processed',
        daysAgo: 1,
        dueInDays: 9,
        refundable: true,
      },
    }),
  }),
  paid('12396', {
    gateway: 'shopify_payments',
    charges: [],
    shopDisputes: [{ initiatedAs: 'CHARGEBACK', status: 'NEEDS_RESPONSE' }],
  }),
  // The card was declined first; the second try of the same payment went through.
  paid('12397', {
    charges: [
      chargeOf('12397', 0, TOTAL, { status: 'failed' }),
      chargeOf('12397', 1, TOTAL, { paymentIntent: chargeOf('12397', 0, TOTAL).paymentIntent }),
    ],
  }),
  // Taken twice, and one of the two given back already.
  paid('12398', {
    placedDaysAgo: 8,
    charges: [
      chargeOf('12398', 0, TOTAL),
      chargeOf('12398', 1, TOTAL, { refunds: [{ minor: TOTAL, daysAgo: 3, status: 'succeeded' }] }),
    ],
  }),
  yen('12400'),
  // The shop keeps its books in pounds; the customer paid in euros.
  paid('12401', { shopMoney: { currency: 'GBP', rate: 0.86 } }),
  paid('12402', { guest: true }),
  paid('12403', { customerWithheld: true }),
  paid('12404', { returns: [{ status: 'OPEN', daysAgo: 0, quantity: 1 }] }),
];

/** A currency without cents: 4,990 of it is 4,990 yen. */
function yen(number: string): ScenarioOrder {
  const lines = [lineOf(0)];
  return {
    ...paid(number, { currency: 'JPY', lines, charges: [chargeOf(number, 0, totalOf(lines))] }),
    shipments: [shipmentOf(number, 0, 'ups', journeys.delivered, { lines: [0] })],
  };
}
