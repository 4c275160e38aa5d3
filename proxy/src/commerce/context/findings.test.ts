import { moneyOf } from '../money';
import type { ShopOrder } from '../shopify/shop-order';
import type { Charge } from '../stripe/charge';
import { sampleCharge as charge } from '../stripe/charge.fixture';
import type { Dispute } from '../stripe/dispute';
import { findingsOf } from './findings';
import { disputesOf } from './money-records';
import type { JoinedParcel } from './parcels';
import type { PaymentHistory } from './payment-history';
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
  refunds: [],
  disputes: [],
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
const history = (more: Partial<PaymentHistory> = {}): PaymentHistory => ({
  at: '2026-03-10T12:00:00.000Z',
  charges: [],
  duplicates: [],
  refunds: [],
  disputes: [],
  ...more,
});
const found = (shop: ShopOrder, parcels: JoinedParcel[], money: PaymentHistory | null) =>
  findingsOf(shop, parcels, money, disputesOf(shop, money), now);
const codes = (shop: ShopOrder, parcels: JoinedParcel[] = [], charges: Charge[] | null = []) =>
  found(shop, parcels, charges && history({ charges })).map(({ code }) => code);

const shopDispute = { isInquiry: false, status: 'needs_response', isOpen: true };
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
    ['a dispute at the shop', ['dispute_open'], order({ disputes: [shopDispute] }), []],
    ['a dispute that is decided', [], order({ disputes: [{ ...shopDispute, isOpen: false }] }), []],
    ['no scan the shop heard of', [], order(), [parcel('in_transit', { as_of: order().createdAt, source: 'Shopify' })]],
  ])('for %s: %j', (_, expected, shop, parcels) => expect(codes(shop, parcels)).toEqual(expected));

  it('tell of a refund the shop recorded and the charge does not show', () => {
    const refunded = order({ refunded: moneyOf('49.90', 'EUR') });
    expect(codes(refunded, [], [charge()])).toEqual(['refund_pending']);
    expect(codes(refunded, [], [charge({ refunded: moneyOf('49.90', 'EUR') })])).toEqual([]);
  });

  it('conclude nothing about money when the payment provider gave no answer', () =>
    expect(codes(order({ refunded: moneyOf('49.90', 'EUR') }), [], null)).toEqual([]));

  it('call a parcel late only when the expected day is over for everybody', () => {
    const expected = parcel('in_transit', { estimated_delivery: '2026-03-09' });
    const at = (instant: string) =>
      findingsOf(order(), [expected], null, [], new Date(instant)).map(({ code }) => code);
    // In Honolulu it is still the ninth.
    expect(at('2026-03-10T09:59:00Z')).toEqual([]);
    expect(at('2026-03-10T12:00:00Z')).toEqual(['late']);
  });

  const refund = (status: string, more: Partial<PaymentHistory['refunds'][number]> = {}) => ({
    id: 're_1',
    amount: moneyOf('10', 'EUR'),
    status,
    createdAt: '2026-03-05T08:00:00.000Z',
    actionKey: null,
    failureReason: null,
    charge: charge(),
    ...more,
  });
  const refunds = (...given: ReturnType<typeof refund>[]) =>
    found(order(), [], history({ charges: [charge()], refunds: given })).flatMap(({ code, evidence }) => [
      code,
      ...evidence,
    ]);

  it('tell of a refund that is under way and of one that failed, and not of one that arrived', () => {
    expect(refunds(refund('succeeded'))).toEqual([]);
    expect(refunds(refund('pending'))).toEqual([
      'refund_pending',
      'A refund of 10.00 EUR of 2026-03-05 has not reached the customer yet.',
    ]);
    expect(refunds(refund('failed', { failureReason: 'expired_or_canceled_card' }))).toEqual([
      'refund_pending',
      'A refund of 10.00 EUR of 2026-03-05 failed (expired or canceled card); the money is not coming.',
    ]);
  });

  it('forget a failed refund once the same money was sent again, and only then', () => {
    const again = (status: string, createdAt: string) => refund(status, { id: 're_2', createdAt });
    expect(refunds(refund('failed'), again('succeeded', '2026-03-06T08:00:00.000Z'))).toEqual([]);
    expect(refunds(refund('failed'), again('succeeded', '2026-03-04T08:00:00.000Z'))).not.toEqual([]);
    expect(refunds(refund('failed'), again('failed', '2026-03-06T08:00:00.000Z'))).not.toEqual([]);
  });

  it('compare refunds of shop and charge only in one currency', () => {
    const refunded = order({ refunded: moneyOf('5000', 'JPY') });
    expect(codes(refunded, [], [charge({ total: moneyOf('49.90', 'EUR') })])).toEqual([]);
  });

  it('tell of all open disputes in one, with the day the evidence is due and whether it is only a question', () => {
    const dispute: Dispute = {
      id: 'du_1',
      amount: moneyOf('49.90', 'EUR'),
      status: 'needs_response',
      reason: 'product_not_received',
      createdAt: '2026-03-08T08:00:00.000Z',
      dueBy: '2026-03-20T23:59:59.000Z',
      refundable: false,
    };
    const inquiry = { ...dispute, status: 'warning_under_review', dueBy: null };
    const money = history({ charges: [charge({ disputed: true })], disputes: [dispute, inquiry] });
    expect(found(order({ disputes: [shopDispute] }), [], money)).toEqual([
      {
        code: 'dispute_open',
        confidence: 'high',
        evidence: [
          'The customer disputes a payment of this order, says Shopify.',
          'The customer disputes 49.90 EUR (product not received), says Stripe. Evidence is due by 2026-03-20.',
          'The bank asks about 49.90 EUR (product not received), says Stripe.',
        ],
      },
    ]);
  });

  it.each(['won', 'lost', 'warning_closed', 'prevented'])('are silent about a dispute that is %s', (status) => {
    const dispute = { id: 'du_1', amount: moneyOf('1', 'EUR'), status, reason: 'general', createdAt: '', dueBy: null };
    const money = history({ charges: [charge({ disputed: true })], disputes: [{ ...dispute, refundable: true }] });
    expect(found(order(), [], money)).toEqual([]);
  });

  it('take a charge marked as disputed for an open dispute when the disputes could not be had', () =>
    expect(found(order(), [], history({ charges: [charge({ disputed: true })], disputes: null }))).toMatchObject([
      { code: 'dispute_open' },
    ]));

  it('take a word of the bank that nobody knows yet for an open dispute', () => {
    const dispute = {
      id: 'du_1',
      amount: moneyOf('1', 'EUR'),
      status: 'arbitration',
      reason: 'general',
      createdAt: '',
    };
    const disputes = [{ ...dispute, dueBy: null, refundable: true }];
    expect(found(order(), [], history({ disputes }))).toMatchObject([{ code: 'dispute_open' }]);
  });
});
