import type { ScenarioCharge, ScenarioOrder } from '../scenarios/scenario-order';
import {
  chargeById,
  chargesByIntent,
  namedOrders,
  orderByExactNumber,
  orderBySerial,
  ordersByEmail,
  ordersByNumber,
  ordersByStripeCustomer,
  serialOf,
} from '../scenarios/scenario-store';

export interface PaidOrder {
  order: ScenarioOrder;
  charge: ScenarioCharge;
}

/** The orders the shop and Stripe know. */
export interface OrderBook {
  /** Orders whose number begins with the text. */
  byNumber(text: string): readonly ScenarioOrder[];
  byExactNumber(number: string): ScenarioOrder | undefined;
  byEmail(email: string): readonly ScenarioOrder[];
  byStripeCustomer(id: string): readonly ScenarioOrder[];
  bySerial(serial: number): ScenarioOrder | undefined;
  charge(id: string): PaidOrder | undefined;
  /** The charges of a payment intent, oldest first. */
  chargesOfIntent(id: string): readonly PaidOrder[];
  /** All that can be listed: the ordinary orders of generated numbers are too many. */
  listed(): readonly ScenarioOrder[];
}

/** The orders of the scenarios; with `more`, those of a test beside them. */
export function createOrderBook(more: readonly ScenarioOrder[]): OrderBook {
  const byNumber = new Map(more.map((order) => [order.number, order]));
  const bySerial = new Map(more.map((order) => [serialOf(order), order]));
  const paid = more.flatMap((order) => order.charges.map((charge): PaidOrder => ({ order, charge })));
  const byCharge = new Map(paid.map((one) => [one.charge.id, one]));
  const byIntent = groupedByIntent(paid);
  return {
    byNumber(text) {
      const own = byNumber.get(text);
      return own ? [own] : ordersByNumber(text);
    },
    byExactNumber: (number) => byNumber.get(number) ?? orderByExactNumber(number),
    byEmail: (email) => [
      ...more.filter(({ customer }) => customer.email === email.toLowerCase()),
      ...ordersByEmail(email),
    ],
    byStripeCustomer: (id) => [
      ...more.filter(({ customer }) => customer.stripeId === id),
      ...ordersByStripeCustomer(id),
    ],
    bySerial: (serial) => bySerial.get(serial) ?? orderBySerial(serial),
    charge: (id) => byCharge.get(id) ?? chargeById(id),
    chargesOfIntent: (id) => byIntent.get(id) ?? chargesByIntent(id),
    listed: () => [...more, ...namedOrders()],
  };
}

function groupedByIntent(paid: readonly PaidOrder[]): Map<string, PaidOrder[]> {
  const groups = new Map<string, PaidOrder[]>();
  for (const one of paid) {
    const group = groups.get(one.charge.paymentIntent);
    if (group) group.push(one);
    else groups.set(one.charge.paymentIntent, [one]);
  }
  return groups;
}
