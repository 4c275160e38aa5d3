import { readShopOrder } from './shop-order';

const money = (amount: string, currencyCode = 'EUR') => ({ presentmentMoney: { amount, currencyCode } });
const least = {
  id: 'gid://shopify/Order/1',
  name: '#1',
  createdAt: '2026-03-01T08:00:00+01:00',
  totalPriceSet: money('5'),
};

describe('an order of the shop', () => {
  it('of a guest, with everything optional withheld, is still an order', () =>
    expect(readShopOrder({ ...least, email: null, customer: null, shippingAddress: null })).toMatchObject({
      emails: [],
      customerName: null,
      zip: null,
      createdAt: '2026-03-01T07:00:00.000Z',
      financialStatus: 'unknown',
      total: { amount: '5.00', currency: 'EUR' },
      refunded: { amount: '0.00', currency: 'EUR' },
      lines: [],
      shipments: [],
    }));

  it('knows its addresses in lower case, each once', () => {
    const customer = { defaultEmailAddress: { emailAddress: 'Jamie@Example.com' } };
    expect(readShopOrder({ ...least, email: 'jamie@example.com ', customer }).emails).toEqual(['jamie@example.com']);
    expect(readShopOrder({ ...least, email: 'a@example.com', customer }).emails).toHaveLength(2);
  });

  it('keeps apart two mailboxes that only look alike', () => {
    // U+212A, the Kelvin sign: its small form is an ordinary k.
    const kelvin = 'ja\u212Ae@example.com';
    expect(readShopOrder({ ...least, email: kelvin }).emails).toEqual([kelvin]);
    expect(readShopOrder({ ...least, email: ' ' }).emails).toEqual([]);
  });

  it('tells refunds with their day, and disputes with what they are', () =>
    expect(
      readShopOrder({
        ...least,
        refunds: [{ id: 'gid://shopify/Refund/1', createdAt: '2026-03-02T08:00:00Z', totalRefundedSet: money('2.5') }],
        disputes: [{ initiatedAs: 'INQUIRY', status: 'UNDER_REVIEW' }],
      }),
    ).toMatchObject({
      refunds: [{ createdAt: '2026-03-02T08:00:00.000Z', total: { amount: '2.50', currency: 'EUR' } }],
      disputes: [{ isInquiry: true, status: 'under_review', isOpen: true }],
    }));

  it('has a parcel without a number for a shipment without tracking', () => {
    const shipment = { status: 'SUCCESS', createdAt: '2026-03-01T08:00:00Z' };
    const { shipments } = readShopOrder({ ...least, fulfillments: [{ ...shipment, trackingInfo: [] }] });
    expect(shipments[0]?.tracking).toEqual([{ company: null, number: null, url: null }]);
  });

  it('keeps several tracking rows and their gaps', () => {
    const rows = [
      { company: null, number: '1Z 12', url: '' },
      { company: 'UPS', number: null },
    ];
    const shipment = { status: 'SUCCESS', createdAt: '2026-03-01T08:00:00Z', trackingInfo: rows };
    expect(readShopOrder({ ...least, fulfillments: [shipment] }).shipments[0]?.tracking).toEqual([
      { company: null, number: '1Z12', url: null },
      { company: 'UPS', number: null, url: null },
    ]);
  });

  it.each([
    ['NEEDS_RESPONSE', true],
    ['UNDER_REVIEW', true],
    ['WON', false],
  ])('with a dispute that is %s has an open one: %s', (status, open) =>
    expect(readShopOrder({ ...least, disputes: [{ initiatedAs: 'CHARGEBACK', status }] }).openDispute).toBe(open),
  );
});
