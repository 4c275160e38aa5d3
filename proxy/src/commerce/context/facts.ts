import type { Fact, OrderDispute, OrderRefund } from '../../contract/order-context';
import { isPositive, moneyText } from '../money';
import type { ShopOrder } from '../shopify/shop-order';
import type { Charge } from '../stripe/charge';
import type { DayOf } from './local-day';
import { orderNumberOf } from './order-number';
import type { JoinedParcel } from './parcels';
import { fulfilmentWords } from './status-words';

/** id, label, kind and value; a fact without a value is left out. */
type Entry = [id: string, label: string, kind: Fact['kind'], value: string | null | undefined];

/** What is known of an order, and when the vendors said so. */
export interface OrderKnowledge {
  order: ShopOrder;
  orderAt: string;
  parcels: readonly JoinedParcel[];
  charges: readonly Charge[];
  /** Null when there are no payments to tell of. */
  moneyAt: string | null;
  refunds: readonly OrderRefund[];
  disputes: readonly OrderDispute[];
}

/**
 * Everything a reply may state about an order, as a flat list. Ids are stable: `order.status`, `parcels.0.status` …;
 * parcels, payments, refunds and disputes count from 0 in the order of the context.
 */
export function factsOf(known: OrderKnowledge, day: DayOf): Fact[] {
  const { order, orderAt, parcels, charges, moneyAt, refunds, disputes } = known;
  const at = (source: string) => (source === 'Shopify' ? orderAt : moneyAt);
  return [
    ...toFacts(orderEntries(order, parcels, day), 'Shopify', orderAt),
    ...parcels.flatMap((parcel, index) =>
      toFacts(parcelEntries(parcel, `parcels.${index}`), parcel.source, parcel.as_of),
    ),
    ...charges.flatMap((charge, index) => toFacts(chargeEntries(charge, `payments.${index}`, day), 'Stripe', moneyAt)),
    ...refunds.flatMap((refund, index) =>
      toFacts(refundEntries(refund, `refunds.${index}`, day), refund.source, at(refund.source)),
    ),
    ...disputes.flatMap((dispute, index) =>
      toFacts(disputeEntries(dispute, `disputes.${index}`, day), dispute.source, at(dispute.source)),
    ),
  ];
}

function orderEntries(order: ShopOrder, parcels: readonly JoinedParcel[], day: DayOf): Entry[] {
  return [
    ['order.number', 'Order number', 'number', orderNumberOf(order.name).orderId],
    ['order.created_at', 'Ordered on', 'date', day(order.createdAt)],
    ['order.status', 'Order status', 'status', orderStatus(order, parcels)],
    ['order.payment_status', 'Payment status', 'status', order.financialStatus.replace(/_/g, ' ')],
    ['order.total', 'Total', 'amount', moneyText(order.total)],
    ['order.refunded', 'Refunded', 'amount', isPositive(order.refunded) ? moneyText(order.refunded) : null],
    ['order.cancelled_at', 'Cancelled on', 'date', day(order.cancelledAt)],
    ['order.return_status', 'Return', 'status', returnWords(order.returnStatus)],
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

function chargeEntries(charge: Charge, id: string, day: DayOf): Entry[] {
  return [
    [`${id}.total`, 'Charged', 'amount', moneyText(charge.total)],
    [`${id}.created_at`, 'Charged on', 'date', day(charge.createdAt)],
    [`${id}.status`, 'Charge status', 'status', charge.status],
    [`${id}.refunded`, 'Refunded', 'amount', isPositive(charge.refunded) ? moneyText(charge.refunded) : null],
    [`${id}.card`, 'Card', 'text', charge.card && `${charge.card.brand} ${charge.card.last4}`],
  ];
}

function refundEntries(refund: OrderRefund, id: string, day: DayOf): Entry[] {
  return [
    [`${id}.total`, 'Refund', 'amount', moneyText(refund.total)],
    [`${id}.status`, 'Refund status', 'status', refund.status.replace(/_/g, ' ')],
    [`${id}.created_at`, 'Refunded on', 'date', day(refund.created_at)],
  ];
}

function disputeEntries(dispute: OrderDispute, id: string, day: DayOf): Entry[] {
  return [
    [`${id}.kind`, 'Dispute', 'text', dispute.kind],
    [`${id}.status`, 'Dispute status', 'status', dispute.status.replace(/_/g, ' ')],
    [`${id}.total`, 'Disputed', 'amount', dispute.total && moneyText(dispute.total)],
    [`${id}.due_by`, 'Evidence due by', 'date', day(dispute.due_by)],
  ];
}

function toFacts(entries: Entry[], source: string, asOf: string | null): Fact[] {
  return entries.flatMap(([id, label, kind, value]) =>
    value ? [{ id, label, value, kind, source, as_of: asOf }] : [],
  );
}

const returnWords = (status: string | null) => (status === 'no_return' ? null : status?.replace(/_/g, ' '));
