import { shopifySignature } from './shopify-proof';
import { stripeSignature } from './stripe-proof';

/** Deliveries as the vendors send them, with people in them who must be found nowhere afterwards. */

export const SHOPIFY_SECRETS = ['shpss_new_0123456789abcdef', 'shpss_old_0123456789abcdef'] as const;
export const STRIPE_SECRETS = ['whsec_new_0123456789abcdef', 'whsec_old_0123456789abcdef'] as const;
export const UPS_CREDENTIALS = ['ups-credential-new-0123456', 'ups-credential-old-0123456'] as const;

export const NOW = new Date('2026-03-01T09:30:00.000Z');

/** Words that stand in the bodies and may stand nowhere else. */
export const PRIVATE = /Jane|Doe|jane\.doe|Elm Street|NY 12053|last4/;

export interface Sent {
  headers: Record<string, string>;
  body: string;
}

export const shopOrder = {
  id: 450789469,
  admin_graphql_api_id: 'gid://shopify/Order/450789469',
  name: '#12345',
  email: 'jane.doe@example.com',
  created_at: '2026-02-24T10:15:00-05:00',
  updated_at: '2026-03-01T04:20:00-05:00',
  cancelled_at: null as string | null,
  cancel_reason: null as string | null,
  financial_status: 'paid' as string | null,
  fulfillment_status: 'partial' as string | null,
  currency: 'GBP',
  total_price: '42.40',
  total_price_set: {
    shop_money: { amount: '42.40', currency_code: 'GBP' },
    presentment_money: { amount: '49.90', currency_code: 'EUR' },
  },
  shipping_address: { name: 'Jane Doe', address1: 'Elm Street 1', zip: 'NY 12053' },
};

export const fulfilment = {
  id: 255858046,
  order_id: 450789469,
  name: '#12345-F1',
  status: 'success',
  shipment_status: 'in_transit' as string | null,
  created_at: '2026-02-27T11:00:00+01:00',
  updated_at: '2026-03-01T10:10:00+01:00',
  tracking_company: 'UPS',
  tracking_number: '1Z204W4R0308071865',
  tracking_numbers: ['1Z204W4R0308071865', '1Z 204W4R03 08071866'],
  destination: { name: 'Jane Doe', address1: 'Elm Street 1' },
};

export const shopRefund = {
  id: 509562969,
  order_id: 450789469,
  created_at: '2026-03-01T10:15:00+01:00',
  processed_at: '2026-03-01T10:15:02+01:00',
  note: 'Jane was unhappy',
  transactions: [
    { id: 179259969, kind: 'refund', status: 'success', gateway: 'manual', amount: '20.00', currency: 'EUR' },
    { id: 179259970, kind: 'void', status: 'success', gateway: 'manual', amount: '1.00', currency: 'EUR' },
  ],
};

const unix = (text: string): number => Date.parse(text) / 1000;

export const charge = {
  id: 'ch_1234567890',
  object: 'charge',
  amount: 4990,
  amount_refunded: 0,
  currency: 'eur',
  status: 'succeeded',
  captured: true,
  disputed: false,
  created: unix('2026-02-24T15:16:00Z'),
  metadata: { order_id: '12345' },
  billing_details: { name: 'Jane Doe', email: 'jane.doe@example.com' },
  payment_method_details: { card: { brand: 'visa', last4: '4242', fingerprint: 'print' } },
};

export const refund = {
  id: 're_1',
  object: 'refund',
  amount: 2000,
  currency: 'eur',
  status: 'pending',
  charge: 'ch_1234567890',
  created: unix('2026-03-01T09:20:00Z'),
  metadata: { rcc_action: 'approve-7' } as Record<string, string>,
};

export const dispute = {
  id: 'dp_1',
  object: 'dispute',
  amount: 4990,
  currency: 'eur',
  status: 'needs_response',
  reason: 'duplicate',
  charge: 'ch_1234567890',
  created: unix('2026-03-01T09:20:00Z'),
  evidence_details: { due_by: unix('2026-03-15T00:00:00Z'), has_evidence: false, past_due: false },
};

export const upsAlert = {
  trackingNumber: '1Z204W4R0308071865',
  localActivityDate: '20260301',
  localActivityTime: '041519',
  activityLocation: { city: 'Elm Street', stateProvince: 'NC', postalCode: 'NY 12053', country: 'US' },
  activityStatus: { type: 'I', code: 'OT', description: 'Out for Delivery' },
  scheduledDeliveryDate: '20260301',
  gmtActivityDate: '20260301',
  gmtActivityTime: '091519',
  actualDeliveryDate: '',
  receivedBy: 'Jane',
};

/** Signed with the newest secret, unless another is given. */
export const fromShopify = (
  topic: string,
  content: unknown,
  { id = 'w-1', secret = SHOPIFY_SECRETS[0] as string, at = NOW.toISOString() } = {},
): Sent => {
  const body = typeof content === 'string' ? content : JSON.stringify(content);
  return {
    body,
    headers: {
      'x-shopify-topic': topic,
      'x-shopify-shop-domain': 'mystore.myshopify.com',
      'x-shopify-webhook-id': id,
      'x-shopify-triggered-at': at,
      'x-shopify-hmac-sha256': shopifySignature(Buffer.from(body), secret),
    },
  };
};

export const stripeEvent = (type: string, object: object, id = 'evt_1', at = '2026-03-01T09:20:00Z') => ({
  id,
  object: 'event',
  type,
  created: unix(at),
  data: { object },
});

export const fromStripe = (content: unknown, { secret = STRIPE_SECRETS[0] as string, at = NOW } = {}): Sent => {
  const body = typeof content === 'string' ? content : JSON.stringify(content);
  const time = String(Math.floor(at.getTime() / 1000));
  return {
    body,
    headers: { 'stripe-signature': `t=${time},v1=${stripeSignature(Buffer.from(body), time, secret)}` },
  };
};

export const fromUps = (content: unknown, credential: string = UPS_CREDENTIALS[0]): Sent => ({
  body: typeof content === 'string' ? content : JSON.stringify(content),
  headers: { authorization: `Bearer ${credential}`, 'user-agent': 'UPSPubSubTrackingService' },
});
