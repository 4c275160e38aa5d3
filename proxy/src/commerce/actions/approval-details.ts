import type { ApprovalAsked, CancelOrderRequest, RefundOrderRequest } from '../../contract/money-action';
import type { Finding, OrderContext } from '../../contract/order-context';
import { duplicateFinding } from '../context/payment-findings';
import type { ParcelStatus } from '../../contract/vocabulary';
import { orderNumberOf } from '../context/order-number';
import { isPositive, moneyOfMinor, moneyText } from '../money';
import { approversFor } from './approval';
import { markdownText } from './markdown-text';
import { leftOf } from './payment-sources';
import type { Plan } from './plan';

const LONGEST_REASON = 500;
const LONGEST_NAME = 120;
const LONGEST_EVIDENCE = 300;

/** Findings an approver must know of, and the words for them. */
const TELLING: Partial<Record<Finding['code'], string>> = {
  dispute_open: 'The bank looks at a payment',
  delivered_but_denied: 'Delivered without a signature or photo',
  refund_pending: 'Money given back before has not arrived',
  late: 'Late',
  lost_suspected: 'Perhaps lost',
};

/** Source: Shopify Admin GraphQL 2026-07, enum OrderReturnStatus. */
const RETURNS: Record<string, string> = {
  return_requested: 'The customer has asked to return something.',
  in_progress: 'A return is under way.',
  inspection_complete: 'A return has come in and was inspected.',
  return_failed: 'A return has failed.',
};
const CAME_BACK: Partial<Record<ParcelStatus, string>> = {
  returning: 'is on its way back to the sender',
  returned: 'came back to the sender',
};

/** What the order context knows beyond the plan. */
export type KnownFacts = Pick<OrderContext, 'findings' | 'parcels'>;

/**
 * Whom to ask about a plan, and what they need to know.
 * @param known from the order context; null when it could not be had
 * @throws {ActionRefused} when nobody may approve it
 */
export function approvalAsked(
  plan: Plan,
  request: RefundOrderRequest | CancelOrderRequest,
  known: KnownFacts | null,
): ApprovalAsked {
  const amount = moneyText(moneyOfMinor(plan.minor, plan.currency));
  return {
    level: plan.level,
    assigned_to: approversFor(request, plan.level).join(';'),
    // By its title an approval is held to what was seen: the flow reads the amount back from it.
    title:
      plan.kind === 'refund'
        ? `Refund ${amount} for ${plan.orderId}?`
        : `Cancel ${plan.orderId}${plan.minor > 0 ? ` and give ${amount} back` : ''}?`,
    details: detailsOf(plan, request, amount, known),
  };
}

function detailsOf(
  plan: Plan,
  request: RefundOrderRequest | CancelOrderRequest,
  amount: string,
  known: KnownFacts | null,
): string {
  const { order, refunds, lines } = plan.order;
  const money = (minor: number) => moneyText(moneyOfMinor(minor, plan.currency));
  const paid = plan.paid.sources.reduce((sum, source) => sum + source.paid, 0);
  const left = leftOf(plan.paid);
  const titles = new Map(lines.map(({ id, title }) => [id, title]));
  const row = (label: string, value: string) => `- **${label}:** ${value}`;
  const words = (text: string, most = LONGEST_NAME) => markdownText(text, most);
  return [
    row('Order', `${words(plan.orderId)} of ${order.createdAt.slice(0, 10)}, ${words(order.fulfillmentStatus)}`),
    row(
      'Customer',
      [order.customerName ?? '', request.requester_email]
        .filter(Boolean)
        .map((text) => words(text))
        .join(', '),
    ),
    ...order.lines.map(({ quantity, title }) => row('Line', `${quantity} × ${words(title)}`)),
    row('Order total', moneyText(order.total)),
    row('Paid', money(paid)),
    row('Given back before', money(paid - left)),
    ...refunds
      .filter(({ total }) => isPositive(total))
      .map(({ createdAt, total }) =>
        row('Refund at the shop', `${moneyText(total)} on ${(createdAt ?? 'an unknown day').slice(0, 10)}`),
      ),
    row(plan.kind === 'refund' ? 'Asked for' : 'To be given back', amount),
    ...plan.lines.map(({ line_id, quantity }) => row('For', `${quantity} × ${words(titles.get(line_id) ?? '')}`)),
    row('Asked by', words(request.requested_by)),
    row('Reason', words(request.reason, LONGEST_REASON)),
    ...standingOut(plan, known).map((text) => row('Mind', text)),
    ...willBeSent(plan).map((text) => row('Will be done', text)),
  ].join('\n');
}

function standingOut({ order: { order }, paid }: Plan, known: KnownFacts | null): string[] {
  const told = (label: string, evidence: readonly string[]) =>
    `${label}. ${markdownText(evidence.join(' '), LONGEST_EVIDENCE)}`.trim();
  const { number } = orderNumberOf(order.name);
  const comesBack = RETURNS[order.returnStatus ?? ''];
  return [
    // Two orders of the same price may both be wanted.
    ...paid.duplicates
      .filter(({ earlier, later }) => [earlier, later].every(({ orderNumber }) => (orderNumber ?? number) === number))
      .map((duplicate) => told('Looks charged twice', duplicateFinding(duplicate).evidence)),
    ...(known?.findings ?? []).flatMap(({ code, evidence }) => {
      const label = TELLING[code];
      return label === undefined ? [] : [told(label, evidence)];
    }),
    ...(comesBack === undefined ? [] : [comesBack]),
    ...(known?.parcels ?? []).flatMap(({ carrier, tracking_number, status }) => {
      const words = CAME_BACK[status];
      const name = markdownText(`${carrier} ${tracking_number ?? 'without a number'}`, LONGEST_NAME);
      return words === undefined ? [] : [`The parcel ${name} ${words}.`];
    }),
    ...(known === null ? ['What the carriers know could not be looked up.'] : []),
  ];
}

function willBeSent({ kind, minor, parts, recorded, lines, currency }: Plan): string[] {
  const money = (part: number) => moneyText(moneyOfMinor(part, currency));
  const byStripe = parts.reduce((sum, part) => sum + (part.source.by === 'stripe' ? part.minor : 0), 0);
  const tooMuch = byStripe > recorded ? ' The rest was paid above the price of the order.' : '';
  return [
    ...(kind === 'cancellation' ? ['The shop cancels the order.'] : []),
    ...parts.map(({ source, minor: part }) =>
      source.by === 'stripe'
        ? `Stripe gives ${money(part)} back to the payment of ${money(source.paid)}.`
        : `The shop gives ${money(part)} back through ${markdownText(source.gateway, 40)}.`,
    ),
    ...(recorded > 0 && recorded < minor ? [`The shop takes ${money(recorded)} of it down.${tooMuch}`] : []),
    ...((recorded > 0 && recorded === minor) || (recorded === 0 && lines.length > 0)
      ? ['The shop takes the refund down.']
      : []),
    ...(recorded === 0 && byStripe > 0
      ? ['The shop takes nothing of it down: it was paid above the price of the order.']
      : []),
  ];
}
