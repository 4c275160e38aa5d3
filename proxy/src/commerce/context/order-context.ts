import type { GetOrderContextRequest, OrderContext, Parcel } from '../../contract/order-context';
import { startDeadline, type Deadline } from '../deadline';
import type { ShopOrder } from '../shopify/shop-order';
import type { CommerceDependencies, VendorClients } from '../vendor-clients';
import type { CommerceSettings } from '../vendor-settings';
import { factsOf } from './facts';
import { findingsOf } from './findings';
import { orderNumberOf, readOrderNumber, readTrackingNumber, type OrderNumber } from './order-number';
import { joinParcels, type JoinedParcel } from './parcels';
import { findPayments, paymentOf } from './payments';
import { Questions, type Outcome } from './questions';
import { belongsTo } from './requester';
import { summaryOf } from './summary';

type Blank = Pick<OrderContext, 'found' | 'verification' | 'order_id' | 'summary'>;

/**
 * Joins order, parcels and payments for the one who asks. Carriers and the payment provider are asked at the same
 * time, once the order is shown to be the requester's; parts that cannot be had are named in `degraded`.
 */
export async function lookUpOrderContext(
  request: GetOrderContextRequest,
  clients: VendorClients,
  settings: CommerceSettings,
  deps: CommerceDependencies,
  signal?: AbortSignal,
): Promise<OrderContext> {
  const deadline = startDeadline(settings.deadlineMs, signal);
  const questions = new Questions(settings);
  const asked = readOrderNumber(request.order_id ?? '');
  const orderId = asked?.orderId ?? null;
  const fetchedAt = deps.now().toISOString();
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

  const outcome = await findOrder(request, asked, clients, questions, deadline);
  if (!outcome.ok) return nothing({ verification: 'unavailable', summary: 'The shop gave no answer about the order.' });
  const order = outcome.value;
  if (!order) return nothing({ verification: 'not_found', summary: notFoundWords(request) });
  if (!belongsTo(order, request.requester_email, request.postcode))
    return nothing({ verification: 'needed', summary: 'It could not be shown that the order is the requester’s.' });

  const { number, orderId: foundId } = orderNumberOf(order.name);
  const { stripe } = clients;
  const paymentQuestion = stripe && (() => findPayments(stripe, { number, createdAt: order.createdAt }, deadline));
  const [parcels, payments] = await Promise.all([
    joinParcels(order, clients, questions, deadline),
    questions.ask('payment', 'stripe', paymentQuestion),
  ]);
  const charges = payments.ok ? payments.value.charges : [];
  const findings = findingsOf(order, parcels, payments.ok ? payments.value : null, deps.now());
  return {
    found: true,
    verification: 'verified',
    order_id: foundId,
    order: orderSummaryOf(order),
    parcels: parcels.map(parcelOf),
    payments: charges.map(paymentOf),
    findings,
    facts: factsOf(order, parcels, charges, fetchedAt),
    degraded: questions.degraded,
    sources: questions.sources,
    summary: summaryOf(order, parcels, findings, questions.degraded),
    fetched_at: fetchedAt,
  };
}

/** By order number when there is one, else by a parcel number among the requester's own orders. */
async function findOrder(
  request: GetOrderContextRequest,
  asked: OrderNumber | null,
  { shopify }: VendorClients,
  questions: Questions,
  deadline: Deadline,
): Promise<Outcome<ShopOrder | null>> {
  const parcel = readTrackingNumber(request.tracking_number ?? '');
  if (asked) {
    const byNumber = shopify && (() => shopify.orderByName(asked.shopName, deadline));
    const outcome = await questions.ask('order', 'shopify', byNumber);
    if (!outcome.ok || outcome.value || !parcel) return outcome;
  }
  if (!parcel) return { ok: true, value: null };
  const byParcel = shopify && (() => shopify.orderByParcel(request.requester_email, parcel, deadline));
  return questions.ask('order', 'shopify', byParcel);
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
export function parcelOf({ delivered_on: _day, as_of: _asOf, ...parcel }: JoinedParcel): Parcel {
  return parcel;
}
