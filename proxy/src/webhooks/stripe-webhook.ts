import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { readOrderNumber } from '../commerce/context/order-number';
import { readCharge, type WireCharge } from '../commerce/stripe/charge';
import { readDispute, type WireDispute } from '../commerce/stripe/dispute';
import { readRefund, type WireRefund } from '../commerce/stripe/refund';
import { nullable, optional, text } from '../contract/schema';
import type { PaymentChanged } from '../events/changed-facts';
import { bodyCheck } from './body-check';
import type { WebhookReader } from './delivery';
import { proveStripe } from './stripe-proof';

/** Until the end of the year 9999, so that every time has an ISO text. */
const LATEST_S = 253_402_300_799;

const id = (meaning: string) => text('ID', meaning, { minLength: 1, maxLength: 255 });
const time = (meaning: string) => Type.Integer({ minimum: 0, maximum: LATEST_S, description: meaning });
const minor = (meaning: string) => Type.Integer({ minimum: 0, maximum: 1e15, description: meaning });
const currency = text('Currency', 'The currency in three letters.', { minLength: 3, maxLength: 3 });
const status = text('Status', 'The state.', { minLength: 1, maxLength: 60 });
const metadata = optional(nullable(Type.Record(Type.String(), Type.String({ maxLength: 500 }))));

/** An event with one object, cut to what is read. Source: Stripe API, objects event, charge, refund and dispute. */
const event = <S extends TSchema>(object: S) =>
  Type.Object({
    id: id('The id of the event.'),
    type: text('Type', 'What happened.', { minLength: 1, maxLength: 100 }),
    created: time('When it happened, in unix seconds.'),
    data: Type.Object({ object }),
  });

const shared = { id: id('The id of the object.'), amount: minor('The amount in minor units.'), currency };
/** The charge an object belongs to; an id, unless the endpoint was made to expand it. */
const charge = optional(nullable(Type.String({ maxLength: 255 })));

const ChargeEvent = event(
  Type.Object({
    ...shared,
    created: time('When the charge was made.'),
    status,
    captured: Type.Boolean({ description: 'Whether the money was taken.' }),
    amount_refunded: minor('What was given back.'),
    disputed: Type.Boolean({ description: 'Whether the customer disputes it.' }),
    metadata,
  }),
);
const RefundEvent = event(
  Type.Object({ ...shared, created: time('When the refund was made.'), status, charge, metadata }),
);
const DisputeEvent = event(
  Type.Object({
    ...shared,
    created: time('When the dispute began.'),
    status,
    charge,
    reason: optional(text('Reason', 'Why there is a dispute.', { maxLength: 60 })),
    evidence_details: optional(
      nullable(Type.Object({ due_by: optional(nullable(time('By when the bank wants evidence.'))) })),
    ),
  }),
);

const envelope = bodyCheck(event(Type.Object({})));
const chargeEvent = bodyCheck(ChargeEvent);
const refundEvent = bodyCheck(RefundEvent);
const disputeEvent = bodyCheck(DisputeEvent);

/**
 * States in the order a refund or a dispute goes through them. Events of Stripe have whole seconds; two of the same second
 * are told apart by how far they are. A newer word ranks before the ends and after everything else.
 */
const BEGINNINGS = ['pending', 'requires_action', 'needs_response', 'warning_needs_response'];
const MIDDLES = ['under_review', 'warning_under_review', 'succeeded'];
const ENDS = ['won', 'lost', 'warning_closed', 'prevented', 'failed', 'canceled'];
const rankOf = (state: string): number =>
  ENDS.includes(state) ? 4 : BEGINNINGS.includes(state) ? 1 : MIDDLES.includes(state) ? 2 : 3;

type Fact = Omit<PaymentChanged, 'change' | 'delivery_id' | 'changed_at'>;

const stripe = {
  vendor: 'stripe',
  order_id: null,
  shop_id: null,
  disputed: null,
  reason: null,
  due_by: null,
  gateway: null,
  action_key: null,
} as const;

function chargeFact({ data: { object } }: Static<typeof ChargeEvent>): Fact {
  const { id, orderNumber, total, refunded, status, disputed, createdAt } = readCharge(object as WireCharge);
  // Money only ever goes back, a dispute only ever comes up, and a pending charge ends.
  const progress = [object.amount_refunded * 4, disputed ? 2 : 0, status === 'pending' ? 0 : 1];
  return {
    ...stripe,
    transaction: 'charge',
    transaction_id: id,
    charge_id: id,
    order_id: readOrderNumber(orderNumber ?? '')?.orderId ?? null,
    total,
    refunded,
    status,
    disputed,
    created_at: createdAt,
    version: progress.reduce((sum, part) => sum + part),
  };
}

function refundFact({ data: { object } }: Static<typeof RefundEvent>): Fact {
  const { id, amount, status, actionKey, createdAt } = readRefund(object as WireRefund);
  return {
    ...stripe,
    transaction: 'refund',
    transaction_id: id,
    charge_id: object.charge ?? null,
    total: amount,
    status,
    action_key: actionKey?.slice(0, 255) ?? null,
    created_at: createdAt,
    version: rankOf(status),
  };
}

function disputeFact({ data: { object } }: Static<typeof DisputeEvent>): Fact {
  const { id, amount, status, reason, dueBy, createdAt } = readDispute(object as WireDispute);
  return {
    ...stripe,
    transaction: 'dispute',
    transaction_id: id,
    charge_id: object.charge ?? null,
    total: amount,
    status,
    reason,
    due_by: dueBy,
    created_at: createdAt,
    version: rankOf(status),
  };
}

/** How an event of this type is read; undefined for what nobody here wants. */
function factOf(type: string): ((body: unknown) => Fact) | undefined {
  if (type.startsWith('charge.dispute.')) return (body) => disputeFact(disputeEvent(body));
  if (type.startsWith('charge.refund.') || type.startsWith('refund.')) return (body) => refundFact(refundEvent(body));
  return type.startsWith('charge.') ? (body) => chargeFact(chargeEvent(body)) : undefined;
}

/** Reads what Stripe tells of charges, refunds and disputes. */
export const stripeWebhook = (settings: { secrets: readonly string[] }): WebhookReader => ({
  prove: (delivery) => proveStripe(delivery, settings),
  read: (_delivery, body) => {
    const { id: key, type: topic, created } = envelope(body);
    const fact = factOf(topic)?.(body);
    if (!fact) return { key, topic, facts: null };
    const changed_at = new Date(created * 1000).toISOString();
    return {
      key,
      topic,
      facts: [{ type: 'payment.changed', payload: { ...fact, change: topic, delivery_id: key, changed_at } }],
    };
  },
});
