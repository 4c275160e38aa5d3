import fc from 'fast-check';
import { askShop } from '../exchanges.fixture';
import { chargeOf, lineOf, orderOf, shipmentOf } from '../scenarios/order-builder';
import { journeys } from '../scenarios/journeys';
import type { Fault, ScenarioOrder } from '../scenarios/scenario-order';
import { createVendorState, type VendorChange } from '../state/vendor-state';
import { createShopifyStandIn } from './shopify-stand-in';

const REFUND = `mutation Refund($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) {
    refund { id note totalRefundedSet { presentmentMoney { amount currencyCode } } }
    order { displayFinancialStatus }
    userErrors { field message }
  }
}`;
const CANCEL = `mutation Cancel($orderId: ID!, $restock: Boolean!, $note: String) {
  orderCancel(orderId: $orderId, reason: CUSTOMER, restock: $restock, notifyCustomer: false, staffNote: $note) {
    job { id done }
    orderCancelUserErrors { code field message }
  }
}`;
const ORDER = `query Order($search: String!) {
  orders(first: 5, query: $search) {
    nodes {
      id cancelledAt cancelReason displayFinancialStatus
      totalRefundedSet { presentmentMoney { amount } }
      currentTotalPriceSet { presentmentMoney { amount } }
      totalOutstandingSet { presentmentMoney { amount } }
      lineItems(first: 10) { nodes { id quantity currentQuantity refundableQuantity unfulfilledQuantity } }
      refunds(first: 10) { id note createdAt refundLineItems(first: 10) { nodes { quantity restockType } } }
      transactions(first: 10) {
        id kind status gateway amountSet { presentmentMoney { amount } } parentTransaction { id } paymentId
      }
    }
  }
}`;

const lines = [lineOf(0, 2), lineOf(2)]; // 2 × 49.90 and 34.50
const TOTAL = 13_430;

/** A shop with one order of 134.30, and a clock to be moved. */
function shopWith(more: Partial<ScenarioOrder> = {}) {
  const clock = { now: new Date('2026-03-10T12:00:00Z') };
  const order = orderOf('100000', { lines, ...more });
  const state = createVendorState(() => clock.now, [order]);
  const ask = askShop(createShopifyStandIn(state));
  const read = () => ask(ORDER, { search: 'name:#100000' }).body.data.orders.nodes[0];
  const { id, lineItems, transactions } = read();
  const manual = (amount: string) => ({ amount, gateway: 'manual', kind: 'REFUND', orderId: id });
  return {
    clock,
    state,
    ask,
    read,
    id: id as string,
    lineIds: lineItems.nodes.map((line: { id: string }) => line.id) as string[],
    payment: transactions[0]?.id as string,
    manual,
    refund: (input: object, key = 'key', fault?: Fault) =>
      ask(REFUND, { input: { orderId: id, ...input }, key }, fault).body.data?.refundCreate,
    cancel: (note = 'note', fault?: Fault) =>
      ask(CANCEL, { orderId: id, restock: true, note }, fault).body.data?.orderCancel,
  };
}
const messagesOf = (payload: { userErrors: { message: string }[] }) => payload.userErrors.map(({ message }) => message);

describe('a refund at the shop', () => {
  it('shows on the order: money, lines, transactions and note', () => {
    const { refund, read, lineIds, manual } = shopWith();
    const items = [{ lineItemId: lineIds[0], quantity: 1, restockType: 'RETURN' }];
    expect(refund({ note: 'rcc key-1', refundLineItems: items, transactions: [manual('49.90')] })).toMatchObject({
      refund: { note: 'rcc key-1', totalRefundedSet: { presentmentMoney: { amount: '49.90', currencyCode: 'EUR' } } },
      order: { displayFinancialStatus: 'PARTIALLY_REFUNDED' },
      userErrors: [],
    });
    expect(read()).toMatchObject({
      displayFinancialStatus: 'PARTIALLY_REFUNDED',
      totalRefundedSet: { presentmentMoney: { amount: '49.90' } },
      currentTotalPriceSet: { presentmentMoney: { amount: '84.40' } },
      totalOutstandingSet: { presentmentMoney: { amount: '0.00' } },
      lineItems: { nodes: [{ quantity: 2, currentQuantity: 1, refundableQuantity: 1 }, { refundableQuantity: 1 }] },
      refunds: [{ note: 'rcc key-1', refundLineItems: { nodes: [{ quantity: 1, restockType: 'RETURN' }] } }],
      transactions: [
        { kind: 'SALE', status: 'SUCCESS', gateway: 'stripe', paymentId: 'pi_3RCC1000000' },
        {
          kind: 'REFUND',
          gateway: 'manual',
          amountSet: { presentmentMoney: { amount: '49.90' } },
          parentTransaction: null,
        },
      ],
    });
    refund({ transactions: [manual('84.40')] }, 'key-2');
    expect(read().displayFinancialStatus).toBe('REFUNDED');
  });

  it('through a gateway of the shop goes back on its payment', () => {
    const { refund, read, payment, manual } = shopWith({ gateway: 'shopify_payments', charges: [] });
    const back = { ...manual('34.50'), gateway: 'shopify_payments', parentId: payment };
    expect(refund({ transactions: [back] }).userErrors).toEqual([]);
    expect(read().transactions[1]).toMatchObject({ gateway: 'shopify_payments', parentTransaction: { id: payment } });
    const tooMuch = { ...back, amount: '99.81' };
    expect(refund({ allowOverRefunding: true, transactions: [tooMuch] }, 'key-2').userErrors).toHaveLength(1);
  });

  it('on a payment of Stripe’s gives the money back at Stripe; by hand it is only taken down', () => {
    const { refund, payment, manual, state } = shopWith();
    const given = () => state.historyOf(orderOf('100000', {})).chargeRefunds.map(({ minor }) => minor);
    refund({ transactions: [manual('10')] });
    expect(given()).toEqual([]);
    refund({ transactions: [{ ...manual('34.50'), gateway: 'stripe', parentId: payment }] }, 'key-2');
    expect(given()).toEqual([3450]);
    const rest = { ...manual('99.80'), gateway: 'stripe', parentId: payment };
    expect(refund({ allowOverRefunding: true, transactions: [rest, rest] }, 'key-3').userErrors).toHaveLength(1);
    expect(given()).toEqual([3450]);
  });

  it('is made once per key, which another input cannot use, for 24 hours', () => {
    const { refund, read, manual, clock } = shopWith();
    const input = { transactions: [manual('10')] };
    const first = refund(input);
    expect(refund(input)).toEqual(first);
    expect(messagesOf(refund({ transactions: [manual('11')] }))).toEqual([
      expect.stringMatching(/same idempotency key/),
    ]);
    expect(read().refunds).toHaveLength(1);
    clock.now = new Date(clock.now.getTime() + 24 * 3_600_000);
    expect(refund(input).refund.id).not.toBe(first.refund.id);
  });

  it('without the directive is an error, and nothing happens', () => {
    const { ask, id, manual, read } = shopWith();
    const { body } = ask(REFUND.replace('@idempotent(key: $key)', '').replace(', $key: String!', ''), {
      input: { orderId: id, transactions: [manual('10')] },
    });
    expect(body).toMatchObject({ data: { refundCreate: null }, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    expect(body.errors[0].message).toMatch(/@idempotent directive is required/);
    expect(read().refunds).toEqual([]);
  });

  it.each<[string, (shop: ReturnType<typeof shopWith>) => object, string[] | null, RegExp]>([
    ['more than is left', ({ manual }) => ({ transactions: [manual('134.31')] }), null, /greater than net payment/],
    ['no amount', ({ manual }) => ({ transactions: [manual('0')] }), ['transactions', '0', 'amount'], /invalid/],
    ['half cents', ({ manual }) => ({ transactions: [manual('1.005')] }), ['transactions', '0', 'amount'], /invalid/],
    [
      'an unknown line',
      () => ({ refundLineItems: [{ lineItemId: 'gid://shopify/LineItem/1', quantity: 1 }] }),
      ['refundLineItems', '0', 'lineItemId'],
      /does not exist/,
    ],
    [
      'too many of a line in two parts',
      ({ lineIds }) => ({ refundLineItems: [1, 2].map((quantity) => ({ lineItemId: lineIds[0], quantity })) }),
      ['refundLineItems', '1', 'quantity'],
      /more items than were purchased/,
    ],
    [
      'an unknown parent',
      ({ manual }) => ({
        transactions: [{ ...manual('1'), gateway: 'stripe', parentId: 'gid://shopify/OrderTransaction/1' }],
      }),
      ['transactions', '0', 'parentId'],
      /does not exist/,
    ],
    [
      'another gateway than the parent’s',
      ({ manual, payment }) => ({ transactions: [{ ...manual('1'), parentId: payment }] }),
      ['transactions', '0', 'gateway'],
      /does not match/,
    ],
    [
      'a gateway without a parent',
      ({ manual }) => ({ transactions: [{ ...manual('1'), gateway: 'stripe' }] }),
      ['transactions', '0', 'parentId'],
      /blank/,
    ],
    [
      'another currency',
      ({ manual }) => ({ currency: 'USD', transactions: [manual('1')] }),
      ['currency'],
      /presentment/,
    ],
    ['an unknown order', () => ({ orderId: 'gid://shopify/Order/1' }), ['orderId'], /does not exist/],
  ])('of %s is refused', (_name, input, field, message) => {
    const shop = shopWith();
    const payload = shop.refund(input(shop));
    expect(payload).toMatchObject({ refund: null, userErrors: [{ field, message: expect.stringMatching(message) }] });
    expect(shop.read().refunds).toEqual([]);
  });

  it('above what is left is taken down when that is allowed', () => {
    const { refund, manual } = shopWith();
    expect(refund({ allowOverRefunding: true, transactions: [manual('200')] }).userErrors).toEqual([]);
  });

  it('in a currency other than the shop’s must name it', () => {
    const { refund, manual } = shopWith({ currency: 'EUR', shopMoney: { currency: 'GBP', rate: 0.85 } });
    const transactions = [manual('10')];
    expect(refund({ transactions }).userErrors).toMatchObject([{ field: ['currency'] }]);
    expect(refund({ currency: 'EUR', transactions }).userErrors).toEqual([]);
  });

  it('never goes above what was paid, whatever is asked for', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: TOTAL }), { maxLength: 8 }), (amounts) => {
        const { refund, read, manual } = shopWith();
        let left = TOTAL;
        amounts.forEach((minor, index) => {
          const { userErrors } = refund({ transactions: [manual((minor / 100).toFixed(2))] }, `key-${index}`);
          expect(userErrors).toHaveLength(minor <= left ? 0 : 1);
          if (minor <= left) left -= minor;
        });
        expect(read().totalRefundedSet.presentmentMoney.amount).toBe(((TOTAL - left) / 100).toFixed(2));
      }),
      { numRuns: 30 },
    ));
});

describe('a cancellation at the shop', () => {
  it('is a job, and shows on the order two seconds later', () => {
    const { cancel, read, clock } = shopWith();
    expect(cancel()).toMatchObject({ job: { done: false }, orderCancelUserErrors: [] });
    expect(read()).toMatchObject({
      cancelledAt: null,
      refunds: [],
      lineItems: { nodes: [{ currentQuantity: 2 }, {}] },
    });
    clock.now = new Date(clock.now.getTime() + 2000);
    expect(read()).toMatchObject({
      cancelledAt: '2026-03-10T12:00:02.000Z',
      cancelReason: 'CUSTOMER',
      displayFinancialStatus: 'PAID',
      totalRefundedSet: { presentmentMoney: { amount: '0.00' } },
      lineItems: { nodes: [{ currentQuantity: 0, refundableQuantity: 0 }, { currentQuantity: 0 }] },
    });
  });

  it('leaves the money to be taken down afterwards', () => {
    const { cancel, refund, manual, read, clock } = shopWith();
    cancel();
    clock.now = new Date(clock.now.getTime() + 2000);
    expect(refund({ transactions: [manual('134.30')] }).userErrors).toEqual([]);
    expect(read().displayFinancialStatus).toBe('REFUNDED');
  });

  it.each<[string, Partial<ScenarioOrder>]>([
    ['has been shipped', { shipments: [shipmentOf('100000', 0, 'ups', journeys.inTransit)] }],
    ['was cancelled before', { cancelled: { daysAgo: 1, reason: 'OTHER' } }],
  ])('is refused when the order %s', (_name, more) =>
    expect(shopWith(more).cancel()).toMatchObject({ job: null, orderCancelUserErrors: [{ code: 'INVALID' }] }),
  );

  it('is refused twice, with too long a note, and for no order', () => {
    const { cancel, ask } = shopWith();
    expect(cancel('x'.repeat(256)).orderCancelUserErrors).toMatchObject([{ field: ['staffNote'] }]);
    cancel();
    expect(cancel().orderCancelUserErrors).toMatchObject([{ message: expect.stringMatching(/already/) }]);
    const unknown = ask(CANCEL, { orderId: 'gid://shopify/Order/1', restock: true }).body.data.orderCancel;
    expect(unknown.orderCancelUserErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});

describe('a fault', () => {
  it.each(['down', 'never', 'server_error', 'saved_error', 'rate_limited'] as const)(
    'of kind %s comes before the effect',
    (kind) => {
      const { refund, cancel, read, manual, state } = shopWith();
      refund({ transactions: [manual('10')] }, 'key', { kind });
      cancel('note', { kind });
      expect(read().refunds).toEqual([]);
      expect(state.historyOf(orderOf('100000', {})).cancellation).toBeNull();
    },
  );

  it.each(['lost_after_effect', 'silent_after_effect', 'garbage', 'slow', 'saved_error_after_effect'] as const)(
    'of kind %s comes after it',
    (kind) => {
      const { refund, read, manual } = shopWith();
      refund({ transactions: [manual('10')] }, 'key', { kind });
      expect(read().refunds).toHaveLength(1);
    },
  );

  it('that belongs to the order stops its writes', () => {
    const { ask, id, state } = shopWith({ trouble: { vendor: 'shopify', fault: { kind: 'server_error' } } });
    const reply = ask(CANCEL, { orderId: id, restock: true });
    expect(reply.fault).toEqual({ kind: 'server_error' });
    expect(state.historyOf(orderOf('100000', {})).cancellation).toBeNull();
  });
});

describe('changes at the shop', () => {
  it('are told with the moment the order shows them', () => {
    const { state, refund, cancel, manual, id } = shopWith({ charges: [chargeOf('100000', 0, TOTAL)] });
    const heard: VendorChange[] = [];
    state.onChange((change) => heard.push(change));
    const made = refund({ transactions: [manual('10')] }).refund;
    cancel();
    const change = { vendor: 'shopify', orderNumber: '100000' };
    expect(heard).toEqual([
      { ...change, kind: 'refund', objectId: made.id, at: new Date('2026-03-10T12:00:00Z') },
      { ...change, kind: 'cancellation', objectId: id, at: new Date('2026-03-10T12:00:02Z') },
    ]);
  });

  it('stay with their own set of sandboxes', () => {
    const { refund, manual } = shopWith();
    refund({ transactions: [manual('10')] });
    expect(shopWith().read().refunds).toEqual([]);
  });
});
