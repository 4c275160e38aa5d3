import type { Fact } from '../../contract/order-context';
import { isPositive, moneyText } from '../money';
import type { ShopOrder } from '../shopify/shop-order';
import type { Charge } from '../stripe/charge';
import { orderNumberOf } from './order-number';
import type { JoinedParcel } from './parcels';
import { fulfilmentWords } from './status-words';

/** id, label, kind and value; a fact without a value is left out. */
type Entry = [id: string, label: string, kind: Fact['kind'], value: string | null | undefined];

/**
 * Everything a reply may state about an order, as a flat list. Ids are stable: `order.status`, `parcels.0.status` …;
 * parcels and payments count from 0 in the order of the context.
 */
export function factsOf(
  order: ShopOrder,
  parcels: readonly JoinedParcel[],
  charges: readonly Charge[],
  fetchedAt: string,
): Fact[] {
  return [
    ...toFacts(orderEntries(order, parcels), 'Shopify', fetchedAt),
    ...parcels.flatMap((parcel, index) =>
      toFacts(parcelEntries(parcel, `parcels.${index}`), parcel.source, parcel.as_of),
    ),
    ...charges.flatMap((charge, index) => toFacts(chargeEntries(charge, `payments.${index}`), 'Stripe', fetchedAt)),
  ];
}

function orderEntries(order: ShopOrder, parcels: readonly JoinedParcel[]): Entry[] {
  return [
    ['order.number', 'Order number', 'number', orderNumberOf(order.name).orderId],
    ['order.created_at', 'Ordered on', 'date', day(order.createdAt)],
    ['order.status', 'Order status', 'status', orderStatus(order, parcels)],
    ['order.payment_status', 'Payment status', 'status', order.financialStatus.replace(/_/g, ' ')],
    ['order.total', 'Total', 'amount', moneyText(order.total)],
    ['order.refunded', 'Refunded', 'amount', isPositive(order.refunded) ? moneyText(order.refunded) : null],
    ['order.cancelled_at', 'Cancelled on', 'date', day(order.cancelledAt)],
    ['order.customer_name', 'Customer', 'text', order.customerName],
    ...order.lines.flatMap((line, index): Entry[] => [
      [`order.lines.${index}.title`, 'Product', 'text', line.title],
      [`order.lines.${index}.quantity`, 'Quantity', 'number', String(line.quantity)],
      [
        `order.lines.${index}.unfulfilled`,
        'Not shipped yet',
        'number',
        line.unfulfilled > 0 ? String(line.unfulfilled) : null,
      ],
    ]),
  ];
}

function orderStatus(order: ShopOrder, parcels: readonly JoinedParcel[]): string {
  if (order.cancelledAt) return 'cancelled';
  const complete = order.lines.every((line) => line.unfulfilled === 0);
  if (complete && parcels.length > 0 && parcels.every((parcel) => parcel.status === 'delivered')) return 'delivered';
  return fulfilmentWords(order.fulfillmentStatus);
}

function parcelEntries(parcel: JoinedParcel, id: string): Entry[] {
  const last = parcel.last_event;
  return [
    [`${id}.status`, 'Parcel status', 'status', parcel.status_text],
    [`${id}.carrier`, 'Carrier', 'carrier', parcel.carrier === 'unknown' ? null : parcel.carrier],
    [`${id}.tracking_number`, 'Tracking number', 'number', parcel.tracking_number],
    [`${id}.estimated_delivery`, 'Expected on', 'date', parcel.estimated_delivery],
    [`${id}.delivered_at`, 'Delivered on', 'date', parcel.delivered_on],
    [`${id}.delivered_to`, 'Delivered to', 'text', parcel.delivered_to],
    [`${id}.exception`, 'Reason', 'text', parcel.exception],
    [`${id}.last_event`, 'Last scan', 'text', last?.description],
    [`${id}.last_event_at`, 'Last scan on', 'date', (last?.local_time ?? last?.at)?.slice(0, 10)],
    [`${id}.last_place`, 'Last place', 'place', last?.place],
    [`${id}.link`, 'Tracking link', 'link', parcel.url],
    ...parcel.line_titles.map((title, index): Entry => [`${id}.lines.${index}.title`, 'In this parcel', 'text', title]),
  ];
}

function chargeEntries(charge: Charge, id: string): Entry[] {
  return [
    [`${id}.total`, 'Charged', 'amount', moneyText(charge.total)],
    [`${id}.created_at`, 'Charged on', 'date', day(charge.createdAt)],
    [`${id}.status`, 'Charge status', 'status', charge.status],
    [`${id}.refunded`, 'Refunded', 'amount', isPositive(charge.refunded) ? moneyText(charge.refunded) : null],
    [`${id}.card`, 'Card', 'text', charge.card && `${charge.card.brand} ${charge.card.last4}`],
  ];
}

function toFacts(entries: Entry[], source: string, asOf: string | null): Fact[] {
  return entries.flatMap(([id, label, kind, value]) =>
    value ? [{ id, label, value, kind, source, as_of: asOf }] : [],
  );
}

const day = (instant: string | null) => instant?.slice(0, 10) ?? null;
