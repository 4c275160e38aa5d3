import { journeys } from './journeys';
import { lineOf, orderOf, shipmentOf } from './order-builder';
import type { ScenarioCustomer, ScenarioOrder } from './scenario-order';

const FIRST = 30_000;
const LAST = 39_999;
const NAMES = ['Robin Keller', 'Sam Okafor', 'Noor Haddad', 'Kim Larsen', 'Lou Marchetti'];

/** The plain order of a number from 30000 to 39999, the same every time; undefined for other numbers. */
export function generatedOrder(number: number): ScenarioOrder | undefined {
  if (!Number.isInteger(number) || number < FIRST || number > LAST) return undefined;
  const name = String(number);
  const carrier = number % 3 === 0 ? 'fedex' : 'ups';
  const fate = number % 10;
  const journey =
    fate < 5 ? journeys.inTransit : fate < 7 ? journeys.delivered : fate < 8 ? journeys.outForDelivery : null;
  return orderOf(name, {
    customer: generatedCustomer(number),
    lines: [journey ? lineOf(number) : lineOf(number, 1, 1)],
    placedDaysAgo: journey ? 5 : 1,
    shipments: journey ? [shipmentOf(name, 0, carrier, journey)] : [],
  });
}

/** The number in the address of a generated order's customer, or undefined. */
export function generatedNumberOf(email: string): number | undefined {
  const match = /^customer(\d{5})@example\.com$/.exec(email);
  return match ? Number(match[1]) : undefined;
}

function generatedCustomer(number: number): ScenarioCustomer {
  return {
    email: `customer${number}@example.com`,
    name: NAMES[number % NAMES.length]!,
    city: 'Munich',
    zip: '80331',
    stripeId: `cus_RCC${number}`,
    fingerprint: `RCCcard${number}0000`,
  };
}
