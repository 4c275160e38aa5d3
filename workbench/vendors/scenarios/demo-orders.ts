import { journeys } from './journeys';
import { chargeOf, lineOf, orderOf, OTHER_CUSTOMER, shipmentOf, totalOf } from './order-builder';
import type { ScenarioOrder } from './scenario-order';

const shipped = (
  number: string,
  carrier: 'ups' | 'fedex',
  journey: keyof typeof journeys,
  more: Parameters<typeof shipmentOf>[4] = {},
): ScenarioOrder => orderOf(number, { shipments: [shipmentOf(number, 0, carrier, journeys[journey], more)] });

/** The orders described in the readme; their numbers are fixed. */
export const demoOrders: ScenarioOrder[] = [
  {
    ...shipped('12345', 'fedex', 'outForDelivery'),
    charges: [chargeOf('12345', 0, totalOf([lineOf(12345)]), { id: 'ch_1234567890' })],
  },
  orderOf('12346', {
    lines: [lineOf(0), lineOf(1), lineOf(2, 2, 2)],
    fulfillmentStatus: 'PARTIALLY_FULFILLED',
    shipments: [shipmentOf('12346', 0, 'ups', journeys.delivered), shipmentOf('12346', 1, 'ups', journeys.inTransit)],
  }),
  orderOf('12347', {
    lines: [lineOf(4)],
    financialStatus: 'REFUNDED',
    fulfillmentStatus: 'RESTOCKED',
    cancelled: { daysAgo: 3, reason: 'CUSTOMER' },
    refunds: [{ minor: 6400, daysAgo: 3, lines: [{ line: 0, quantity: 1 }] }],
    shipments: [shipmentOf('12347', 0, 'ups', journeys.voided, { cancelled: true })],
    charges: [chargeOf('12347', 0, 6400, { refunds: [{ minor: 6400, daysAgo: 3, status: 'succeeded' }] })],
  }),
  shipped('12348', 'ups', 'announced'),
  shipped('12349', 'ups', 'inTransit', { unknown: 'warning' }),
  shipped('12350', 'ups', 'inTransit', { unknown: 'not_found' }),
  shipped('12351', 'fedex', 'inTransit', { unknown: 'warning' }),
  shipped('12352', 'ups', 'deliveredWithoutProof'),
  shipped('12353', 'fedex', 'weather'),
  shipped('12354', 'ups', 'attempted'),
  {
    ...shipped('12355', 'ups', 'inTransit'),
    charges: [0, 1].map((position) => chargeOf('12355', position, totalOf([lineOf(12355)]))),
  },
  ...['12356', '12357'].map((number, position) =>
    orderOf(number, {
      lines: [lineOf(3)],
      placedDaysAgo: 4,
      placedMinute: 600 + position * 3,
      shipments: [shipmentOf(number, 0, 'ups', journeys.inTransit, { lines: [0] })],
    }),
  ),
  shipped('12358', 'ups', 'inTransit'),
  shipped('12359', 'ups', 'delivered'),
  shipped('12360', 'ups', 'returned'),
  shipped('12361', 'ups', 'inTransit', { company: 'FedEx' }),
  shipped('12362', 'fedex', 'inTransit', {
    recycled: [
      { kind: 'picked_up', daysAgo: 402, time: '16:00', city: 'Porto' },
      { kind: 'delivered', daysAgo: 399, time: '12:00', city: 'Lisbon' },
    ],
  }),
  orderOf('12363', { placedDaysAgo: 1, lines: [lineOf(5, 1, 1)] }),
  shipped('1001-UK', 'ups', 'inTransit'),
  shipped('10010', 'ups', 'inTransit'),
  { ...shipped('20001', 'ups', 'inTransit'), customer: OTHER_CUSTOMER },
];
