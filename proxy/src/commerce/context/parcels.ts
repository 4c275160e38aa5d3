import type { Parcel } from '../../contract/order-context';
import { carrierOfCompany, carriersToAsk } from '../carriers/carrier-choice';
import { CARRIER_NAMES, type CarrierFacts, type CarrierKey } from '../carriers/carrier-facts';
import type { Shipment, ShopOrder } from '../shopify/shop-order';
import type { VendorClients } from '../vendor-clients';
import { latestInstantOf, type DayOf } from './local-day';
import { readTrackingNumber } from './order-number';
import type { Questions } from './questions';
import { PARCEL_WORDS, shopParcelStatus } from './status-words';
import { parcel as parcelAt } from './vendor-questions';

/** A parcel with what is needed beside the contract: the local day of delivery and when its status was true. */
export interface JoinedParcel extends Parcel {
  delivered_on: string | null;
  as_of: string | null;
}

/** All parcels of an order, the shop's knowledge joined with the carriers'. Several parcels are asked for at once. */
export async function joinParcels(
  order: ShopOrder,
  clients: VendorClients,
  questions: Questions,
  dayOf: DayOf,
): Promise<JoinedParcel[]> {
  const rows = order.shipments.flatMap((shipment) => shipment.tracking.map((row) => ({ shipment, row })));
  return Promise.all(
    rows.map(async ({ shipment, row }) => {
      const number = row.number === null ? null : readTrackingNumber(row.number);
      const found =
        number === null ? null : await askCarriers(row.company, number, order.createdAt, clients, questions);
      return joinParcel(shipment, row, found, dayOf);
    }),
  );
}

/** What the carriers said: who knows the parcel, or that those who answered do not; null when none answered. */
export type CarrierWord = { carrier: CarrierKey; facts: CarrierFacts } | 'not_found' | null;

/**
 * Asks one carrier after the other until one knows the parcel.
 * @param orderedAt when the order was placed: what a carrier last saw before that is another parcel
 */
export async function askCarriers(
  company: string | null,
  trackingNumber: string,
  orderedAt: string,
  clients: VendorClients,
  questions: Questions,
): Promise<CarrierWord> {
  let word: CarrierWord = null;
  for (const carrier of carriersToAsk(company, trackingNumber)) {
    const outcome = await questions.ask('parcel', carrier, parcelAt(clients, carrier, trackingNumber));
    if (!outcome.ok) continue;
    if (outcome.value && !isOfAnEarlierOrder(outcome.value, orderedAt)) return { carrier, facts: outcome.value };
    word = 'not_found';
  }
  return word;
}

const DAY_MS = 86_400_000;

/**
 * Carriers use their numbers again: until the new parcel is scanned, the number still tells of an old one. A day's grace
 * is for clocks, and for orders that are taken down after the fact.
 */
function isOfAnEarlierOrder({ events }: CarrierFacts, orderedAt: string): boolean {
  const last = latestInstantOf(events[0]);
  return last !== null && Date.parse(last) < Date.parse(orderedAt) - DAY_MS;
}

/** Joins one tracking row of a shipment with the carrier's word; the newer of the two decides the status. */
export function joinParcel(
  shipment: Shipment,
  row: Shipment['tracking'][number],
  word: CarrierWord,
  dayOf: DayOf,
): JoinedParcel {
  const named = carrierOfCompany(row.company);
  const shop = shopParcel(shipment, row, dayOf);
  if (word === null) return shop;
  if (word === 'not_found') {
    // UPS is known to deny numbers of parcels that were delivered; what the shop was told before still holds.
    return shop.status === 'delivered' || shop.status === 'cancelled'
      ? shop
      : { ...shop, ...state('not_found'), as_of: null };
  }
  const { carrier, facts } = word;
  const name = CARRIER_NAMES[carrier];
  const last = facts.events[0];
  const parcel: JoinedParcel = {
    ...shop,
    ...state(facts.status),
    carrier: name,
    estimated_delivery: facts.estimatedDelivery ?? (facts.deliveredOn ? null : shop.estimated_delivery),
    delivered_at: facts.deliveredAt,
    delivered_on: facts.deliveredOn,
    delivered_to: facts.deliveredTo,
    proof: facts.proof,
    exception: facts.exception,
    ...(last && { last_event: last }),
    events: facts.events,
    carrier_mismatch: row.company !== null && named !== carrier,
    source: name,
    as_of: last?.at ?? null,
  };
  return shopKnowsBetter(shop, facts)
    ? {
        ...parcel,
        ...state(shop.status),
        estimated_delivery: shop.status === 'delivered' ? null : parcel.estimated_delivery,
        delivered_at: shop.delivered_at,
        delivered_on: shop.delivered_on,
        exception: null,
        source: 'Shopify',
        as_of: shop.as_of,
      }
    : parcel;
}

/** What a carrier says of the end of a way stays true; the shop may be behind, or have been told of the way back only. */
const ENDED = new Set(['delivered', 'returned', 'returning', 'cancelled']);
/** The shop's words that come from a carrier. That a label was bought or a parcel handed over it knows by itself. */
const HEARD_FROM_CARRIER = new Set([
  'delivered',
  'in_transit',
  'out_for_delivery',
  'delivery_attempted',
  'delayed',
  'exception',
  'ready_for_pickup',
]);

/** The shop was told of something after the carrier's last scan, or the carrier's answer says nothing. */
function shopKnowsBetter(shop: JoinedParcel, facts: CarrierFacts): boolean {
  if (ENDED.has(facts.status) || !HEARD_FROM_CARRIER.has(shop.status)) return false;
  if (facts.status === 'unknown' && facts.events.length === 0) return true;
  const last = latestInstantOf(facts.events[0]);
  return shop.as_of !== null && last !== null && shop.as_of > last;
}

function shopParcel(shipment: Shipment, row: Shipment['tracking'][number], dayOf: DayOf): JoinedParcel {
  const status = shipment.cancelled ? 'cancelled' : shopParcelStatus(shipment.shopStatus);
  const delivered = status === 'delivered';
  const carrier = carrierOfCompany(row.company);
  return {
    tracking_number: row.number,
    carrier: carrier ? CARRIER_NAMES[carrier] : (row.company ?? 'unknown'),
    ...state(status),
    estimated_delivery: delivered ? null : dayOf(shipment.estimatedDeliveryAt),
    delivered_at: delivered ? shipment.deliveredAt : null,
    delivered_on: delivered ? dayOf(shipment.deliveredAt) : null,
    delivered_to: null,
    proof: [],
    exception: null,
    events: [],
    url: row.url,
    line_titles: shipment.lineTitles,
    carrier_mismatch: false,
    source: 'Shopify',
    as_of: statusTime(shipment, delivered),
  };
}

/** When the shop's status was true: the time of the event behind it, else the nearest earlier time it keeps. */
const statusTime = (shipment: Shipment, delivered: boolean): string =>
  (delivered ? shipment.deliveredAt : shipment.statusAt) ?? shipment.inTransitAt ?? shipment.createdAt;

const state = (status: Parcel['status']) => ({ status, status_text: PARCEL_WORDS[status] });
