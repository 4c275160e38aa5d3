import { GraphQLError } from 'graphql';
import { priceOf, totalOf } from '../scenarios/order-builder';
import { instantOf, minuteOf } from '../scenarios/scenario-clock';
import type { ScenarioLine, ScenarioOrder, ScenarioReturn } from '../scenarios/scenario-order';
import type { OrderHistory, ShopRefund } from '../state/order-history';
import { paid, paymentsOf, repaid, shopRefundsOf, takenOff } from '../state/shop-account';
import { fulfillmentView } from './fulfillment-view';
import { currencyOf, moneyBag } from './money-bag';
import { confirmationNumber, legacyId, shopIds } from './shop-ids';
import { paymentView, repaymentViews } from './transaction-view';

interface Page {
  first?: number;
}

/** An order in the shape of the Admin schema; fields with a page size are functions, as the executor expects them. */
export function orderView(order: ScenarioOrder, history: OrderHistory, now: Date): object {
  const bag = (minor: number) => moneyBag(order, minor);
  const placed = minuteOf(now, order.placedDaysAgo, order.placedMinute).toISOString();
  const refunds = shopRefundsOf(order, history, now).filter(({ at }) => at.getTime() <= now.getTime());
  const cancelled = cancellationOf(order, history, now);
  const lines = order.lines.map((line, position) => lineView(order, line, position, refunds));
  const id = shopIds.order(order);
  const left = order.lines.reduce(
    (sum, line, position) => sum + Math.round((priceOf(line) * remaining(order, position, refunds)) / line.quantity),
    0,
  );
  const given = repaid(refunds);
  const payments = paymentsOf(order).map((payment) => paymentView(order, payment, now));
  const latest = refunds.reduce((last, { at }) => (at.toISOString() > last ? at.toISOString() : last), placed);
  return {
    id,
    legacyResourceId: legacyId(id),
    name: `#${order.number}`,
    confirmationNumber: confirmationNumber(order),
    email: order.guest ? null : order.customer.email,
    phone: null,
    createdAt: placed,
    processedAt: placed,
    updatedAt: cancelled && cancelled.at > latest ? cancelled.at : latest,
    cancelledAt: cancelled?.at ?? null,
    cancelReason: cancelled?.reason ?? null,
    closedAt: null,
    currencyCode: order.shopMoney?.currency ?? currencyOf(order),
    presentmentCurrencyCode: currencyOf(order),
    test: false,
    tags: [],
    note: null,
    displayFinancialStatus: financialStatusOf(order, history, refunds),
    displayFulfillmentStatus: order.fulfillmentStatus,
    returnStatus: returnStatusOf(order.returns),
    totalPriceSet: bag(totalOf(order.lines)),
    currentTotalPriceSet: bag(left),
    totalRefundedSet: bag(given),
    totalOutstandingSet: bag(Math.max(0, left - (paid(order) - given))),
    customer: () => customerOf(order),
    shippingAddress: {
      name: order.customer.name,
      address1: null,
      address2: null,
      city: order.customer.city,
      zip: order.customer.zip,
      phone: null,
    },
    lineItems: ({ first }: Page) => page(lines, first),
    fulfillments: ({ first }: Page) =>
      order.shipments
        .slice(0, first)
        .map((shipment, position) => fulfillmentView(order, shipment, position, lines, now)),
    refunds: ({ first }: Page) => refunds.slice(0, first).map((refund) => refundView(order, refund, lines)),
    returns: ({ first }: Page) => ({
      nodes: (order.returns ?? []).slice(0, first).map((one, position) => returnView(order, one, position, now)),
    }),
    transactions: ({ first }: Page) =>
      [...payments, ...refunds.flatMap((refund) => repaymentViews(order, refund, payments))].slice(0, first),
    disputes: (order.shopDisputes ?? []).map((dispute, position) => ({
      id: `gid://shopify/ShopifyPaymentsDispute/${legacyId(id)}${position}`,
      ...dispute,
    })),
  };
}

const page = (items: object[], first: number | undefined) => ({
  nodes: items.slice(0, first),
  pageInfo: { hasNextPage: items.length > (first ?? items.length), endCursor: null },
});

/** A refund of the shop; `lines` are the views of the order's lines. */
export function refundView(order: ScenarioOrder, refund: ShopRefund, lines: object[]): object {
  const id = shopIds.refund(order, refund.position);
  return {
    id,
    legacyResourceId: legacyId(id),
    createdAt: refund.at.toISOString(),
    note: refund.note,
    totalRefundedSet: moneyBag(order, repaid([refund])),
    refundLineItems: ({ first }: Page) => ({
      nodes: refund.lines.slice(0, first).map(({ line, quantity, restockType }) => ({
        lineItem: lines[line],
        quantity,
        restockType,
        subtotalSet: moneyBag(
          order,
          Math.round((priceOf(order.lines[line]!) * quantity) / order.lines[line]!.quantity),
        ),
      })),
    }),
  };
}

/** How many of a line are still part of the order. */
export const remaining = (order: ScenarioOrder, position: number, refunds: readonly ShopRefund[]): number =>
  order.cancelled ? 0 : order.lines[position]!.quantity - takenOff(refunds, position);

export function lineView(
  order: ScenarioOrder,
  line: ScenarioLine,
  position: number,
  refunds: readonly ShopRefund[],
): object {
  const current = remaining(order, position, refunds);
  return {
    id: shopIds.line(order, position),
    name: line.title,
    title: line.title,
    sku: line.sku,
    variantTitle: null,
    quantity: line.quantity,
    currentQuantity: current,
    refundableQuantity: current,
    unfulfilledQuantity: Math.min(line.unfulfilled, current),
    originalUnitPriceSet: moneyBag(order, line.unitMinor),
    discountedTotalSet: moneyBag(order, priceOf(line)),
  };
}

function cancellationOf(order: ScenarioOrder, { cancellation }: OrderHistory, now: Date) {
  if (order.cancelled)
    return { at: instantOf(now, order.cancelled.daysAgo, '10:00').toISOString(), reason: order.cancelled.reason };
  return cancellation && cancellation.doneAt.getTime() <= now.getTime()
    ? { at: cancellation.doneAt.toISOString(), reason: cancellation.reason }
    : null;
}

/** As the scenario says until money was given back since. */
function financialStatusOf(order: ScenarioOrder, history: OrderHistory, refunds: readonly ShopRefund[]): string {
  if (repaid(history.shopRefunds) === 0) return order.financialStatus;
  return repaid(refunds) >= paid(order) ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
}

const RETURN_STATUS: Record<ScenarioReturn['status'], string> = {
  REQUESTED: 'RETURN_REQUESTED',
  OPEN: 'IN_PROGRESS',
  CLOSED: 'RETURNED',
  CANCELED: 'RETURN_FAILED',
  DECLINED: 'RETURN_FAILED',
};
const returnStatusOf = (returns: readonly ScenarioReturn[] = []): string => {
  const latest = returns.at(-1);
  return latest ? RETURN_STATUS[latest.status] : 'NO_RETURN';
};

function returnView(order: ScenarioOrder, one: ScenarioReturn, position: number, now: Date): object {
  return {
    id: `gid://shopify/Return/${legacyId(shopIds.order(order))}${position}`,
    name: `#${order.number}-R${position + 1}`,
    status: one.status,
    createdAt: instantOf(now, one.daysAgo, '14:00').toISOString(),
    closedAt: one.closedDaysAgo === undefined ? null : instantOf(now, one.closedDaysAgo, '14:00').toISOString(),
    totalQuantity: one.quantity,
  };
}

/** @throws {GraphQLError} as the shop says it when customers are not ours to see */
function customerOf({ customer, guest, customerWithheld }: ScenarioOrder): object | null {
  if (customerWithheld)
    throw new GraphQLError('This app is not approved to access the Customer object.', {
      extensions: {
        code: 'ACCESS_DENIED',
        documentation: 'https://shopify.dev/docs/apps/launch/protected-customer-data',
      },
    });
  if (guest) return null;
  const [firstName, ...rest] = customer.name.split(' ');
  return {
    id: `gid://shopify/Customer/${customer.stripeId.replace(/\D/g, '')}`,
    displayName: customer.name,
    firstName,
    lastName: rest.join(' '),
    defaultEmailAddress: { emailAddress: customer.email },
    defaultPhoneNumber: null,
    numberOfOrders: '1',
  };
}
