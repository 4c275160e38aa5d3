import { createHash } from 'node:crypto';
import { moneyOfMinor } from '../money';
import type { RefundTransaction } from '../shopify/shopify-actions';
import type { ActionStep } from './action';
import type { Plan } from './plan';

/** The gateway under which the shop takes down money that somebody else has moved. */
const MOVED_ELSEWHERE = 'manual';

const keyOf = (...parts: string[]) => `rcc_${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 48)}`;

/** The key a step goes on with when its own is of no use any more. */
export const nextKey = (key: string): string => keyOf(key);

/**
 * The calls of a plan in the order they are sent: the order ends before money moves, and money has moved before it is
 * taken down.
 * @param key of the action; the keys that reach the vendors are made from it
 */
export function stepsOf(plan: Plan, key: string): ActionStep[] {
  const { order, currency, parts, recorded, lines } = plan;
  const money = (minor: number) => moneyOfMinor(minor, currency);
  const planned = {
    state: 'planned',
    attempts: 0,
    tries: 0,
    firstSentAt: null,
    lastSentAt: null,
    keySpent: false,
  } as const;
  const open = { ...planned, reference: null, message: null };
  const atShop = { ...open, vendor: 'shopify', target: order.order.id } as const;

  const cancel: ActionStep[] =
    plan.kind === 'cancellation'
      ? [{ ...atShop, step: 'cancel_order', key: keyOf(key, 'cancel_order'), amount: null }]
      : [];
  const payments = parts
    .filter(({ source }) => source.by === 'stripe')
    .map(({ source, minor }): ActionStep => {
      const stepKey = keyOf(key, 'refund_payment', source.id);
      return {
        ...open,
        step: 'refund_payment',
        vendor: 'stripe',
        key: stepKey,
        amount: money(minor),
        target: source.id,
      };
    });
  const own = parts.filter(({ source }) => source.by === 'shop');
  const transactions: RefundTransaction[] = [
    ...(recorded > 0 ? [{ amount: money(recorded).amount, gateway: MOVED_ELSEWHERE, parentId: null }] : []),
    ...own.map(({ source, minor }) => ({ amount: money(minor).amount, gateway: source.gateway, parentId: source.id })),
  ];
  if (transactions.length === 0 && lines.length === 0) return [...cancel, ...payments];
  const total = own.reduce((sum, { minor }) => sum + minor, recorded);
  return [
    ...cancel,
    ...payments,
    { ...atShop, step: 'record_refund', key: keyOf(key, 'record_refund'), amount: money(total), transactions, lines },
  ];
}
