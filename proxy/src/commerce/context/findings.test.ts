import { moneyOf } from '../money';
import type { ShopOrder } from '../shopify/shop-order';
import type { Charge } from '../stripe/charge';
import { findingsOf } from './findings';
import type { JoinedParcel } from './parcels';
import { PARCEL_WORDS } from './status-words';

const now = new Date('2026-03-10T12:00:00Z');
const order = (more: Partial<ShopOrder> = {}): ShopOrder => ({
  id: 'gid://shopify/Order/1',
  name: '#1001',
  emails: [],
  customerName: null,
  zip: null,
  createdAt: '2026-03-01T08:00:00.000Z',
  cancelledAt: null,
  cancelReason: null,
  financialStatus: 'paid',
  fulfillmentStatus: 'fulfilled',
  returnStatus: null,
  total: moneyOf('49.90', 'EUR'),
  refunded: moneyOf('0', 'EUR'),
  lines: [{ id: '1', title: 'Linen Shirt', sku: null, quantity: 1, unfulfilled: 0 }],
  shipments: [],
  openDispute: false,
  ...more,
});
const parcel = (status: JoinedParcel['status'], more: Partial<JoinedParcel> = {}): JoinedParcel => ({
  tracking_number: '1Z1',
  carrier: 'UPS',
  status,
  status_text: PARCEL_WORDS[status],
  estimated_delivery: null,
  delivered_at: null,
  delivered_on: null,
  delivered_to: null,
  proof: [],
  exception: null,
  events: [],
  url: null,
  line_titles: [],
  carrier_mismatch: false,
  source: 'UPS',
  as_of: '2026-03-10T08:00:00.000Z',
  ...more,
});
const charge = (more: Partial<Charge> = {}): Charge => ({
  id: 'ch_1',
  total: moneyOf('49.90', 'EUR'),
  refunded: moneyOf('0', 'EUR'),
  fullyRefunded: false,
  status: 'succeeded',
  captured: true,
  disputed: false,
  createdAt: '2026-03-01T08:00:00.000Z',
  customer: null,
  paymentIntent: null,
  orderNumber: '1001',
  card: null,
  fingerprint: null,
  ...more,
});
const codes = (shop: ShopOrder, parcels: JoinedParcel[] = [], charges: Charge[] | null = []) =>
  findingsOf(shop, parcels, charges && { charges, duplicates: [] }, now).map(({ code }) => code);

const open = [{ id: '1', title: 'Linen Shirt', sku: null, quantity: 2, unfulfilled: 1 }];

describe('findings', () => {
  it('are none for an ordinary parcel under way', () =>
    expect(codes(order(), [parcel('in_transit', { estimated_delivery: '2026-03-10' })])).toEqual([]));

  it.each<[string, string[], ShopOrder, JoinedParcel[]]>([
    ['a day past the expected one', ['late'], order(), [parcel('in_transit', { estimated_delivery: '2026-03-09' })]],
    [
      'a week without a scan',
      ['lost_suspected'],
      order(),
      [parcel('in_transit', { as_of: '2026-03-03T12:00:00.000Z' })],
    ],
    ['a number the carrier denies', ['unknown_to_carrier'], order(), [parcel('not_found')]],
    ['a label without a parcel', ['not_yet_shipped'], order(), [parcel('label_created')]],
    ['another carrier', ['carrier_mismatch'], order(), [parcel('in_transit', { carrier_mismatch: true })]],
    ['delivery without proof', ['delivered_but_denied'], order(), [parcel('delivered', { proof: ['Received by X'] })]],
    ['delivery with a signature', [], order(), [parcel('delivered', { proof: ['Signature on file'] })]],
    [
      'delivery a month ago',
      ['return_window'],
      order(),
      [parcel('delivered', { proof: ['Signature on file'], delivered_on: '2026-02-08' })],
    ],
    [
      'delivery longer ago',
      [],
      order(),
      [parcel('delivered', { proof: ['Signature on file'], delivered_on: '2026-02-07' })],
    ],
    ['a line that waits', ['partly_shipped'], order({ lines: open }), [parcel('in_transit')]],
    ['nothing shipped', ['not_yet_shipped'], order({ lines: open }), []],
    ['a cancelled order', ['cancelled'], order({ cancelledAt: '2026-03-02T00:00:00.000Z', lines: open }), []],
    ['a dispute at the shop', ['dispute_open'], order({ openDispute: true }), []],
  ])('for %s: %j', (_, expected, shop, parcels) => expect(codes(shop, parcels)).toEqual(expected));

  it('tell of a refund the shop recorded and the charge does not show', () => {
    const refunded = order({ refunded: moneyOf('49.90', 'EUR') });
    expect(codes(refunded, [], [charge()])).toEqual(['refund_pending']);
    expect(codes(refunded, [], [charge({ refunded: moneyOf('49.90', 'EUR') })])).toEqual([]);
  });

  it('conclude nothing about money when the payment provider gave no answer', () =>
    expect(codes(order({ refunded: moneyOf('49.90', 'EUR') }), [], null)).toEqual([]));

  it('tell of a dispute once, whoever reports it', () =>
    expect(codes(order({ openDispute: true }), [], [charge({ disputed: true })])).toEqual(['dispute_open']));
});
