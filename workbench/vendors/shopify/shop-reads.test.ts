import { askShop } from '../exchanges.fixture';
import { journeys } from '../scenarios/journeys';
import { chargeOf, lineOf, orderOf, shipmentOf } from '../scenarios/order-builder';
import type { ScenarioOrder } from '../scenarios/scenario-order';
import { createVendorState } from '../state/vendor-state';
import { createShopifyStandIn, type ShopifyOptions } from './shopify-stand-in';

const now = () => new Date('2026-03-10T12:00:00Z');
const NUMBER = '100000';

function shopWith(orders: readonly ScenarioOrder[], options?: ShopifyOptions) {
  return askShop(createShopifyStandIn(createVendorState(now, orders), options));
}
const one = (more: Partial<ScenarioOrder>, options?: ShopifyOptions) =>
  shopWith([orderOf(NUMBER, { customer: { ...customer }, ...more })], options);
const customer = {
  email: 'reader@example.com',
  name: 'Dana Reader',
  city: 'Bonn',
  zip: '53111',
  stripeId: 'cus_Reader7',
  fingerprint: 'f',
};
const SEARCH =
  'query ($search: String!) { orders(first: 5, query: $search) { nodes { name } pageInfo { hasNextPage } } }';
const names = (ask: ReturnType<typeof shopWith>, search: string): string[] =>
  ask(SEARCH, { search }).body.data.orders.nodes.map(({ name }: { name: string }) => name);
/** Asks for fields of the one order. */
const fields = (ask: ReturnType<typeof shopWith>, selection: string) => {
  const { body } = ask(`{ orders(first: 1, query: "name:#${NUMBER}") { nodes { ${selection} } } }`);
  return { ...body.data?.orders?.nodes?.[0], errors: body.errors };
};

describe('a search at the shop', () => {
  const ask = shopWith([
    orderOf('100000', { customer, placedDaysAgo: 2 }),
    orderOf('100001', { customer, placedDaysAgo: 20 }),
    orderOf('100002', { customer, placedDaysAgo: 61 }),
  ]);

  it('holds every term it is given', () => {
    expect(names(ask, 'name:#100000')).toEqual(['#100000']);
    expect(names(ask, 'email:"READER@example.com"')).toEqual(['#100001', '#100000']);
    expect(names(ask, 'email:reader@example.com created_at:>=2026-03-01')).toEqual(['#100000']);
    expect(names(ask, 'email:reader@example.com AND created_at:<2026-03-01T00:00:00Z')).toEqual(['#100001']);
    expect(names(ask, 'created_at:2026-03-08 email:reader@example.com')).toEqual(['#100000']);
    expect(names(ask, 'name:#100001 email:other@example.com')).toEqual([]);
  });

  it('finds the number on the confirmation page', () => {
    const { confirmationNumber } = fields(ask, 'confirmationNumber');
    expect(confirmationNumber).toHaveLength(9);
    expect(names(ask, `confirmation_number:${confirmationNumber}`)).toEqual(['#100000']);
    expect(names(ask, 'confirmation_number:RC0000000')).toEqual([]);
  });

  it.each(['', 'name:', 'shoes', 'colour:red', 'name:#100000 colour:red', 'name:"unfinished'])(
    'for %j finds nothing',
    (search) => expect(names(ask, search)).toEqual([]),
  );

  it('shows the last 60 days, and all of them with the permission for that', () => {
    expect(names(ask, 'name:#100002')).toEqual([]);
    const all = shopWith([orderOf('100002', { placedDaysAgo: 61 })], { allOrders: true });
    expect(names(all, 'name:#100002')).toEqual(['#100002']);
  });

  it('tells whether there is more', () => {
    const page = ask(
      '{ orders(first: 1, query: "email:reader@example.com") { nodes { name } pageInfo { hasNextPage } } }',
    );
    expect(page.body.data.orders).toMatchObject({ nodes: [{}], pageInfo: { hasNextPage: true } });
  });
});

describe('an order by its id', () => {
  const ask = one({});
  const byId = (id: string) => ask('query ($id: ID!) { order(id: $id) { name } }', { id }).body;

  it('is found, and null when there is none', () => {
    const { id, legacyResourceId } = fields(ask, 'id legacyResourceId');
    expect(id).toBe(`gid://shopify/Order/${legacyResourceId}`);
    expect(byId(id).data).toEqual({ order: { name: `#${NUMBER}` } });
    expect(byId('gid://shopify/Order/1').data).toEqual({ order: null });
  });

  it('is an error when it is no id', () =>
    expect(byId('100000').errors).toMatchObject([{ message: expect.stringMatching(/Invalid global id/) }]));
});

describe('an order of the shop', () => {
  it('of a guest has no customer and no address', () => {
    const selection = 'email customer { displayName } shippingAddress { zip }';
    expect(fields(one({ guest: true }), selection)).toMatchObject({ email: null, customer: null, errors: undefined });
    expect(names(one({ guest: true }), 'email:reader@example.com')).toEqual([]);
  });

  it('whose customer is withheld answers the rest, with an error', () => {
    const order = fields(one({ customerWithheld: true }), 'name email customer { displayName }');
    expect(order).toMatchObject({ name: '#100000', email: 'reader@example.com', customer: null });
    expect(order.errors).toMatchObject([
      { path: ['orders', 'nodes', 0, 'customer'], extensions: { code: 'ACCESS_DENIED' } },
    ]);
  });

  it('is in the customer’s currency and in the shop’s', () => {
    const bag = '{ presentmentMoney { amount currencyCode } shopMoney { amount currencyCode } }';
    const foreign = one({ lines: [lineOf(0)], shopMoney: { currency: 'GBP', rate: 0.85 } });
    expect(fields(foreign, `currencyCode presentmentCurrencyCode totalPriceSet ${bag}`)).toMatchObject({
      currencyCode: 'GBP',
      presentmentCurrencyCode: 'EUR',
      totalPriceSet: {
        presentmentMoney: { amount: '49.90', currencyCode: 'EUR' },
        shopMoney: { amount: '42.42', currencyCode: 'GBP' },
      },
    });
    const yen = one({ currency: 'JPY', lines: [{ ...lineOf(0), unitMinor: 7800 }] });
    expect(fields(yen, `totalPriceSet ${bag}`).totalPriceSet.shopMoney).toEqual({
      amount: '7800',
      currencyCode: 'JPY',
    });
  });

  it('has prices before and after discounts', () => {
    const lines = [{ ...lineOf(0, 2), discountMinor: 998 }];
    const money = '{ presentmentMoney { amount } }';
    const order = fields(
      one({ lines }),
      `totalPriceSet ${money} lineItems(first: 5) { nodes { originalUnitPriceSet ${money} discountedTotalSet ${money} } }`,
    );
    expect(order).toMatchObject({
      totalPriceSet: { presentmentMoney: { amount: '89.82' } },
      lineItems: {
        nodes: [
          {
            originalUnitPriceSet: { presentmentMoney: { amount: '49.90' } },
            discountedTotalSet: { presentmentMoney: { amount: '89.82' } },
          },
        ],
      },
    });
  });

  it('knows a payment that failed, and not the one that was taken twice', () => {
    const charges = [
      chargeOf(NUMBER, 0, 4990, { status: 'failed' }),
      chargeOf(NUMBER, 1, 4990),
      chargeOf(NUMBER, 2, 4990),
    ];
    const { transactions } = fields(
      one({ lines: [lineOf(0)], charges }),
      'transactions(first: 9) { status errorCode }',
    );
    expect(transactions).toEqual([
      { status: 'FAILURE', errorCode: 'CARD_DECLINED' },
      { status: 'SUCCESS', errorCode: null },
    ]);
  });

  it('has the tracking rows the shop keeps, and what the carrier told it', () => {
    const shipment = (more: object) => ({ shipments: [shipmentOf(NUMBER, 0, 'ups', journeys.delivered, more)] });
    const selection = `fulfillments(first: 5) {
      trackingInfo(first: 5) { company number url }
      events(first: 1, reverse: true) { nodes { status happenedAt city } }
    }`;
    const trackingRows = [{ company: null, number: '1Z 12', url: null }];
    expect(fields(one(shipment({ trackingRows })), selection).fulfillments).toEqual([
      {
        trackingInfo: trackingRows,
        events: { nodes: [{ status: 'DELIVERED', happenedAt: '2026-03-09T11:42:00.000Z', city: 'Berlin' }] },
      },
    ]);
    expect(fields(one(shipment({ trackingRows: [], shopScans: [] })), selection).fulfillments).toEqual([
      { trackingInfo: [], events: { nodes: [] } },
    ]);
  });

  it('shows refunds, returns and disputes from before the story', () => {
    const order = fields(
      one({
        lines: [lineOf(0, 2)],
        financialStatus: 'PARTIALLY_REFUNDED',
        refunds: [{ minor: 4990, daysAgo: 2, lines: [{ line: 0, quantity: 1 }], note: 'broken' }],
        returns: [{ status: 'OPEN', daysAgo: 1, quantity: 1 }],
        shopDisputes: [{ initiatedAs: 'INQUIRY', status: 'NEEDS_RESPONSE' }],
      }),
      `displayFinancialStatus returnStatus disputes { initiatedAs status }
       returns(first: 5) { nodes { status totalQuantity closedAt } } refunds(first: 5) { note createdAt }
       lineItems(first: 5) { nodes { currentQuantity refundableQuantity } }`,
    );
    expect(order).toMatchObject({
      displayFinancialStatus: 'PARTIALLY_REFUNDED',
      returnStatus: 'IN_PROGRESS',
      returns: { nodes: [{ status: 'OPEN', totalQuantity: 1, closedAt: null }] },
      refunds: [{ note: 'broken', createdAt: '2026-03-08T10:05:00.000Z' }],
      disputes: [{ initiatedAs: 'INQUIRY', status: 'NEEDS_RESPONSE' }],
      lineItems: { nodes: [{ currentQuantity: 1, refundableQuantity: 1 }] },
    });
  });
});

describe('a version of the interface', () => {
  const served = (version: string) =>
    askShop(
      createShopifyStandIn(createVendorState(now)),
      version,
    )('{ orders(first: 1, query: "name:#12345") { nodes { name } } }');

  it('that is no longer served is answered by the oldest one, and the header tells', () => {
    expect(served('2026-07').headers).toMatchObject({ 'x-shopify-api-version': '2026-07' });
    expect(served('2024-01')).toMatchObject({ status: 200, headers: { 'x-shopify-api-version': '2025-10' } });
  });

  it('that does not exist yet is not found', () => expect(served('2030-01').status).toBe(404));
});
