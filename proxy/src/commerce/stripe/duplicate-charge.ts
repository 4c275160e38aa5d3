import type { Charge } from './charge';

/** Two charges that look like one payment taken twice. */
export interface DuplicateCharge {
  earlier: Charge;
  later: Charge;
  minutesApart: number;
  /** high: for one order. medium: for two orders, which may both be wanted. */
  confidence: 'high' | 'medium';
}

const WINDOW_MINUTES = 10;

/**
 * Finds payments taken twice: both succeeded, captured and not fully refunded, the same amount and currency from the
 * same card within ten minutes, by two different payments. A first try that failed is not a payment.
 */
export function findDuplicateCharges(charges: readonly Charge[]): DuplicateCharge[] {
  const taken = charges
    .filter((charge) => charge.status === 'succeeded' && charge.captured && !charge.fullyRefunded)
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id));
  return taken.flatMap((later, index) => {
    const earlier = taken.slice(0, index).findLast((other) => samePayment(other, later));
    if (!earlier) return [];
    const confidence = earlier.orderNumber !== null && earlier.orderNumber === later.orderNumber ? 'high' : 'medium';
    return [{ earlier, later, minutesApart: Math.round(minutesBetween(earlier, later)), confidence } as const];
  });
}

function samePayment(a: Charge, b: Charge): boolean {
  return (
    a.total.amount === b.total.amount &&
    a.total.currency === b.total.currency &&
    minutesBetween(a, b) <= WINDOW_MINUTES &&
    (a.paymentIntent === null || a.paymentIntent !== b.paymentIntent) &&
    sameCard(a, b)
  );
}

/** The fingerprint when both have one, else customer, brand and last digits together. */
function sameCard(a: Charge, b: Charge): boolean {
  if (a.fingerprint !== null && b.fingerprint !== null) return a.fingerprint === b.fingerprint;
  return (
    a.customer !== null &&
    a.customer === b.customer &&
    a.card !== null &&
    a.card.last4 === b.card?.last4 &&
    a.card.brand === b.card.brand
  );
}

const minutesBetween = (a: Charge, b: Charge) => Math.abs(Date.parse(b.createdAt) - Date.parse(a.createdAt)) / 60_000;
