import type { Parcel } from '../../contract/order-context';
import { carrierOfCompany, carriersToAsk } from '../carriers/carrier-choice';
import { CARRIER_NAMES, type CarrierFacts, type CarrierKey } from '../carriers/carrier-facts';
import type { Deadline } from '../deadline';
import type { Shipment, ShopOrder } from '../shopify/shop-order';
import type { VendorClients } from '../vendor-clients';
import type { Questions } from './questions';
import { readTrackingNumber } from './order-number';
import { PARCEL_WORDS, shopParcelStatus } from './status-words';

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
  deadline: Deadline,
): Promise<JoinedParcel[]> {
  const rows = order.shipments.flatMap((shipment) => shipment.tracking.map((row) => ({ shipment, row })));
  return Promise.all(
    rows.map(async ({ shipment, row }) => {
      const number = row.number === null ? null : readTrackingNumber(row.number);
      const found = number === null ? null : await askCarriers(row.company, number, clients, questions, deadline);
      return joinParcel(shipment, row, found);
    }),
  );
}

/** What the carriers said: who knows the parcel, or that those who answered do not; null when none answered. */
export type CarrierWord = { carrier: CarrierKey; facts: CarrierFacts } | 'not_found' | null;

/** Asks one carrier after the other until one knows the parcel. */
export async function askCarriers(
  company: string | null,
  trackingNumber: string,
  clients: VendorClients,
  questions: Questions,
  deadline: Deadline,
): Promise<CarrierWord> {
  let word: CarrierWord = null;
  for (const carrier of carriersToAsk(company, trackingNumber)) {
    const client = clients.carriers[carrier];
    const outcome = await questions.ask('parcel', carrier, client && (() => client.track(trackingNumber, deadline)));
    if (!outcome.ok) continue;
    if (outcome.value) return { carrier, facts: outcome.value };
    word = 'not_found';
  }
  return word;
}

/** Joins one tracking row of a shipment with the carrier's word; the newer of the two decides the status. */
export function joinParcel(shipment: Shipment, row: Shipment['tracking'][number], word: CarrierWord): JoinedParcel {
  const named = carrierOfCompany(row.company);
  const shop = shopParcel(shipment, row);
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
  return shopKnowsBetter(shipment, facts)
    ? {
        ...parcel,
        ...state('delivered'),
        estimated_delivery: null,
        delivered_at: shop.delivered_at,
        delivered_on: shop.delivered_on,
        exception: null,
        source: 'Shopify',
        as_of: shop.as_of,
      }
    : parcel;
}

/** The shop was told of the delivery after the carrier's last scan. */
function shopKnowsBetter(shipment: Shipment, facts: CarrierFacts): boolean {
  const last = facts.events[0]?.at;
  return (
    shopParcelStatus(shipment.shopStatus) === 'delivered' &&
    !['delivered', 'returned', 'returning'].includes(facts.status) &&
    shipment.deliveredAt !== null &&
    last != null &&
    shipment.deliveredAt > last
  );
}

function shopParcel(shipment: Shipment, row: Shipment['tracking'][number]): JoinedParcel {
  const status = shipment.cancelled ? 'cancelled' : shopParcelStatus(shipment.shopStatus);
  const delivered = status === 'delivered';
  const carrier = carrierOfCompany(row.company);
  return {
    tracking_number: row.number,
    carrier: carrier ? CARRIER_NAMES[carrier] : (row.company ?? 'unknown'),
    ...state(status),
    estimated_delivery: delivered ? null : (shipment.estimatedDeliveryAt?.slice(0, 10) ?? null),
    delivered_at: delivered ? shipment.deliveredAt : null,
    delivered_on: delivered ? (shipment.deliveredAt?.slice(0, 10) ?? null) : null,
    delivered_to: null,
    proof: [],
    exception: null,
    events: [],
    url: row.url,
    line_titles: shipment.lineTitles,
    carrier_mismatch: false,
    source: 'Shopify',
    as_of: shipment.deliveredAt ?? shipment.inTransitAt ?? shipment.createdAt,
  };
}

const state = (status: Parcel['status']) => ({ status, status_text: PARCEL_WORDS[status] });
