import { amountText } from '../scenarios/currency';
import type { ScenarioCharge, ScenarioOrder } from '../scenarios/scenario-order';
import { preventsEffect } from '../server/fault-moment';
import { givenBack, recordChargeRefund, refundsOfCharge } from '../state/charge-refunds';
import type { OrderBook, PaidOrder } from '../state/order-book';
import type { VendorState } from '../state/vendor-state';
import { currencyOf } from './charge-view';
import type { Outcome } from './idempotent-post';
import { refundView } from './refund-view';
import type { StripeReplies } from './stripe-replies';

/** Source: Stripe OpenAPI, request body of POST /v1/refunds, closed to other fields. */
const FIELDS =
  /^(charge|payment_intent|amount|reason|currency|customer|instructions_email|origin|refund_application_fee|reverse_transfer|expand\[\d*\]|metadata\[([^\]]+)\])$/;
const REASONS = ['duplicate', 'fraudulent', 'requested_by_customer'];

/** Makes a refund of a charge, or says in Stripe's words why not. */
export function createRefund(state: VendorState, replies: StripeReplies, body: string): Outcome {
  const form = new URLSearchParams(body);
  const refuse = (...given: Parameters<StripeReplies['invalid']>): Outcome => ({
    reply: replies.invalid(...given),
    ran: false,
  });
  const stray = [...form.keys()].find((name) => !FIELDS.test(name));
  if (stray) return refuse(`Received unknown parameter: ${stray}`, { param: stray, code: 'parameter_unknown' });
  const reason = form.get('reason');
  if (reason !== null && !REASONS.includes(reason))
    return refuse(`Invalid reason: must be one of ${REASONS.join(', ')}`, { param: 'reason' });
  const metadata = Object.fromEntries(
    [...form].flatMap(([name, value]) => {
      const field = FIELDS.exec(name)?.[2];
      return field === undefined ? [] : [[field, value]];
    }),
  );
  const long = Object.entries(metadata).find(([name, value]) => name.length > 40 || value.length > 500);
  if (long)
    return refuse('Metadata keys can have up to 40 characters and values up to 500.', {
      param: `metadata[${long[0]}]`,
    });
  const text = form.get('amount');
  if (text !== null && !/^[1-9]\d*$/.test(text))
    return refuse('Invalid positive integer', { param: 'amount', code: 'parameter_invalid_integer' });
  const target = targetOf(state.orders, form);
  if (!target)
    return refuse('One of the following params should be provided for this request: payment_intent or charge.');
  if (!target.found) return { reply: replies.missing(target.param, target.id, target.param), ran: false };
  const { order, charge } = target.found;
  const trouble = order.trouble?.vendor === 'stripe' ? order.trouble.fault : undefined;
  if (preventsEffect(trouble)) return { reply: { status: 500, body: '', fault: trouble }, ran: false };
  const refused = refusalOf(state, replies, order, charge, text === null ? null : Number(text));
  if (refused) return { reply: refused, ran: true };
  const minor = text === null ? leftOf(state, order, charge) : Number(text);
  const refund = recordChargeRefund(state, order, charge, { minor, reason, metadata });
  return { reply: { ...replies.ok(refundView(order, charge, refund, state.now())), fault: trouble }, ran: true };
}

function targetOf(
  orders: OrderBook,
  form: URLSearchParams,
): { param: string; id: string; found?: PaidOrder } | undefined {
  const chargeId = form.get('charge');
  if (chargeId !== null) return { param: 'charge', id: chargeId, found: orders.charge(chargeId) };
  const intent = form.get('payment_intent');
  if (intent === null) return undefined;
  const charges = orders.chargesOfIntent(intent);
  const found = charges.find(({ charge }) => charge.status === 'succeeded') ?? charges[0];
  return { param: 'payment_intent', id: intent, found };
}

function leftOf(state: VendorState, order: ScenarioOrder, charge: ScenarioCharge): number {
  const now = state.now();
  return charge.minor - givenBack(refundsOfCharge(charge, state.historyOf(order), now), now);
}

function refusalOf(
  state: VendorState,
  replies: StripeReplies,
  order: ScenarioOrder,
  charge: ScenarioCharge,
  amount: number | null,
) {
  const about = { charge: charge.id };
  if (charge.status !== 'succeeded') return replies.invalid(`Charge ${charge.id} cannot be refunded.`, about);
  if (charge.dispute && !charge.dispute.refundable)
    return replies.invalid(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      ...about,
      code: 'charge_disputed',
    });
  const left = leftOf(state, order, charge);
  if (left === 0)
    return replies.invalid(`Charge ${charge.id} has already been refunded.`, {
      ...about,
      code: 'charge_already_refunded',
    });
  if (amount !== null && amount > left) {
    const code = currencyOf(order).toUpperCase();
    const [asked, most] = [amount, left].map((minor) => `${amountText(minor, code)} ${code}`);
    return replies.invalid(`Refund amount (${asked}) is greater than unrefunded amount on charge (${most})`, {
      param: 'amount',
    });
  }
  return undefined;
}
