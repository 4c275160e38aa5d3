import type { Journey } from './journeys';
import type { ScenarioCharge, ScenarioCustomer, ScenarioLine, ScenarioOrder, ScenarioShipment } from './scenario-order';
import { fedexNumber, upsNumber } from './tracking-numbers';

export const DEMO_CUSTOMER: ScenarioCustomer = {
  email: 'customer@example.com',
  name: 'Jamie Rivera',
  city: 'Berlin',
  zip: '10115',
  stripeId: 'cus_RCCdemo1',
  fingerprint: 'RCCdemoCard00001',
};

export const OTHER_CUSTOMER: ScenarioCustomer = {
  email: 'other@example.com',
  name: 'Alex Fremont',
  city: 'Hamburg',
  zip: '20095',
  stripeId: 'cus_RCCdemo2',
  fingerprint: 'RCCdemoCard00002',
};

/** Whose parcels show every status code of the carriers. */
export const CODES_CUSTOMER: ScenarioCustomer = {
  ...OTHER_CUSTOMER,
  email: 'parcels@example.com',
  name: 'Charlie Novak',
  stripeId: 'cus_RCCdemo3',
  fingerprint: 'RCCdemoCard00003',
};

/** About whose orders every vendor misbehaves in every way. */
export const TROUBLE_CUSTOMER: ScenarioCustomer = {
  ...OTHER_CUSTOMER,
  email: 'trouble@example.com',
  name: 'Robin Sundberg',
  stripeId: 'cus_RCCdemo4',
  fingerprint: 'RCCdemoCard00004',
};

const PRODUCTS: [title: string, sku: string, unitMinor: number][] = [
  ['Linen Shirt', 'LIN-SHI-M', 4990],
  ['Trail Running Shoes', 'TRA-SHO-42', 8900],
  ['Ceramic Mug Set', 'CER-MUG-4', 3450],
  ['Wool Scarf', 'WOO-SCA-G', 2995],
  ['Canvas Backpack', 'CAN-BAC-B', 6400],
  ['Desk Lamp', 'DES-LAM-W', 3990],
];

/** A line of the shop's small catalogue; positions wrap around. */
export function lineOf(product: number, quantity = 1, unfulfilled = 0): ScenarioLine {
  const [title, sku, unitMinor] = PRODUCTS[product % PRODUCTS.length]!;
  return { title, sku, quantity, unfulfilled, unitMinor };
}

/** The digits of an order number, from which parcel and charge ids are made. */
export const digitsOf = (number: string): number => Number(/\d+/.exec(number)![0]);

const COMPANIES = { ups: 'UPS', fedex: 'FedEx' } as const;

/** A shipment of an order with a number of its own. */
export function shipmentOf(
  number: string,
  position: number,
  carrier: 'ups' | 'fedex',
  journey: Journey,
  more: Partial<ScenarioShipment> = {},
): ScenarioShipment {
  const make = carrier === 'ups' ? upsNumber : fedexNumber;
  return {
    carrier,
    company: COMPANIES[carrier],
    trackingNumber: make(digitsOf(number), position),
    cancelled: false,
    lines: [position],
    ...journey,
    ...more,
  };
}

/** A charge of an order; `position` makes its id. */
export function chargeOf(
  number: string,
  position: number,
  minor: number,
  more: Partial<ScenarioCharge> = {},
): ScenarioCharge {
  const suffix = `${String(digitsOf(number)).padStart(6, '0')}${position}`;
  return {
    id: `ch_3RCC${suffix}`,
    minor,
    minutesAfter: position * 3,
    status: 'succeeded',
    paymentIntent: `pi_3RCC${suffix}`,
    ...more,
  };
}

/** The price of a line after its discounts. */
export const priceOf = (line: ScenarioLine): number => line.unitMinor * line.quantity - (line.discountMinor ?? 0);

export const totalOf = (lines: readonly ScenarioLine[]): number => lines.reduce((sum, line) => sum + priceOf(line), 0);

/** An order with the usual rest: one line, paid by one charge, placed five days ago, shipped if it has a shipment. */
export function orderOf(number: string, given: Partial<ScenarioOrder>): ScenarioOrder {
  const seed = digitsOf(number);
  const lines = given.lines ?? [lineOf(seed)];
  const shipments = given.shipments ?? [];
  return {
    number,
    customer: DEMO_CUSTOMER,
    placedDaysAgo: 5,
    // Orders are spread over the day, so that payments of one card do not look like one payment taken twice.
    placedMinute: (seed * 13) % 1440,
    lines,
    shipments,
    charges: [chargeOf(number, 0, totalOf(lines))],
    financialStatus: 'PAID',
    fulfillmentStatus: shipments.length > 0 ? 'FULFILLED' : 'UNFULFILLED',
    ...given,
  };
}
