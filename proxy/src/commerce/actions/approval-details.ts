import type { ApprovalAsked, CancelOrderRequest, RefundOrderRequest } from '../../contract/money-action';
import type { Finding } from '../../contract/order-context';
import { isPositive, moneyOfMinor, moneyText } from '../money';
import { approversFor } from './approval';
import { markdownText } from './markdown-text';
import { leftOf } from './payment-sources';
import type { Plan } from './plan';

const LONGEST_REASON = 500;
const LONGEST_NAME = 120;

/** Findings an approver must know of, and the words for them. */
const TELLING: Partial<Record<Finding['code'], string>> = {
  duplicate_charge: 'Looks charged twice',
  dispute_open: 'The bank looks at a payment',
  delivered_but_denied: 'Delivered without a signature or photo',
  refund_pending: 'A refund is on its way',
  late: 'Late',
  lost_suspected: 'Perhaps lost',
};

/**
 * Whom to ask about a plan, and what they need to know.
 * @param findings of the order context; null when it could not be had
 * @throws {ActionRefused} when nobody may approve it
 */
export function approvalAsked(
  plan: Plan,
  request: RefundOrderRequest | CancelOrderRequest,
  findings: readonly Finding[] | null,
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
    details: detailsOf(plan, request, amount, findings),
  };
}

function detailsOf(
  plan: Plan,
  request: RefundOrderRequest | CancelOrderRequest,
  amount: string,
  findings: readonly Finding[] | null,
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
    ...standingOut(plan, findings).map((text) => row('Mind', text)),
    ...willBeSent(plan).map((text) => row('Will be done', text)),
  ].join('\n');
}

function standingOut(plan: Plan, findings: readonly Finding[] | null): string[] {
  const known = (findings ?? []).flatMap(({ code, evidence }) => {
    const label = TELLING[code];
    return label === undefined ? [] : [`${label}. ${markdownText(evidence.join(' '), 300)}`.trim()];
  });
  const twice = plan.paid.duplicates.length > 0 && !findings?.some(({ code }) => code === 'duplicate_charge');
  return [
    ...known,
    ...(twice ? ['Looks charged twice.'] : []),
    ...(findings === null ? ['What the carriers know could not be looked up.'] : []),
  ];
}

function willBeSent({ kind, parts, recorded, lines, currency }: Plan): string[] {
  const money = (minor: number) => moneyText(moneyOfMinor(minor, currency));
  return [
    ...(kind === 'cancellation' ? ['The shop cancels the order.'] : []),
    ...parts.map(({ source, minor }) =>
      source.by === 'stripe'
        ? `Stripe gives ${money(minor)} back to the payment of ${money(source.paid)}.`
        : `The shop gives ${money(minor)} back through ${markdownText(source.gateway, 40)}.`,
    ),
    ...(recorded > 0 || lines.length > 0 ? ['The shop takes the refund down.'] : []),
  ];
}
