import type { DegradedPart, Finding } from '../../contract/order-context';
import type { ShopOrder } from '../shopify/shop-order';
import type { DayOf } from './local-day';
import { orderNumberOf } from './order-number';
import type { JoinedParcel } from './parcels';
import { fulfilmentWords } from './status-words';

/** One sentence for an agent: the order, its parcels, what stands out and what is missing. */
export function summaryOf(
  order: ShopOrder,
  parcels: readonly JoinedParcel[],
  findings: readonly Finding[],
  degraded: readonly DegradedPart[],
  dayOf: DayOf,
): string {
  const state = order.cancelledAt ? 'cancelled' : fulfilmentWords(order.fulfillmentStatus);
  const parts = [
    `${orderNumberOf(order.name).orderId} of ${dayOf(order.createdAt)}: ${state}, ${order.financialStatus.replace(/_/g, ' ')}`,
    ...parcels.map(parcelWords),
  ];
  if (findings.length > 0) parts.push(`found: ${[...new Set(findings.map(({ code }) => code))].join(', ')}`);
  const missing = degraded.filter(({ shown_as_of }) => shown_as_of === undefined);
  const old = degraded.filter(({ shown_as_of }) => shown_as_of !== undefined);
  if (missing.length > 0) parts.push(`missing: ${missing.map(({ part, vendor }) => `${part} (${vendor})`).join(', ')}`);
  if (old.length > 0)
    parts.push(`not newer than: ${old.map(({ part, shown_as_of }) => `${part} ${shown_as_of}`).join(', ')}`);
  return `${parts.join('; ')}.`;
}

function parcelWords(parcel: JoinedParcel): string {
  const number = parcel.tracking_number === null ? '' : ` ${parcel.tracking_number}`;
  const when = parcel.delivered_on ?? (parcel.estimated_delivery && `expected ${parcel.estimated_delivery}`);
  return `${parcel.carrier}${number} ${parcel.status_text}${when ? ` ${when}` : ''}`;
}
