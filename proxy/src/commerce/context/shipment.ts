import type { TrackShipmentAnswer, TrackShipmentRequest } from '../../contract/order-context';
import { CARRIER_NAMES } from '../carriers/carrier-facts';
import { startDeadline } from '../deadline';
import type { VendorClients } from '../vendor-clients';
import type { CommerceSettings } from '../vendor-settings';
import { parcelOf } from './order-context';
import { readTrackingNumber } from './order-number';
import { askCarriers, joinParcel } from './parcels';
import { Questions } from './questions';
import { belongsTo } from './requester';

/** One parcel, shown only when it is part of one of the requester's own orders. */
export async function lookUpShipment(
  request: TrackShipmentRequest,
  clients: VendorClients,
  settings: CommerceSettings,
  signal?: AbortSignal,
): Promise<TrackShipmentAnswer> {
  const deadline = startDeadline(settings.deadlineMs, signal);
  const questions = new Questions(settings);
  const { degraded, sources } = questions;
  const number = readTrackingNumber(request.tracking_number);
  if (!number) return { found: false, verification: 'not_found', degraded, sources };

  const { shopify } = clients;
  const byParcel = shopify && (() => shopify.orderByParcel(request.requester_email, number, deadline));
  const outcome = await questions.ask('order', 'shopify', byParcel);
  if (!outcome.ok) return { found: false, verification: 'unavailable', degraded, sources };
  const order = outcome.value;
  // Whether a stranger's number exists is nobody's business: no carrier is asked.
  if (!order || !belongsTo(order, request.requester_email))
    return { found: false, verification: 'needed', degraded, sources };

  for (const shipment of order.shipments)
    for (const row of shipment.tracking) {
      if (row.number === null || readTrackingNumber(row.number) !== number) continue;
      const company = request.carrier ? CARRIER_NAMES[request.carrier] : row.company;
      const word = await askCarriers(company, number, clients, questions, deadline);
      const parcel = parcelOf(joinParcel(shipment, row, word));
      return { found: true, verification: 'verified', parcel, degraded, sources };
    }
  return { found: false, verification: 'not_found', degraded, sources };
}
