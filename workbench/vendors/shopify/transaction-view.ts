import { minuteOf } from '../scenarios/scenario-clock';
import type { ScenarioOrder } from '../scenarios/scenario-order';
import type { ShopRefund } from '../state/order-history';
import type { ShopPayment } from '../state/shop-account';
import { moneyBag } from './money-bag';
import { shopIds } from './shop-ids';

/** A payment of an order. */
export function paymentView(order: ScenarioOrder, payment: ShopPayment, now: Date): object {
  const { position, gateway, minor, succeeded, charge } = payment;
  const minute = order.placedMinute + (charge?.minutesAfter ?? 0);
  return {
    id: shopIds.payment(order, position),
    kind: 'SALE',
    status: succeeded ? 'SUCCESS' : 'FAILURE',
    gateway,
    processedAt: minuteOf(now, order.placedDaysAgo, minute).toISOString(),
    amountSet: moneyBag(order, minor),
    paymentId: charge?.paymentIntent ?? null,
    authorizationCode: charge?.id ?? null,
    errorCode: succeeded ? null : 'CARD_DECLINED',
    parentTransaction: null,
  };
}

/** What went back by a refund; `payments` are the views of the order's payments. */
export const repaymentViews = (order: ScenarioOrder, refund: ShopRefund, payments: object[]): object[] =>
  refund.payments.map(({ minor, gateway, parent }, position) => ({
    id: shopIds.repayment(order, refund.position, position),
    kind: 'REFUND',
    status: 'SUCCESS',
    gateway,
    processedAt: refund.at.toISOString(),
    amountSet: moneyBag(order, minor),
    paymentId: null,
    authorizationCode: null,
    errorCode: null,
    parentTransaction: parent === null ? null : payments[parent],
  }));
