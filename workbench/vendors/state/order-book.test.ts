import { generatedOrder } from '../scenarios/generated-orders';
import { chargeOf, orderOf } from '../scenarios/order-builder';
import { namedOrders, serialOf } from '../scenarios/scenario-store';
import { confirmationNumber, serialOfConfirmation, serialOfId, shopIds } from '../shopify/shop-ids';
import { createOrderBook } from './order-book';

const own = orderOf('100000', {
  charges: [0, 1].map((position) => chargeOf('100000', position, 100, { paymentIntent: 'pi_shared' })),
});
const book = createOrderBook([own]);
const orders = [own, ...namedOrders(), generatedOrder(30_000)!, generatedOrder(39_999)!];

describe('the order book', () => {
  it('finds each order by its number, its ids at the shop, its customer and its payments', () => {
    for (const order of orders) {
      expect(book.byExactNumber(order.number)).toEqual(order);
      expect(book.byNumber(order.number)).toContainEqual(order);
      expect(book.byEmail(order.customer.email)).toContainEqual(order);
      expect(book.byStripeCustomer(order.customer.stripeId)).toContainEqual(order);
      expect(book.bySerial(serialOfId(shopIds.order(order))!)).toEqual(order);
      expect(book.bySerial(serialOfConfirmation(confirmationNumber(order))!)).toEqual(order);
      for (const charge of order.charges) {
        expect(book.charge(charge.id)).toEqual({ order, charge });
        expect(book.chargesOfIntent(charge.paymentIntent)).toContainEqual({ order, charge });
      }
    }
  });

  it('gives no two orders the same id at the shop', () =>
    expect(new Set(orders.map(serialOf)).size).toBe(orders.length));

  it('keeps the charges of one intent together', () => expect(book.chargesOfIntent('pi_shared')).toHaveLength(2));

  it('knows nothing else', () => {
    expect(book.byExactNumber('100001')).toBeUndefined();
    expect(book.bySerial(NaN)).toBeUndefined();
    expect(book.charge('ch_nothing')).toBeUndefined();
    expect(book.chargesOfIntent('pi_nothing')).toEqual([]);
    expect(createOrderBook([]).byExactNumber('100000')).toBeUndefined();
  });
});
