import type { Fact, OrderContext, Parcel } from '../contract/order-context';

/** Order contexts for tests, with the fact ids of the commerce part. Not used by the service. */

const DAY = '2026-03-01';
const FETCHED_AT = `${DAY}T10:00:00Z`;

export interface SampleOrder {
  orderId?: string;
  parcels?: Partial<Parcel>[];
  lines?: { title: string; quantity: number; unfulfilled: number }[];
  status?: string;
  paymentStatus?: string;
  total?: string;
  refunded?: string;
  cancelledAt?: string;
  findings?: OrderContext['findings'];
  degraded?: OrderContext['degraded'];
  payments?: string[];
}

const STATUS_TEXT: Partial<Record<Parcel['status'], string>> = {
  label_created: 'announced to the carrier, not handed over yet',
  customs: 'in customs clearance',
  delivery_attempted: 'delivery was attempted',
  exception: 'held up on the way',
  returning: 'on its way back to us',
  returned: 'returned to us',
  not_found: 'not known to the carrier yet',
  unknown: 'not known',
};

export function sampleParcel(over: Partial<Parcel> = {}): Parcel {
  const status = over.status ?? 'in_transit';
  return {
    tracking_number: '1Z999AA10123456784',
    carrier: 'UPS',
    status,
    status_text: STATUS_TEXT[status] ?? status.replace(/_/g, ' '),
    estimated_delivery: null,
    delivered_at: null,
    delivered_to: null,
    proof: [],
    exception: null,
    events: [],
    url: null,
    line_titles: [],
    carrier_mismatch: false,
    source: over.carrier ?? 'UPS',
    ...over,
  };
}

function parcelFacts(parcel: Parcel, index: number): Fact[] {
  const id = `parcels.${index}`;
  const asOf = '2026-03-01T09:30:00Z';
  const entries: [string, string, Fact['kind'], string | null][] = [
    [`${id}.status`, 'Parcel status', 'status', parcel.status_text],
    [`${id}.carrier`, 'Carrier', 'carrier', parcel.carrier],
    [`${id}.tracking_number`, 'Tracking number', 'number', parcel.tracking_number],
    [`${id}.estimated_delivery`, 'Expected on', 'date', parcel.estimated_delivery],
    [`${id}.delivered_at`, 'Delivered on', 'date', parcel.delivered_at?.slice(0, 10) ?? null],
    [`${id}.delivered_to`, 'Delivered to', 'text', parcel.delivered_to],
    [`${id}.exception`, 'Reason', 'text', parcel.exception],
    [`${id}.link`, 'Tracking link', 'link', parcel.url],
    ...parcel.line_titles.map((title, line): [string, string, Fact['kind'], string] => [
      `${id}.lines.${line}.title`,
      'In this parcel',
      'text',
      title,
    ]),
  ];
  return toFacts(entries, parcel.source, asOf);
}

const toFacts = (entries: [string, string, Fact['kind'], string | null][], source: string, asOf: string): Fact[] =>
  entries.flatMap(([id, label, kind, value]) => (value ? [{ id, label, kind, value, source, as_of: asOf }] : []));

/** A context of an order that was found and belongs to the requester. */
export function sampleOrderContext(sample: SampleOrder = {}): OrderContext {
  const orderId = sample.orderId ?? 'ORD-12345';
  const parcels = (sample.parcels ?? [{}]).map(sampleParcel);
  const lines = sample.lines ?? [{ title: 'Trail Shoe 42', quantity: 1, unfulfilled: 0 }];
  const total = sample.total ?? '49.90 EUR';
  const paymentStatus = sample.paymentStatus ?? 'paid';
  const payments = sample.payments ?? [total];
  const money = (text: string) => ({ amount: text.split(' ')[0] ?? '', currency: text.split(' ')[1] ?? '' });
  const entries: [string, string, Fact['kind'], string | null][] = [
    ['order.number', 'Order number', 'number', orderId],
    ['order.created_at', 'Ordered on', 'date', '2026-02-24'],
    ['order.status', 'Order status', 'status', sample.status ?? 'shipped'],
    ['order.payment_status', 'Payment status', 'status', paymentStatus],
    ['order.total', 'Total', 'amount', total],
    ['order.refunded', 'Refunded', 'amount', sample.refunded ?? null],
    ['order.cancelled_at', 'Cancelled on', 'date', sample.cancelledAt?.slice(0, 10) ?? null],
    ...lines.flatMap((line, index): [string, string, Fact['kind'], string | null][] => [
      [`order.lines.${index}.title`, 'Product', 'text', line.title],
      [`order.lines.${index}.quantity`, 'Quantity', 'number', String(line.quantity)],
      [
        `order.lines.${index}.unfulfilled`,
        'Not shipped yet',
        'number',
        line.unfulfilled > 0 ? String(line.unfulfilled) : null,
      ],
    ]),
    ...payments.flatMap((amount, index): [string, string, Fact['kind'], string | null][] => [
      [`payments.${index}.total`, 'Charged', 'amount', amount],
      [`payments.${index}.created_at`, 'Charged on', 'date', '2026-02-24'],
      [`payments.${index}.status`, 'Charge status', 'status', 'succeeded'],
    ]),
  ];
  return {
    found: true,
    verification: 'verified',
    order_id: orderId,
    order: {
      order_id: orderId,
      shop_id: 'gid://shopify/Order/1',
      created_at: '2026-02-24T08:00:00Z',
      financial_status: paymentStatus,
      fulfillment_status: 'fulfilled',
      cancelled_at: sample.cancelledAt ?? null,
      cancel_reason: null,
      total: money(total),
      refunded: money(sample.refunded ?? '0.00 EUR'),
      customer_name: 'Lou Reyes',
      lines: lines.map((line, index) => ({ line_id: String(index), sku: null, ...line })),
      return_status: null,
    },
    parcels,
    payments: payments.map((amount, index) => ({
      charge_id: `ch_${index}`,
      total: money(amount),
      refunded: money('0.00 EUR'),
      status: 'succeeded',
      captured: true,
      disputed: false,
      created_at: '2026-02-24T08:00:00Z',
      card: null,
      payment_intent: null,
    })),
    findings: sample.findings ?? [],
    facts: [...toFacts(entries, 'Shopify', FETCHED_AT), ...parcels.flatMap(parcelFacts)],
    degraded: sample.degraded ?? [],
    sources: [],
    summary: 'A sample order.',
    fetched_at: FETCHED_AT,
  };
}

/** A context in which nothing is revealed. */
export function hiddenOrderContext(
  verification: 'needed' | 'not_found' | 'unavailable',
  orderId: string | null = 'ORD-99999',
): OrderContext {
  return {
    found: false,
    verification,
    order_id: orderId,
    parcels: [],
    payments: [],
    findings: [],
    facts: [],
    degraded:
      verification === 'unavailable'
        ? [
            {
              part: 'order',
              vendor: 'shopify',
              code: 'RCC_UPSTREAM_UNAVAILABLE',
              message: 'No answer.',
              retry_after_seconds: null,
            },
          ]
        : [],
    sources: [],
    summary: 'Nothing to show.',
    fetched_at: FETCHED_AT,
  };
}

/** The sample everybody knows: out for delivery with FedEx, expected the same day. */
export const outForDelivery = (): OrderContext =>
  sampleOrderContext({
    parcels: [
      {
        status: 'out_for_delivery',
        carrier: 'FedEx',
        tracking_number: '7942657890',
        estimated_delivery: DAY,
        url: 'https://www.fedex.com/fedextrack/?trknbr=7942657890',
      },
    ],
  });

/** One parcel delivered, one on the way, one line not shipped. */
export const splitShipment = (): OrderContext =>
  sampleOrderContext({
    orderId: 'ORD-12346',
    status: 'partly shipped',
    lines: [
      { title: 'Trail Shoe 42', quantity: 1, unfulfilled: 0 },
      { title: 'Wool Cap', quantity: 2, unfulfilled: 0 },
      { title: 'Rain Jacket', quantity: 1, unfulfilled: 1 },
    ],
    parcels: [
      { status: 'delivered', delivered_at: '2026-02-27T15:20:00Z', line_titles: ['Trail Shoe 42'] },
      {
        status: 'in_transit',
        tracking_number: '1Z999AA10123456793',
        estimated_delivery: '2026-03-03',
        line_titles: ['Wool Cap'],
      },
    ],
    findings: [{ code: 'partly_shipped', confidence: 'high', evidence: ['Not shipped: 1 × Rain Jacket'] }],
  });
