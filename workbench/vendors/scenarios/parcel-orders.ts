import { journeys } from './journeys';
import { digitsOf, lineOf, orderOf, shipmentOf } from './order-builder';
import type { ScenarioOrder, ScenarioShipment } from './scenario-order';
import { upsNumber } from './tracking-numbers';

/** An older order, so that a list of the customer's latest orders still begins with the demonstration's. */
const shipped = (
  number: string,
  carrier: 'ups' | 'fedex',
  journey: keyof typeof journeys,
  more: Partial<ScenarioShipment> = {},
): ScenarioOrder =>
  orderOf(number, {
    placedDaysAgo: 6,
    shipments: [shipmentOf(number, 0, carrier, journeys[journey], { lines: [0], ...more })],
  });

const parcel = (number: string, position: number) => upsNumber(digitsOf(number), position);
const page = (number: string) => `https://www.ups.com/track?tracknum=${number}`;

/** Orders whose parcels are told of in unusual ways; their numbers are fixed. */
export const parcelOrders: ScenarioOrder[] = [
  // The shop keeps three rows of one shipment: one complete, one without a company, one without a number.
  shipped('12364', 'ups', 'inTransit', {
    trackingRows: [
      { company: 'UPS', number: parcel('12364', 0), url: page(parcel('12364', 0)) },
      { company: null, number: parcel('12364', 1), url: null },
      { company: 'UPS', number: null, url: null },
    ],
    companions: [{ trackingNumber: parcel('12364', 1), scans: journeys.delivered.scans }],
  }),
  shipped('12365', 'ups', 'inTransit', { trackingRows: [] }),
  shipped('12366', 'fedex', 'inTransit', { company: '' }),
  shipped('12367', 'ups', 'inTransit', {
    companions: [{ trackingNumber: parcel('12367', 1), scans: journeys.delivered.scans }],
    unlisted: 1,
  }),
  shipped('12368', 'fedex', 'announced'),
  shipped('12369', 'ups', 'reported'),
  shipped('12370', 'fedex', 'rescheduled'),
  shipped('12371', 'ups', 'rescheduled', { window: { kind: 'confirmed', from: '09:00', to: '11:00' } }),
  shipped('12372', 'ups', 'refused'),
  shipped('12373', 'fedex', 'returned'),
  shipped('12374', 'ups', 'delivered', {
    displayStatus: 'IN_TRANSIT',
    shopScans: journeys.inTransit.scans,
  }),
  // The shop was told of the delivery after the last scan that UPS shows.
  shipped('12375', 'ups', 'overdue', { displayStatus: 'DELIVERED', shopScans: journeys.delivered.scans }),
  shipped('12376', 'ups', 'deliveredLate', { bareTimes: true }),
  shipped('12377', 'fedex', 'deliveredLate'),
  shipped('12378', 'fedex', 'inTransit', { bareTimes: true }),
  shipped('12379', 'fedex', 'inTransit', { unknown: 'error' }),
  shipped('12380', 'ups', 'atCustoms'),
  shipped('12381', 'fedex', 'heldForPickup'),
  shipped('12382', 'ups', 'overdue'),
  { ...shipped('12383', 'ups', 'silent'), placedDaysAgo: 13 },
  // The shop no longer shows it; carrier and payment provider still know it.
  { ...shipped('12384', 'ups', 'silent'), placedDaysAgo: 75, lines: [lineOf(5)] },
];
