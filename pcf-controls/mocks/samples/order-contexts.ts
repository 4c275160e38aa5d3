const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const money = (amount: number) => ({ amount: amount.toFixed(2), currency: 'USD' });
const PRODUCTS = [
  'Linen shirt, sand, M',
  'Trail shoes, 42',
  'Wool throw',
  'Espresso cups, set of 4',
  'Rain jacket, navy, L',
];

/** The situations an order can be in that an agent meets most. */
export const ORDER_SITUATIONS = [
  'on_its_way',
  'late',
  'two_parcels',
  'charged_twice',
  'carrier_away',
  'many_lines',
] as const;
export type OrderSituation = (typeof ORDER_SITUATIONS)[number];

/** What the service knows about an order, as it stands in a ticket's order context. */
export function orderContext(situation: OrderSituation, orderId: string, customer: string, now: number) {
  const at = (ago: number) => new Date(now - ago).toISOString();
  const lineCount = situation === 'many_lines' ? 200 : situation === 'two_parcels' ? 3 : 2;
  const lines = Array.from({ length: lineCount }, (_, index) => ({
    line_id: `${index + 1}`,
    title: PRODUCTS[index % PRODUCTS.length] ?? '',
    sku: `SKU-${100 + index}`,
    quantity: 1 + (index % 2),
    unfulfilled: situation === 'two_parcels' && index === 2 ? 1 : 0,
  }));
  const total = lines.reduce((sum, { quantity }, index) => sum + quantity * (19.5 + 7 * (index % 5)), 0);
  const parcel = (number: number, carrier: string, isLate: boolean) => {
    const events = [
      {
        at: at(5 * HOUR),
        local_time: null,
        description: isLate ? 'Delay: severe weather' : 'Departed facility',
        place: 'Memphis, US',
      },
      { at: at(20 * HOUR), local_time: null, description: 'Arrived at facility', place: 'Nashville, US' },
      { at: at(2 * DAY), local_time: null, description: 'Picked up', place: 'Atlanta, US' },
    ];
    return {
      tracking_number: `${carrier === 'UPS' ? '1Z999AA1012345' : '79426578'}${number}784`,
      carrier,
      status: isLate ? 'delayed' : 'in_transit',
      status_text: isLate ? 'delayed' : 'on its way',
      estimated_delivery: at(isLate ? DAY : -DAY).slice(0, 10),
      delivered_at: null,
      delivered_to: null,
      proof: [],
      exception: isLate ? 'Severe weather on the way' : null,
      last_event: events[0],
      events,
      url: `https://example.com/track/${number}`,
      line_titles: lines.slice(number, number + 2).map(({ title }) => title),
      carrier_mismatch: false,
      source: carrier.toLowerCase(),
    };
  };
  const charge = (number: number) => ({
    charge_id: `ch_${orderId.slice(-5)}${number}`,
    total: money(total),
    refunded: money(0),
    status: 'succeeded',
    captured: true,
    disputed: false,
    created_at: at(3 * DAY - number * 40_000),
    card: 'Visa 4242',
    payment_intent: `pi_${orderId.slice(-5)}${number}`,
  });
  const parcels =
    situation === 'carrier_away'
      ? []
      : situation === 'two_parcels'
        ? [parcel(1, 'UPS', false), parcel(2, 'FedEx', true)]
        : [parcel(1, 'FedEx', situation === 'late')];
  const payments = situation === 'charged_twice' ? [charge(1), charge(2)] : [charge(1)];
  const findings = [
    ...(situation === 'late' || situation === 'two_parcels'
      ? [
          {
            code: 'late',
            confidence: 'high',
            evidence: ['The parcel was expected yesterday.', 'Severe weather on the way'],
          },
        ]
      : []),
    ...(situation === 'charged_twice'
      ? [
          {
            code: 'duplicate_charge',
            confidence: 'high',
            evidence: [`Two charges of ${money(total).amount} USD 40 seconds apart.`],
          },
        ]
      : []),
    ...(situation === 'two_parcels'
      ? [{ code: 'partly_shipped', confidence: 'high', evidence: ['1 of 3 lines is not shipped yet.'] }]
      : []),
  ];
  return {
    found: true,
    verification: 'verified',
    order_id: orderId,
    order: {
      order_id: orderId,
      shop_id: `gid://shopify/Order/${orderId.slice(-5)}`,
      created_at: at(3 * DAY),
      financial_status: 'paid',
      fulfillment_status: situation === 'two_parcels' ? 'partially_fulfilled' : 'fulfilled',
      cancelled_at: null,
      cancel_reason: null,
      total: money(total),
      refunded: money(0),
      customer_name: customer,
      lines,
      return_status: null,
    },
    parcels,
    payments,
    findings,
    facts: factsOf(parcels[0], orderId, at(HOUR)),
    degraded:
      situation === 'carrier_away'
        ? [
            {
              part: 'parcel',
              vendor: 'fedex',
              code: 'RCC_VENDOR_UNAVAILABLE',
              message: 'FedEx does not answer at the moment.',
              retry_after_seconds: 120,
            },
          ]
        : [],
    sources: [
      { vendor: 'shopify', origin: 'sandbox', ok: true, duration_ms: 120 },
      { vendor: 'fedex', origin: 'sandbox', ok: situation !== 'carrier_away', duration_ms: 340 },
      { vendor: 'stripe', origin: 'sandbox', ok: true, duration_ms: 95 },
    ],
    summary: `Order ${orderId} with ${lines.length} lines, ${parcels.length} parcels and ${payments.length} charges.`,
    fetched_at: at(HOUR),
  };
}

/** What a reply about the order may state. */
function factsOf(
  parcel: { carrier: string; status_text: string; estimated_delivery: string } | undefined,
  orderId: string,
  asOf: string,
): object[] {
  const fact = (id: string, label: string, value: string, kind: string, source: string) => ({
    id,
    label,
    value,
    kind,
    source,
    as_of: asOf,
  });
  const ofParcel = parcel
    ? [
        fact('parcels.0.carrier', 'Carrier', parcel.carrier, 'carrier', 'fedex'),
        fact('parcels.0.status', 'Parcel', parcel.status_text, 'status', 'fedex'),
        fact('parcels.0.estimated_delivery', 'Expected', parcel.estimated_delivery, 'date', 'fedex'),
      ]
    : [];
  return [fact('order.order_id', 'Order', orderId, 'text', 'shopify'), ...ofParcel];
}
