import { MOST_READ } from './action-operations';
import { readActionOrder, type WireActionOrder } from './action-order';

const amount = { presentmentMoney: { amount: '1.00', currencyCode: 'EUR' } };
const orderWith = (more: Partial<WireActionOrder>): WireActionOrder => ({
  id: 'gid://shopify/Order/1',
  name: '#1001',
  createdAt: '2026-03-01T08:00:00Z',
  totalPriceSet: amount,
  lineItems: { nodes: [] },
  transactions: [],
  refunds: [],
  ...more,
});
const refunds = (many: number) =>
  Array.from({ length: many }, (_, index) => ({ id: `gid://shopify/Refund/${index}`, totalRefundedSet: amount }));
const payments = (many: number) =>
  Array.from({ length: many }, (_, index) => ({
    id: String(index),
    kind: 'SALE',
    status: 'SUCCESS',
    amountSet: amount,
  }));

it('an order of which all payments and refunds were read is read', () =>
  expect(
    readActionOrder(orderWith({ refunds: refunds(MOST_READ - 1), transactions: payments(MOST_READ - 1) })),
  ).toMatchObject({ refunds: { length: MOST_READ - 1 }, transactions: { length: MOST_READ - 1 } }));

it.each([
  ['refunds', { refunds: refunds(MOST_READ) }],
  ['payments', { transactions: payments(MOST_READ) }],
])('an order that may have more %s than were read is not taken for known', (_what, more) =>
  expect(() => readActionOrder(orderWith(more))).toThrow('Look at it in the shop'),
);
