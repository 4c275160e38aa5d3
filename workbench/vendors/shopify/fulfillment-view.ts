import { dayFrom, instantOf } from '../scenarios/scenario-clock';
import type { ScanKind, ScenarioOrder, ScenarioShipment } from '../scenarios/scenario-order';
import { shopIds } from './shop-ids';

interface Page {
  first?: number;
  reverse?: boolean;
}

const TRACKING_PAGES = {
  ups: 'https://www.ups.com/track?tracknum=',
  fedex: 'https://www.fedex.com/fedextrack/?trknbr=',
} as const;

/** What the shop makes of a scan. Source: Shopify Admin GraphQL 2026-07, enum FulfillmentEventStatus. */
const EVENTS: Partial<Record<ScanKind, string>> = {
  label: 'LABEL_PURCHASED',
  picked_up: 'CARRIER_PICKED_UP',
  departed: 'IN_TRANSIT',
  arrived: 'IN_TRANSIT',
  out: 'OUT_FOR_DELIVERY',
  attempted: 'ATTEMPTED_DELIVERY',
  weather: 'DELAYED',
  delayed: 'DELAYED',
  held: 'READY_FOR_PICKUP',
  returning: 'FAILURE',
  delivered: 'DELIVERED',
};

/** A shipment of an order; `lines` are the views of the order's lines. */
export function fulfillmentView(
  order: ScenarioOrder,
  shipment: ScenarioShipment,
  position: number,
  lines: object[],
  now: Date,
): object {
  const told = shipment.shopScans ?? shipment.scans;
  const when = (kinds: ScanKind[]) => {
    const scan = told.find(({ kind }) => kinds.includes(kind));
    return scan ? instantOf(now, scan.daysAgo, scan.time).toISOString() : null;
  };
  const id = shopIds.fulfillment(order, position);
  const created = when(['label']) ?? when(['picked_up']) ?? now.toISOString();
  const rows = shipment.trackingRows ?? [
    {
      company: shipment.company,
      number: shipment.trackingNumber,
      url: `${TRACKING_PAGES[shipment.carrier]}${shipment.trackingNumber}`,
    },
  ];
  const quantity = (line: number) => order.lines[line]!.quantity - order.lines[line]!.unfulfilled;
  return {
    id,
    name: `#${order.number}-F${position + 1}`,
    status: shipment.cancelled ? 'CANCELLED' : 'SUCCESS',
    displayStatus: shipment.displayStatus,
    createdAt: created,
    updatedAt: created,
    inTransitAt: when(['picked_up']),
    deliveredAt: shipment.displayStatus === 'DELIVERED' ? when(['delivered']) : null,
    estimatedDeliveryAt: shipment.expectedInDays === null ? null : `${dayFrom(now, shipment.expectedInDays)}T18:00:00Z`,
    totalQuantity: shipment.lines.reduce((sum, line) => sum + quantity(line), 0),
    trackingInfo: ({ first }: Page) => rows.slice(0, first),
    fulfillmentLineItems: ({ first }: Page) => ({
      nodes: shipment.lines.slice(0, first).map((line) => ({
        id: `${id}${line}`.replace('Fulfillment', 'FulfillmentLineItem'),
        quantity: quantity(line),
        lineItem: lines[line],
      })),
    }),
    events: ({ first, reverse }: Page) => {
      const events = eventsOf(id, shipment, now);
      return { nodes: (reverse ? events.reverse() : events).slice(0, first) };
    },
  };
}

/** What the carrier told the shop, oldest first. A parcel that came back was not delivered to the customer. */
function eventsOf(id: string, shipment: ScenarioShipment, now: Date): object[] {
  const scans = shipment.shopScans ?? (shipment.unknown ? [] : shipment.scans);
  const back = scans.findIndex(({ kind }) => kind === 'returning');
  return scans.flatMap(({ kind, daysAgo, time, city }, position) => {
    const status = EVENTS[kind];
    if (!status || (back >= 0 && position > back)) return [];
    const happenedAt = instantOf(now, daysAgo, time).toISOString();
    const eventId = `${id}${position}`.replace('Fulfillment', 'FulfillmentEvent');
    return [{ id: eventId, status, happenedAt, message: null, city, country: null }];
  });
}
