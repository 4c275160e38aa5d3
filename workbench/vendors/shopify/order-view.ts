import { dayFrom, instantOf, minuteOf } from '../scenarios/scenario-clock';
import { totalOf } from '../scenarios/order-builder';
import type { ScenarioLine, ScenarioOrder, ScenarioShipment } from '../scenarios/scenario-order';
import { serialOf } from '../scenarios/scenario-store';

interface Page {
  first?: number;
}

const TRACKING_PAGES = {
  ups: 'https://www.ups.com/track?tracknum=',
  fedex: 'https://www.fedex.com/fedextrack/?trknbr=',
} as const;

/** An order in the shape of the Admin schema; fields with a page size are functions, as the executor expects them. */
export function orderView(order: ScenarioOrder, now: Date): object {
  const placed = minuteOf(now, order.placedDaysAgo, order.placedMinute).toISOString();
  const lines = order.lines.map((line, index) => lineView(order, line, index));
  return {
    id: `gid://shopify/Order/${serialOf(order)}`,
    name: `#${order.number}`,
    email: order.customer.email,
    createdAt: placed,
    cancelledAt: order.cancelled ? instantOf(now, order.cancelled.daysAgo, '10:00').toISOString() : null,
    cancelReason: order.cancelled?.reason ?? null,
    displayFinancialStatus: order.financialStatus,
    displayFulfillmentStatus: order.fulfillmentStatus,
    returnStatus: 'NO_RETURN',
    totalPriceSet: moneyBag(totalOf(order.lines)),
    totalRefundedSet: moneyBag(order.refundedMinor),
    customer: { displayName: order.customer.name, defaultEmailAddress: { emailAddress: order.customer.email } },
    shippingAddress: { zip: order.customer.zip },
    lineItems: ({ first }: Page) => ({ nodes: lines.slice(0, first) }),
    fulfillments: ({ first }: Page) =>
      order.shipments.slice(0, first).map((shipment) => fulfillmentView(shipment, lines, now)),
    disputes: [],
  };
}

function lineView(order: ScenarioOrder, line: ScenarioLine, index: number): object {
  return {
    id: `gid://shopify/LineItem/${serialOf(order)}${index}`,
    title: line.title,
    sku: line.sku,
    currentQuantity: order.cancelled ? 0 : line.quantity,
    unfulfilledQuantity: order.cancelled ? 0 : line.unfulfilled,
  };
}

function fulfillmentView(shipment: ScenarioShipment, lines: object[], now: Date): object {
  const when = (kinds: string[]) => {
    const scan = shipment.scans.find(({ kind }) => kinds.includes(kind));
    return scan ? instantOf(now, scan.daysAgo, scan.time).toISOString() : null;
  };
  const tracking = {
    company: shipment.company,
    number: shipment.trackingNumber,
    url: `${TRACKING_PAGES[shipment.carrier]}${shipment.trackingNumber}`,
  };
  return {
    status: shipment.cancelled ? 'CANCELLED' : 'SUCCESS',
    displayStatus: shipment.displayStatus,
    createdAt: when(['label']),
    inTransitAt: when(['picked_up']),
    deliveredAt: shipment.displayStatus === 'DELIVERED' ? when(['delivered']) : null,
    estimatedDeliveryAt: shipment.expectedInDays === null ? null : `${dayFrom(now, shipment.expectedInDays)}T18:00:00Z`,
    trackingInfo: ({ first }: Page) => [tracking].slice(0, first),
    fulfillmentLineItems: ({ first }: Page) => ({
      nodes: shipment.lines.slice(0, first).map((line) => ({ lineItem: lines[line] })),
    }),
  };
}

const moneyBag = (minor: number) => {
  const money = { amount: (minor / 100).toFixed(2), currencyCode: 'EUR' };
  return { presentmentMoney: money, shopMoney: money };
};
