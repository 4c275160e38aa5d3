import type { TrackShipmentAnswer, TrackShipmentRequest } from '../../contract/order-context';
import { CARRIER_NAMES } from '../carriers/carrier-facts';
import { startDeadline } from '../../resilience/deadline';
import { daysIn } from './local-day';
import type { LookUpTools } from './look-up-tools';
import { parcelOf } from './order-context';
import { readTrackingNumber } from './order-number';
import { askCarriers, joinParcel } from './parcels';
import { Questions } from './questions';
import { belongsTo } from './requester';
import { orderByParcel } from './vendor-questions';

/** One parcel, shown only when it is part of one of the requester's own orders. */
export async function lookUpShipment(
  request: TrackShipmentRequest,
  { clients, memories, settings }: LookUpTools,
  signal?: AbortSignal,
): Promise<TrackShipmentAnswer> {
  const questions = new Questions(settings, memories, startDeadline(settings.deadlineMs, signal));
  const { degraded, sources } = questions;
  const number = readTrackingNumber(request.tracking_number);
  if (!number) return { found: false, verification: 'not_found', degraded, sources };

  const outcome = await questions.ask('order', 'shopify', orderByParcel(clients, request.requester_email, number));
  if (!outcome.ok) return { found: false, verification: 'unavailable', degraded, sources };
  const order = outcome.value;
  // Whether a stranger's number exists is nobody's business: no carrier is asked.
  if (!order || !belongsTo(order, request.requester_email))
    return { found: false, verification: 'needed', degraded, sources };

  for (const shipment of order.shipments)
    for (const row of shipment.tracking) {
      if (row.number === null || readTrackingNumber(row.number) !== number) continue;
      const company = request.carrier ? CARRIER_NAMES[request.carrier] : row.company;
      const word = await askCarriers(company, number, order.createdAt, clients, questions);
      const parcel = parcelOf(joinParcel(shipment, row, word, daysIn(settings.timeZone ?? 'UTC')));
      return { found: true, verification: 'verified', parcel, degraded, sources };
    }
  return { found: false, verification: 'not_found', degraded, sources };
}
