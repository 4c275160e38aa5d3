import { moneyOf } from '../money';
import type { ShopifyClient } from '../shopify/shopify-client';
import type { ShopOrder } from '../shopify/shop-order';
import { createVendorMemories } from '../vendor-memories';
import { lookUpOrderContext } from './order-context';
import { lookUpShipment } from './shipment';

const NUMBER = '1Z12345E0205271688';
const order: ShopOrder = {
  id: 'gid://shopify/Order/1',
  name: '#1001',
  emails: ['customer@example.com'],
  customerName: 'Jamie Rivera',
  zip: '10115',
  createdAt: '2026-03-01T08:00:00.000Z',
  cancelledAt: null,
  cancelReason: null,
  financialStatus: 'paid',
  fulfillmentStatus: 'fulfilled',
  returnStatus: null,
  total: moneyOf('49.90', 'EUR'),
  refunded: moneyOf('0', 'EUR'),
  lines: [],
  shipments: [
    {
      cancelled: false,
      shopStatus: 'IN_TRANSIT',
      statusAt: null,
      createdAt: '2026-03-01T08:00:00.000Z',
      inTransitAt: null,
      deliveredAt: null,
      estimatedDeliveryAt: null,
      tracking: [{ company: 'UPS', number: NUMBER, url: null }],
      lineTitles: [],
    },
  ],
  refunds: [],
  disputes: [],
  openDispute: false,
};
/** A shop whose search finds more than it was asked for. */
const shopify = {
  orderByName: () => Promise.resolve(order),
  orderByParcel: () => Promise.resolve(order),
  close: () => Promise.resolve(),
} as unknown as ShopifyClient;
const clients = { shopify, carriers: {}, close: () => Promise.resolve() };
const settings = {
  shopify: { origin: 'sandbox' as const, baseUrl: 'http://127.0.0.1', accessToken: '', apiVersion: '2026-07' },
  deadlineMs: 1000,
  attemptTimeoutMs: 1000,
};
const now = () => new Date(0);
const tools = { clients, memories: createVendorMemories(settings, { now }), settings, now };
const ask = (requester_email: string) => lookUpShipment({ requester_email, tracking_number: NUMBER }, tools);

describe('a parcel', () => {
  it('found by a careless search is still shown to nobody but the owner', async () => {
    expect(await ask('customer@example.co')).toMatchObject({ found: false, verification: 'needed' });
    expect(await ask('customer@example.com')).toMatchObject({ found: true, parcel: { tracking_number: NUMBER } });
  });

  it('does not open the whole order to a stranger either', async () => {
    const request = { requester_email: 'customer@example.co', tracking_number: NUMBER };
    const context = await lookUpOrderContext(request, tools);
    expect(context).toMatchObject({ found: false, verification: 'needed', facts: [] });
  });

  it('is told of as the shop knows it when its carrier is off, which is named', async () =>
    expect(await ask('customer@example.com')).toMatchObject({
      parcel: { status: 'in_transit', source: 'Shopify' },
      degraded: [{ vendor: 'ups', code: 'RCC_UPSTREAM_NOT_CONFIGURED' }],
    }));
});
