import type { ScenarioRow } from './scenario-row';
import { CUSTOMER, looked, tell } from './tell';

/** Orders that are there, not there, or only nearly. */
export const orderRows: ScenarioRow[] = [
  {
    number: 1,
    title: 'Order not found',
    cases: [
      {
        sandbox: 'The shop finds nothing for 99999, the payment provider neither.',
        expected: 'Not found; nobody else is asked.',
        result: 'not_found; No such order was found in the last 60 days.; nothing missing; asked shopify',
        answer: async ({ commerce }) => {
          const context = await commerce.orderContext({ requester_email: CUSTOMER, order_id: '99999' });
          return `${tell(context)}; asked ${context.sources.map(({ vendor }) => vendor).join(', ')}`;
        },
      },
      {
        sandbox: 'An order is asked for from an address that is not its customer’s.',
        expected: 'Nothing is revealed.',
        result: 'needed; It could not be shown that the order is the requester’s.; nothing missing',
        answer: looked('20001'),
      },
    ],
  },
  {
    number: 2,
    title: 'Older than 60 days',
    cases: [
      {
        sandbox: 'Order 12384 is 75 days old: the shop leaves it out, UPS and Stripe still know parcel and charge.',
        expected: 'Not found, with the hint at 60 days.',
        result: 'not_found; No such order was found in the last 60 days.; nothing missing',
        answer: looked('12384'),
      },
    ],
  },
  {
    number: 3,
    title: 'Near match',
    cases: [
      {
        sandbox: 'A search for #1001 finds #1001-UK and #10010.',
        expected: 'Only the exact name counts: not found.',
        result: 'not_found; No such order was found in the last 60 days.; nothing missing',
        answer: looked('1001'),
      },
      {
        sandbox: 'The same for #1001-UK.',
        expected: 'Found.',
        result: 'ORD-1001-UK: shipped, paid 39.90 EUR',
        answer: async (world) => `ORD-1001-UK: ${await looked('1001-UK', 'order')(world)}`,
      },
    ],
  },
  {
    number: 4,
    title: 'Split shipment',
    cases: [
      {
        sandbox: 'Order 12346: two fulfilments, one delivered, one in transit; a third line is not shipped.',
        expected: 'A list by parcel, and what is not shipped.',
        result:
          'partly shipped, paid 207.90 EUR; UPS delivered [Linen Shirt]; UPS in_transit expected 2026-03-12 [Trail Running Shoes]; finds partly_shipped high, return_window medium',
        answer: looked('12346', 'order', 'parcels', 'findings'),
      },
    ],
  },
  {
    number: 5,
    title: 'Several tracking rows, none, no company',
    cases: [
      {
        sandbox: 'Order 12364: one fulfilment with three rows: complete, without a company, without a number.',
        expected: 'Each row is a parcel; the one without a number has the shop’s word only.',
        result:
          'UPS in_transit expected 2026-03-12 [Canvas Backpack]; UPS delivered [Canvas Backpack]; UPS in_transit (says Shopify) expected 2026-03-12 [Canvas Backpack]; nothing missing',
        answer: looked('12364', 'parcels', 'missing'),
      },
      {
        sandbox: 'Order 12365: a fulfilment without any row.',
        expected: 'One parcel without a number, as the shop tells it; no carrier is asked.',
        result: 'unknown in_transit (says Shopify) expected 2026-03-12; nothing missing',
        answer: looked('12365', 'parcels', 'missing'),
      },
      {
        sandbox: 'Order 12366: the company is empty.',
        expected: 'The carrier is found by the shape of the number.',
        result: 'FedEx in_transit expected 2026-03-12; nothing missing',
        answer: looked('12366', 'parcels', 'missing'),
      },
      {
        sandbox: 'Order 12367: UPS lists another package of the shipment first and counts one more.',
        expected: 'The parcel asked for is told, not the first one listed.',
        result: 'UPS in_transit expected 2026-03-12; nothing missing',
        answer: looked('12367', 'parcels', 'missing'),
      },
    ],
  },
  {
    number: 6,
    title: 'Cancelled',
    cases: [
      {
        sandbox: 'Order 12347: cancelled, label voided (UPS type MV), refunded in full.',
        expected: 'Cancelled, with the money given back.',
        result:
          'cancelled, refunded 64.00 EUR, 64.00 EUR back; UPS cancelled; 64.00 EUR succeeded, 64.00 back; finds cancelled high',
        answer: looked('12347', 'order', 'parcels', 'payments', 'findings'),
      },
    ],
  },
];
