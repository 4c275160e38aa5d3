import type { GetOrderContextRequest, OrderContext, Parcel } from '../../contract/order-context';
import { startDeadline } from '../../resilience/deadline';
import type { ShopOrder } from '../shopify/shop-order';
import type { VendorClients } from '../vendor-clients';
import { factsOf } from './facts';
import { findingsOf } from './findings';
import { daysIn } from './local-day';
import type { LookUpTools } from './look-up-tools';
import { orderNumberOf, readOrderNumber, readTrackingNumber, type OrderNumber } from './order-number';
import { joinParcels, type JoinedParcel } from './parcels';
import { disputesOf, refundsOf } from './money-records';
import { lookUpPayments } from './payment-history';
import { paymentOf } from './payments';
import { Questions, type Outcome } from './questions';
import { belongsTo } from './requester';
import { summaryOf } from './summary';
import { orderByName, orderByParcel } from './vendor-questions';

type Blank = Pick<OrderContext, 'found' | 'verification' | 'order_id' | 'summary'>;

/**
 * Joins order, parcels and payments for the one who asks. Carriers and the payment provider are asked at the same
 * time, once the order is shown to be the requester's; parts that cannot be had are named in `degraded`.
 */
export async function lookUpOrderContext(
  request: GetOrderContextRequest,
  { clients, memories, settings, now }: LookUpTools,
  signal?: AbortSignal,
): Promise<OrderContext> {
  const questions = new Questions(settings, memories, startDeadline(settings.deadlineMs, signal));
  const dayOf = daysIn(settings.timeZone ?? 'UTC');
  const asked = readOrderNumber(request.order_id ?? '');
  const orderId = asked?.orderId ?? null;
  const fetchedAt = now().toISOString();
  const nothing = (blank: Omit<Blank, 'found' | 'order_id'>): OrderContext => ({
    found: false,
    order_id: orderId,
    ...blank,
    parcels: [],
    payments: [],
    findings: [],
    facts: [],
    degraded: questions.degraded,
    sources: questions.sources,
    fetched_at: fetchedAt,
  });

  const number = readTrackingNumber(request.tracking_number ?? '');
  if (!asked && !number) return nothing({ verification: 'not_found', summary: notFoundWords(request) });

  const outcome = await findOrder(request.requester_email, asked, number, clients, questions);
  if (!outcome.ok) return nothing({ verification: 'unavailable', summary: 'The shop gave no answer about the order.' });
  const order = outcome.value;
  if (!order) return nothing({ verification: 'not_found', summary: notFoundWords(request) });
  if (!belongsTo(order, request.requester_email, request.postcode))
    return nothing({ verification: 'needed', summary: 'It could not be shown that the order is the requester’s.' });

  const [parcels, money] = await Promise.all([
    joinParcels(order, clients, questions, dayOf),
    lookUpPayments(order, clients, questions),
  ]);
  const refunds = refundsOf(order, money);
  const disputes = disputesOf(order, money);
  const findings = findingsOf(order, parcels, money, disputes, now());
  const charges = money?.charges ?? [];
  return {
    found: true,
    verification: 'verified',
    order_id: orderNumberOf(order.name).orderId,
    order: orderSummaryOf(order),
    parcels: parcels.map(parcelOf),
    payments: charges.map(paymentOf),
    refunds,
    disputes,
    findings,
    facts: factsOf(
      { order, orderAt: outcome.at, parcels, charges, moneyAt: money?.at ?? null, refunds, disputes },
      dayOf,
    ),
    degraded: questions.degraded,
    sources: questions.sources,
    summary: summaryOf(order, parcels, findings, questions.degraded, dayOf),
    fetched_at: fetchedAt,
  };
}

/** By order number when there is one, else by a parcel number among the requester's own orders. */
async function findOrder(
  requesterEmail: string,
  asked: OrderNumber | null,
  parcel: string | null,
  clients: VendorClients,
  questions: Questions,
): Promise<Outcome<ShopOrder | null>> {
  if (asked) {
    const outcome = await questions.ask('order', 'shopify', orderByName(clients, asked.shopName));
    if (!outcome.ok || outcome.value || !parcel) return outcome;
  }
  return questions.ask('order', 'shopify', orderByParcel(clients, requesterEmail, parcel ?? ''));
}

function notFoundWords({ order_id, tracking_number }: GetOrderContextRequest): string {
  if (!order_id && !tracking_number) return 'No order or tracking number was given.';
  return 'No such order was found in the last 60 days.';
}

function orderSummaryOf(order: ShopOrder): NonNullable<OrderContext['order']> {
  return {
    order_id: orderNumberOf(order.name).orderId,
    shop_id: order.id,
    created_at: order.createdAt,
    financial_status: order.financialStatus,
    fulfillment_status: order.fulfillmentStatus,
    cancelled_at: order.cancelledAt,
    cancel_reason: order.cancelReason,
    total: order.total,
    refunded: order.refunded,
    customer_name: order.customerName,
    lines: order.lines.map(({ id, ...line }) => ({ line_id: id, ...line })),
    return_status: order.returnStatus,
  };
}

/** The parcel as the contract describes it. */
export function parcelOf({ delivered_on: _day, ...parcel }: JoinedParcel): Parcel {
  return parcel;
}
