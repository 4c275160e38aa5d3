import { CODES_CUSTOMER } from '../../../workbench/vendors/scenarios/order-builder';
import type { ScenarioRow } from './scenario-row';
import { looked } from './tell';
import type { World } from './world';

/** What the service makes of one status after the other, in the order of the reserved orders. */
const statuses = (first: number, count: number) => async (world: World) => {
  const found: string[] = [];
  for (let number = first; number < first + count; number += 1) {
    const context = await world.commerce.orderContext({
      requester_email: CODES_CUSTOMER.email,
      order_id: String(number),
    });
    found.push(context.parcels[0]?.status ?? context.verification);
  }
  return found.join(', ');
};

/** What carriers tell of parcels. */
export const parcelRows: ScenarioRow[] = [
  {
    number: 10,
    title: 'Label only, not scanned',
    cases: [
      {
        sandbox: 'Order 12348: UPS has type M.',
        expected: 'Not yet with the carrier.',
        result: 'UPS label_created; finds not_yet_shipped medium',
        answer: looked('12348', 'parcels', 'findings'),
      },
      {
        sandbox: 'Order 12368: FedEx has code OC.',
        expected: 'The same.',
        result: 'FedEx label_created; finds not_yet_shipped medium',
        answer: looked('12368', 'parcels', 'findings'),
      },
    ],
  },
  {
    number: 11,
    title: 'Unknown to the carrier',
    cases: [
      {
        sandbox: 'Order 12349: UPS answers 200 with warning TW0001.',
        expected: 'Softly not found: nothing is called wrong, nothing missing.',
        result: 'UPS not_found (says Shopify) expected 2026-03-12; finds unknown_to_carrier medium; nothing missing',
        answer: looked('12349', 'parcels', 'findings', 'missing'),
      },
      {
        sandbox: 'Order 12350: UPS answers 404.',
        expected: 'The same.',
        result: 'UPS not_found (says Shopify) expected 2026-03-12; finds unknown_to_carrier medium; nothing missing',
        answer: looked('12350', 'parcels', 'findings', 'missing'),
      },
      {
        sandbox: 'Order 12351: FedEx answers 200 with NOTFOUND inside.',
        expected: 'The same.',
        result: 'FedEx not_found (says Shopify) expected 2026-03-12; finds unknown_to_carrier medium; nothing missing',
        answer: looked('12351', 'parcels', 'findings', 'missing'),
      },
      {
        sandbox: 'Order 12379: FedEx answers 200 with INVALID inside.',
        expected: 'Not taken for an unknown parcel: the carrier’s part is missing, the shop’s word stays.',
        result:
          'FedEx in_transit (says Shopify) expected 2026-03-12; finds nothing; parcel missing (fedex BAD_RESPONSE)',
        answer: looked('12379', 'parcels', 'findings', 'missing'),
      },
    ],
  },
  {
    number: 12,
    title: 'Delivered, the customer denies it',
    cases: [
      {
        sandbox: 'Order 12352: UPS delivered with a name, without signature or photo.',
        expected: 'The evidence is listed; nothing is refunded by itself.',
        result: 'UPS delivered; proof: Received by NEIGHBOUR, Left at: Front Door; finds delivered_but_denied low',
        answer: async (world) => {
          const { parcels, findings } = await world.commerce.orderContext({
            requester_email: 'customer@example.com',
            order_id: '12352',
          });
          const denied = findings.find(({ code }) => code === 'delivered_but_denied');
          return `UPS ${parcels[0]?.status}; proof: ${parcels[0]?.proof.join(', ')}; finds ${denied?.code} ${denied?.confidence}`;
        },
      },
    ],
  },
  {
    number: 13,
    title: 'Exception, delay, attempt',
    cases: [
      {
        sandbox: 'Order 12353: FedEx code DE with ancillaryDetails and delayDetail WEATHER.',
        expected: 'Delayed, with the reason.',
        result: 'FedEx delayed expected 2026-03-11: Local weather delay - Delivery not attempted; finds nothing',
        answer: looked('12353', 'parcels', 'findings'),
      },
      {
        sandbox: 'Order 12354: UPS type X, the receiver was not available.',
        expected: 'A delivery was attempted.',
        result:
          'UPS delivery_attempted expected 2026-03-11: The receiver was not available for delivery. A second attempt will be made.; finds nothing',
        answer: looked('12354', 'parcels', 'findings'),
      },
      {
        sandbox: 'Order 12369: UPS type X, damage reported.',
        expected: 'Held up, with the reason.',
        result:
          'UPS exception expected 2026-03-11: Damage has been reported and the sender will be notified.; finds nothing',
        answer: looked('12369', 'parcels', 'findings'),
      },
      {
        sandbox: 'Order 12370: FedEx code DY; the commitment was today, the estimate is in three days.',
        expected: 'Delayed; the new day counts.',
        result: 'FedEx delayed expected 2026-03-13: Delay: operational; finds nothing',
        answer: looked('12370', 'parcels', 'findings'),
      },
      {
        sandbox: 'Order 12371: UPS type X; SDD today, RDD in three days with a confirmed window.',
        expected: 'Delayed; the rescheduled day counts.',
        result: 'UPS delayed expected 2026-03-13: A late trailer arrival has caused a delay.; finds nothing',
        answer: looked('12371', 'parcels', 'findings'),
      },
      {
        sandbox: 'Orders 12380 and 12381: UPS waits for customs, FedEx holds for pickup (HL).',
        expected: 'Customs; ready for pickup.',
        result: 'UPS customs expected 2026-03-12 / FedEx ready_for_pickup',
        answer: async (world) =>
          `${await looked('12380', 'parcels')(world)} / ${await looked('12381', 'parcels')(world)}`,
      },
      {
        sandbox: 'Orders 12382 and 12383: in transit after the day expected; last scan eleven days ago.',
        expected: 'Late; late and perhaps lost.',
        result:
          'UPS in_transit expected 2026-03-09; finds late high / UPS picked_up expected 2026-03-04; finds late high, lost_suspected medium',
        answer: async (world) =>
          `${await looked('12382', 'parcels', 'findings')(world)} / ${await looked('12383', 'parcels', 'findings')(world)}`,
      },
      {
        sandbox:
          'Orders 13001 to 13019, one for each status of UPS: M, MV, P, I, O, D, X in seven wordings, RS, DO, DD, W, NA, and ZZ, which nobody has documented.',
        expected: 'Each in our own words; what is not known is unknown, never an error.',
        result:
          'label_created, cancelled, picked_up, in_transit, out_for_delivery, delivered, delivery_attempted, delayed, delayed, exception, customs, ready_for_pickup, returning, returning, in_transit, in_transit, in_transit, unknown, unknown',
        answer: statuses(13_001, 19),
      },
      {
        sandbox:
          'Orders 13101 to 13122, one for each code of FedEx: OC, IN, PU, AR, DP, AF, IT, CC, CP, CD, OD, DL, DE twice, SE, DY, DD, HL, HP, RS, CA, and QX, which nobody has documented.',
        expected: 'The same.',
        result:
          'label_created, label_created, picked_up, in_transit, in_transit, in_transit, in_transit, in_transit, customs, customs, out_for_delivery, delivered, delivery_attempted, delayed, exception, delayed, delayed, ready_for_pickup, ready_for_pickup, returning, cancelled, unknown',
        answer: statuses(13_101, 22),
      },
    ],
  },
  {
    number: 14,
    title: 'Return to sender',
    cases: [
      {
        sandbox: 'Order 12360: UPS types RS, then D in the shipper’s city; the shop says NOT_DELIVERED.',
        expected: 'Returned, not delivered.',
        result: 'UPS returned; finds nothing',
        answer: looked('12360', 'parcels', 'findings'),
      },
      {
        sandbox: 'Order 12372: UPS type X with “Returning to Sender” in words only.',
        expected: 'On its way back.',
        result: 'UPS returning: The package was refused by the receiver. Returning to Sender.; finds nothing',
        answer: looked('12372', 'parcels', 'findings'),
      },
      {
        sandbox: 'Order 12373: FedEx codes RS, then DL in the shipper’s city.',
        expected: 'Returned, not delivered.',
        result: 'FedEx returned; finds nothing',
        answer: looked('12373', 'parcels', 'findings'),
      },
    ],
  },
  {
    number: 15,
    title: 'Carrier mismatch',
    cases: [
      {
        sandbox: 'Order 12361: the shop names FedEx, the number begins with 1Z and UPS knows it.',
        expected: 'Told by UPS, and the mismatch is found.',
        result: 'UPS in_transit expected 2026-03-12; finds carrier_mismatch high',
        answer: looked('12361', 'parcels', 'findings'),
      },
    ],
  },
  {
    number: 16,
    title: 'Recycled FedEx number',
    cases: [
      {
        sandbox: 'Order 12362: FedEx has two results for the number, one delivered last year.',
        expected: 'The newer parcel is told.',
        result: 'FedEx in_transit expected 2026-03-12; finds nothing',
        answer: looked('12362', 'parcels', 'findings'),
      },
    ],
  },
  {
    number: 17,
    title: 'Shop and carrier disagree',
    cases: [
      {
        sandbox: 'Order 12374: the shop says IN_TRANSIT, UPS delivered yesterday.',
        expected: 'The newest event wins: delivered.',
        result: 'delivered, paid 34.50 EUR; UPS delivered; finds return_window medium',
        answer: looked('12374', 'order', 'parcels', 'findings'),
      },
      {
        sandbox: 'Order 12375: the shop was told of the delivery after UPS’s last scan.',
        expected: 'The newest event wins: delivered, on the shop’s word.',
        result: 'delivered, paid 29.95 EUR; UPS delivered (says Shopify); finds return_window medium',
        answer: looked('12375', 'order', 'parcels', 'findings'),
      },
      {
        sandbox:
          'Order 12376: UPS delivered at 00:20 local time, 23:20 of the day before in UTC; it writes times bare.',
        expected: 'The local day is told.',
        result: 'UPS delivered on 2026-03-09, scan 2026-03-09 00:20:00',
        answer: async ({ commerce }) => {
          const { facts, parcels } = await commerce.orderContext({
            requester_email: 'customer@example.com',
            order_id: '12376',
          });
          const day = facts.find(({ id }) => id === 'parcels.0.delivered_at')?.value;
          return `UPS ${parcels[0]?.status} on ${day}, scan ${parcels[0]?.last_event?.local_time}`;
        },
      },
    ],
  },
];
