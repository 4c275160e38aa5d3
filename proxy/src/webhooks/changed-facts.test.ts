import { eventProblems } from '../events/event-problems';
import { RccError } from '../errors/rcc-error';
import { type ChangedFact, changeOf } from './changed-fact';
import {
  charge,
  dispute,
  fromShopify,
  fromStripe,
  fromUps,
  fulfilment,
  NOW,
  PRIVATE,
  refund,
  type Sent,
  SHOPIFY_SECRETS,
  shopOrder,
  shopRefund,
  STRIPE_SECRETS,
  stripeEvent,
  UPS_CREDENTIALS,
  upsAlert,
} from './deliveries.fixture';
import type { WebhookReader } from './delivery';
import { shopifyWebhook } from './shopify-webhook';
import { stripeWebhook } from './stripe-webhook';
import { upsWebhook } from './ups-webhook';

const shopify = shopifyWebhook({ secrets: SHOPIFY_SECRETS });
const stripe = stripeWebhook({ secrets: STRIPE_SECRETS });
const ups = upsWebhook({ secrets: UPS_CREDENTIALS });

const told = (reader: WebhookReader, { headers, body }: Sent) =>
  reader.read({ headers, body: Buffer.from(body), receivedAt: NOW }, JSON.parse(body));

/** The facts of a delivery, each held against the schema of its kind. */
const factsOf = (reader: WebhookReader, sent: Sent): ChangedFact[] => {
  const facts = told(reader, sent).facts ?? [];
  expect(facts.flatMap(eventProblems)).toEqual([]);
  expect(JSON.stringify(facts)).not.toMatch(PRIVATE);
  return facts;
};

const targetOf = (reader: WebhookReader, sent: Sent): string | undefined => {
  try {
    told(reader, sent);
  } catch (error) {
    if (error instanceof RccError && error.code === 'RCC_INVALID_REQUEST') return error.target;
    throw error;
  }
  return undefined;
};

describe('an order of the shop', () => {
  it('is told with its states in the words of the order context, and what the customer pays', () => {
    expect(factsOf(shopify, fromShopify('orders/updated', shopOrder))).toEqual([
      {
        type: 'order.changed',
        payload: {
          vendor: 'shopify',
          change: 'orders/updated',
          delivery_id: 'w-1',
          changed_at: '2026-03-01T09:20:00.000Z',
          version: NOW.getTime(),
          order_id: 'ORD-12345',
          shop_id: 'gid://shopify/Order/450789469',
          created_at: '2026-02-24T15:15:00.000Z',
          financial_status: 'paid',
          fulfillment_status: 'partially_fulfilled',
          cancelled_at: null,
          cancel_reason: null,
          total: { amount: '49.90', currency: 'EUR' },
        },
      },
    ]);
  });

  it.each([
    [null, 'unfulfilled'],
    ['partial', 'partially_fulfilled'],
    ['fulfilled', 'fulfilled'],
    ['restocked', 'restocked'],
    ['constructor', 'constructor'],
  ])('with the shipping state %s is %s', (written, status) => {
    const [fact] = factsOf(shopify, fromShopify('orders/updated', { ...shopOrder, fulfillment_status: written }));
    expect(fact?.payload).toMatchObject({ fulfillment_status: status });
  });

  it('may be cancelled, and may have only the shop’s own currency', () => {
    const { total_price_set: _set, ...rest } = shopOrder;
    const cancelled = { ...rest, cancelled_at: '2026-03-01T09:00:00Z', cancel_reason: 'customer' };
    const [fact] = factsOf(shopify, fromShopify('orders/cancelled', cancelled));
    expect(fact?.payload).toMatchObject({
      cancelled_at: '2026-03-01T09:00:00.000Z',
      cancel_reason: 'customer',
      total: { amount: '42.40', currency: 'GBP' },
    });
  });
});

it('a fulfilment is one parcel for each of its numbers, however they are spelt', () => {
  const facts = factsOf(shopify, fromShopify('fulfillments/update', fulfilment));
  expect(facts.map(({ type, payload }) => ({ type, ...payload }))).toEqual([
    expect.objectContaining({
      type: 'parcel.changed',
      order_id: 'ORD-12345',
      shop_id: 'gid://shopify/Order/450789469',
      tracking_number: '1Z204W4R0308071865',
      carrier: 'UPS',
      status: 'in_transit',
      changed_at: '2026-03-01T09:10:00.000Z',
    }),
    expect.objectContaining({ tracking_number: '1Z204W4R0308071866' }),
  ]);
});

it.each([
  ['#1001.1', 'ORD-1001'],
  ['#1001-F12', 'ORD-1001'],
  ['#1001-UK-F1', 'ORD-1001-UK'],
  ['#1001-UK', 'ORD-1001-UK'],
])('the fulfilment %s is of order %s', (name, order) => {
  const [fact] = factsOf(shopify, fromShopify('fulfillments/create', { ...fulfilment, name }));
  expect(fact?.payload.order_id).toBe(order);
});

it('a fulfilment without a number is a parcel nobody can follow, and a cancelled one is cancelled', () => {
  const bare = { ...fulfilment, tracking_number: null, tracking_numbers: [], status: 'cancelled' };
  const [fact] = factsOf(shopify, fromShopify('fulfillments/update', bare));
  expect(fact?.payload).toMatchObject({ tracking_number: null, status: 'cancelled' });
});

it('a refund of the shop is a payment for each transaction that gives money back', () => {
  const facts = factsOf(shopify, fromShopify('refunds/create', shopRefund));
  expect(facts).toHaveLength(1);
  expect(facts[0]?.payload).toMatchObject({
    transaction: 'refund',
    transaction_id: 'gid://shopify/OrderTransaction/179259969',
    shop_id: 'gid://shopify/Order/450789469',
    total: { amount: '20.00', currency: 'EUR' },
    gateway: 'manual',
    status: 'success',
  });
});

describe('Stripe', () => {
  it.each([
    [
      'charge.refunded',
      { ...charge, amount_refunded: 2000 },
      {
        transaction: 'charge',
        transaction_id: 'ch_1234567890',
        order_id: 'ORD-12345',
        total: { amount: '49.90', currency: 'EUR' },
        refunded: { amount: '20.00', currency: 'EUR' },
      },
    ],
    [
      'charge.failed',
      { ...charge, currency: 'jpy', amount: 500, metadata: {} },
      { order_id: null, total: { amount: '500', currency: 'JPY' } },
    ],
    [
      'refund.updated',
      { ...refund, status: 'succeeded' },
      { transaction: 'refund', charge_id: 'ch_1234567890', status: 'succeeded', action_key: 'approve-7' },
    ],
    ['charge.refund.updated', { ...refund, status: 'failed' }, { transaction: 'refund', status: 'failed' }],
    [
      'charge.dispute.created',
      dispute,
      { transaction: 'dispute', reason: 'duplicate', due_by: '2026-03-15T00:00:00.000Z', charge_id: 'ch_1234567890' },
    ],
  ])('tells of %s', (type, object, expected) => {
    const [fact, ...more] = factsOf(stripe, fromStripe(stripeEvent(type, object)));
    expect(more).toEqual([]);
    expect(fact).toMatchObject({ type: 'payment.changed', payload: { ...expected, change: type } });
  });
});

describe('UPS', () => {
  it('tells of a parcel by the UTC time of the activity', () => {
    const [fact] = factsOf(ups, fromUps(upsAlert));
    expect(fact?.payload).toMatchObject({
      tracking_number: '1Z204W4R0308071865',
      carrier: 'UPS',
      status: 'out_for_delivery',
      vendor_status: 'I OT',
      changed_at: '2026-03-01T09:15:19.000Z',
      estimated_delivery: '2026-03-01',
    });
  });

  it.each([
    [{ type: 'D', code: 'FS', description: 'Delivered' }, 'delivered'],
    [{ type: 'D', code: 'ZZ', description: 'Loaded on Delivery Vehicle' }, 'out_for_delivery'],
    [{ type: 'D', code: 'ZZ', description: 'Something of the last mile' }, 'unknown'],
    [{ type: 'I', code: 'DP', description: 'Departed from Facility' }, 'in_transit'],
    [{ type: 'X', code: 'X1', description: 'Returning to Sender' }, 'returning'],
    [{ type: 'X', code: 'X2', description: 'Severe weather has delayed delivery' }, 'delayed'],
    [{ type: 'MV' }, 'cancelled'],
    [{ type: 'U', description: 'Delivery date updated' }, 'unknown'],
    [{}, 'unknown'],
  ])('activity %j is %s', (activityStatus, status) => {
    const [fact] = factsOf(ups, fromUps({ ...upsAlert, activityStatus }));
    expect(fact?.payload).toMatchObject({ status });
  });

  it('gives no instant where only a local time without an offset was told', () => {
    const local = { ...upsAlert, gmtActivityDate: '', gmtActivityTime: '' };
    expect(factsOf(ups, fromUps(local))[0]?.payload.changed_at).toBeNull();
    expect(factsOf(ups, fromUps({ ...local, gmtOffset: '-05.00' }))[0]?.payload.changed_at).toBe(
      '2026-03-01T09:15:19.000Z',
    );
  });

  it('is the same delivery when the same activity comes again, and another when anything of it differs', () => {
    const key = (more: object) => told(ups, fromUps({ ...upsAlert, ...more })).key;
    const first = key({});
    expect(key({ receivedBy: 'Somebody' })).toBe(first);
    expect(key({ trackingNumber: '1Z204W4R0308071866' })).not.toBe(first);
    expect(key({ gmtActivityTime: '091520' })).not.toBe(first);
    expect(key({ activityStatus: { ...upsAlert.activityStatus, code: 'XX' } })).not.toBe(first);
  });
});

it.each([
  ['order', shopify, fromShopify('orders/updated', { ...shopOrder, updated_at: undefined }), 'body/updated_at'],
  ['order', shopify, fromShopify('orders/updated', { ...shopOrder, id: '450' }), 'body/id'],
  [
    'order',
    shopify,
    fromShopify('orders/updated', { ...shopOrder, total_price_set: undefined, total_price: '4,90' }),
    'body/total_price',
  ],
  ['order', shopify, fromShopify('orders/updated', []), 'body'],
  ['fulfilment', shopify, fromShopify('fulfillments/update', { ...fulfilment, order_id: 1.5 }), 'body/order_id'],
  ['refund', shopify, fromShopify('refunds/create', { ...shopRefund, transactions: null }), 'body/transactions'],
  [
    'refund',
    shopify,
    fromShopify('refunds/create', { ...shopRefund, transactions: [{ ...shopRefund.transactions[0], amount: 'x' }] }),
    'body/transactions/0/amount',
  ],
  ['delivery', shopify, fromShopify('', shopOrder), 'header/X-Shopify-Topic'],
  [
    'delivery',
    shopify,
    fromShopify('orders/updated', shopOrder, { id: 'x'.repeat(300) }),
    'header/X-Shopify-Webhook-Id',
  ],
  ['event', stripe, fromStripe({ id: 'evt_1', type: 'charge.refunded', created: 1 }), 'body/data'],
  [
    'charge',
    stripe,
    fromStripe(stripeEvent('charge.refunded', { ...charge, amount: '49.90' })),
    'body/data/object/amount',
  ],
  ['time', stripe, fromStripe({ ...stripeEvent('charge.refunded', charge), created: 1e15 }), 'body/created'],
  ['alert', ups, fromUps({ ...upsAlert, trackingNumber: undefined }), 'body/trackingNumber'],
  ['alert', ups, fromUps({ ...upsAlert, trackingNumber: '<script>' }), 'body/trackingNumber'],
  ['alert', ups, fromUps({ ...upsAlert, activityStatus: 'D' }), 'body/activityStatus'],
])('a malformed %s is refused by the name of its field (%#)', (_what, reader, sent, target) => {
  expect(targetOf(reader, sent)).toBe(target);
});

it.each([
  ['orders/edited', shopify, fromShopify('orders/edited', { order_edit: {} })],
  ['customers/update', shopify, fromShopify('customers/update', { id: 1 })],
  ['payment_intent.succeeded', stripe, fromStripe(stripeEvent('payment_intent.succeeded', {}))],
])('%s is nothing anybody wants', (topic, reader, sent) => {
  expect(told(reader, sent)).toMatchObject({ topic, facts: null });
});

it('a change says which order, parcel and charge are no longer what they were', () => {
  const [parcel] = factsOf(shopify, fromShopify('fulfillments/update', fulfilment)).map(changeOf);
  expect(parcel).toEqual({
    kind: 'parcel',
    vendor: 'shopify',
    orderId: 'ORD-12345',
    shopId: 'gid://shopify/Order/450789469',
    trackingNumber: '1Z204W4R0308071865',
    chargeId: null,
  });
  const [payment] = factsOf(stripe, fromStripe(stripeEvent('refund.created', refund))).map(changeOf);
  expect(payment).toMatchObject({ kind: 'payment', orderId: null, chargeId: 'ch_1234567890' });
});
