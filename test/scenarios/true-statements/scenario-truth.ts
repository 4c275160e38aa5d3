import { fedexStatusOf } from '../../../workbench/vendors/fedex/fedex-codes';
import { amountText } from '../../../workbench/vendors/scenarios/currency';
import { totalOf } from '../../../workbench/vendors/scenarios/order-builder';
import { dayFrom, instantOf, minuteOf } from '../../../workbench/vendors/scenarios/scenario-clock';
import type {
  ScanKind,
  ScanPlan,
  ScenarioOrder,
  ScenarioShipment,
} from '../../../workbench/vendors/scenarios/scenario-order';
import { upsStatusOf } from '../../../workbench/vendors/ups/ups-codes';

/** What is true of one parcel at a moment, read off the plan of the scenario. Days are `2026-03-01`. */
export interface ParcelTruth {
  status: string;
  carrier: string | null;
  number: string | null;
  expected: string | null;
  deliveredOn: string | null;
  /** Words of the carrier that give the reason, any of them. */
  reasons: string[];
  /** When the status was seen, `2026-03-01T12:00`; any of them. */
  seenAt: string[];
  titles: string[];
}

/** What is true of an order at a moment, read off the plan of the scenario and not off any answer. */
export interface OrderTruth {
  id: string;
  orderedOn: string;
  isCancelled: boolean;
  cancelledOn: string | null;
  refunded: string | null;
  waiting: string[];
  parcels: ParcelTruth[];
  /** Amount and day of every charge. */
  charges: string[];
  /** Amount, day and Stripe's word of every refund. */
  refunds: string[];
  /** What was ordered. */
  titles: string[];
}

/** @param dayOf the day of an instant where the shop is */
export function truthOf(order: ScenarioOrder, now: Date, dayOf: (instant: Date) => string): OrderTruth {
  const currency = order.currency ?? 'EUR';
  const amount = (minor: number) => `${amountText(minor, currency)} ${currency}`;
  const placed = minuteOf(now, order.placedDaysAgo, order.placedMinute);
  const given = (order.refunds ?? []).reduce((sum, { minor }) => sum + minor, 0);
  return {
    id: `ORD-${order.number}`,
    orderedOn: dayOf(placed),
    isCancelled: order.cancelled !== undefined,
    cancelledOn: order.cancelled ? dayOf(instantOf(now, order.cancelled.daysAgo, '10:00')) : null,
    refunded: given > 0 && given === totalOf(order.lines) ? amount(given) : null,
    waiting: order.lines.filter(({ unfulfilled }) => unfulfilled > 0).map(({ title }) => title),
    parcels: order.shipments.flatMap((shipment) => parcelsOf(order, shipment, now, dayOf)),
    charges: order.charges.map(
      ({ minor, minutesAfter }) => `${amount(minor)} ${dayOf(new Date(placed.getTime() + minutesAfter * 60_000))}`,
    ),
    refunds: order.charges.flatMap(({ refunds = [] }) =>
      refunds.map(
        ({ minor, daysAgo, status }) => `${amount(minor)} ${dayOf(instantOf(now, daysAgo, '10:00'))} ${status}`,
      ),
    ),
    titles: order.lines.map(({ title }) => title),
  };
}

/** One parcel for each row of tracking the shop keeps, one without a number when it keeps none. */
function parcelsOf(
  order: ScenarioOrder,
  shipment: ScenarioShipment,
  now: Date,
  dayOf: (instant: Date) => string,
): ParcelTruth[] {
  const own = [{ company: shipment.company as string | null, number: shipment.trackingNumber as string | null }];
  const rows = shipment.trackingRows ?? own;
  const titles = shipment.lines.map((line) => order.lines[line]!.title);
  const tracked = (rows.length > 0 ? rows : [{ company: null, number: null }]).map(({ company, number }) => {
    const scans =
      number === shipment.trackingNumber
        ? shipment.scans
        : shipment.companions?.find(({ trackingNumber }) => trackingNumber === number)?.scans;
    const told = scans && shipment.unknown !== 'error' ? { ...shipment, scans } : null;
    const truth = told ? toldByCarrier(told, now, dayOf) : toldByShop(shipment, now, dayOf);
    const name = CARRIERS[shipment.carrier];
    return { ...truth, number, titles, carrier: told && !shipment.unknown ? name : company || null };
  });
  return tracked;
}

const CARRIERS = { ups: 'UPS', fedex: 'FedEx' } as const;

const BY_KIND: Record<ScanKind, string> = {
  label: 'label_created',
  voided: 'cancelled',
  picked_up: 'picked_up',
  departed: 'in_transit',
  arrived: 'in_transit',
  out: 'out_for_delivery',
  attempted: 'delivery_attempted',
  weather: 'delayed',
  delayed: 'delayed',
  damaged: 'exception',
  customs: 'customs',
  held: 'ready_for_pickup',
  sent_back: 'returning',
  returning: 'returning',
  delivered: 'delivered',
};
/** Codes whose meaning is another than that of the scan's kind. */
const BY_CODE: Record<string, string> = { CP: 'customs', NA: 'unknown', ZZ: 'unknown', QX: 'unknown' };

type Told = Omit<ParcelTruth, 'number' | 'titles' | 'carrier'>;

function toldByCarrier(shipment: ScenarioShipment, now: Date, dayOf: (instant: Date) => string): Told {
  const { scans, expectedInDays, rescheduledInDays } = shipment;
  const shop = toldByShop(shipment, now, dayOf);
  if (shipment.unknown) return shop.status === 'delivered' ? shop : { ...shop, status: 'not_found', seenAt: [] };
  const last = scans.at(-1)!;
  const at = instantOf(now, last.daysAgo, last.time);
  const toldLater = shipment.shopScans?.at(-1);
  if (shop.status === 'delivered' && toldLater && instantOf(now, toldLater.daysAgo, toldLater.time) > at) return shop;
  const back = scans.slice(0, -1).some(({ kind }) => kind === 'returning' || kind === 'sent_back');
  const said = (last.code && BY_CODE[last.code]) ?? BY_KIND[last.kind];
  const status = said === 'delivered' && back ? 'returned' : said;
  const handed = last.kind === 'delivered';
  const days = rescheduledInDays ?? expectedInDays;
  return {
    status,
    expected: handed || days === null ? null : dayFrom(now, days),
    // The carrier writes local days; all scans of the stories happen an hour ahead of UTC.
    deliveredOn: handed ? new Date(at.getTime() + 3_600_000).toISOString().slice(0, 10) : null,
    reasons: wordsOf(shipment.carrier, last),
    seenAt: [minute(at)],
  };
}

/** What the shop knows: the state it shows, and when the parcel was announced, picked up and delivered. */
function toldByShop(shipment: ScenarioShipment, now: Date, dayOf: (instant: Date) => string): Told {
  const scans = shipment.shopScans ?? shipment.scans;
  const status = shipment.cancelled ? 'cancelled' : (BY_SHOP_STATUS[shipment.displayStatus] ?? 'unknown');
  const delivered = scans.find(({ kind }) => kind === 'delivered');
  const isDelivered = status === 'delivered' && delivered !== undefined;
  return {
    status,
    expected: isDelivered || shipment.expectedInDays === null ? null : dayFrom(now, shipment.expectedInDays),
    deliveredOn: isDelivered ? dayOf(instantOf(now, delivered.daysAgo, delivered.time)) : null,
    reasons: [],
    seenAt: scans.map(({ daysAgo, time }) => minute(instantOf(now, daysAgo, time))),
  };
}

const BY_SHOP_STATUS: Record<string, string> = {
  ATTEMPTED_DELIVERY: 'delivery_attempted',
  DELAYED: 'delayed',
  DELIVERED: 'delivered',
  IN_TRANSIT: 'in_transit',
  LABEL_PURCHASED: 'label_created',
  LABEL_VOIDED: 'cancelled',
  NOT_DELIVERED: 'exception',
  OUT_FOR_DELIVERY: 'out_for_delivery',
  READY_FOR_PICKUP: 'ready_for_pickup',
};

function wordsOf(carrier: 'ups' | 'fedex', scan: ScanPlan): string[] {
  if (carrier === 'ups') return [upsStatusOf(scan)[2].trim()];
  const { description, reason } = fedexStatusOf(scan, 'en_US');
  return [reason?.description ?? '', description, 'Delay: operational', 'Delay: clearance'].filter(Boolean);
}

const minute = (instant: Date) => instant.toISOString().slice(0, 16);
