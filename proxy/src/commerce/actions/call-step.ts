import type { CancelOrderRequest } from '../../contract/money-action';
import type { Deadline } from '../../resilience/deadline';
import type { ActionOrder } from '../shopify/action-order';
import type { ShopCancelRequest } from '../shopify/shopify-actions';
import type { ShopifyClient } from '../shopify/shopify-client';
import { KeyTaken } from '../stripe/create-refund';
import type { Refund } from '../stripe/refund';
import type { StripeClient } from '../stripe/stripe-client';
import { SavedFailure } from '../stripe/stripe-transport';
import { VendorError } from '../vendor-error';
import type { ActionStep, StoredAction } from './action';
import { minorOfKnown } from './minor-units';

export interface ActionClients {
  shopify?: ShopifyClient;
  stripe?: StripeClient;
}

/** What is known of a step after it was sent, or looked for. */
export type StepOutcome =
  | { is: 'done'; reference: string | null }
  /** The vendor has taken it and is at work. */
  | { is: 'pending'; reference: string }
  | { is: 'refused'; message: string; reference?: string }
  /** Looked for, and not there. */
  | { is: 'absent' }
  /** Nothing is known, because no usable answer came. */
  | { is: 'open'; message: string; retryAfterSeconds: number | null; keySpent: boolean }
  /** It cannot be found out any more. */
  | { is: 'unknown'; message: string }
  /** The vendor holds another request under the key. */
  | { is: 'key_taken' };

const LONGEST_MESSAGE = 300;
/** Source: Shopify Admin GraphQL 2026-07, argument staffNote of orderCancel. */
const LONGEST_STAFF_NOTE = 255;
/** Source: Stripe API, refund.status. A newer word counts as not ended. */
const STRIPE_ENDS: Record<string, 'done' | 'refused'> = { succeeded: 'done', failed: 'refused', canceled: 'refused' };

const SHOP_FAILURES = ['failure', 'error'];
/** By how much the clock of the shop may be behind ours. */
const CLOCKS_DIFFER_MS = 5 * 60_000;

/** The note by which a refund or cancellation is found again; its last line is the key. */
export const noteOf = ({ key, request }: StoredAction): string =>
  [`Approved refund or cancellation${request.ticket_number ? ` for ${request.ticket_number}` : ''}`, key].join('\n');

const carries = (note: string | null, key: string) => note?.trimEnd().split('\n').at(-1)?.trim() === key.trim();

const shortened = (message: string) => {
  const line = message.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE - 1)}…` : line;
};

/** Sends a step once. Never throws for a vendor. */
export function sendStep(
  action: StoredAction,
  step: ActionStep,
  clients: ActionClients,
  deadline: Deadline,
): Promise<StepOutcome> {
  return known(async () => {
    if (step.step === 'refund_payment') {
      const answer = await need(clients.stripe, 'stripe').refund(
        {
          charge: step.target,
          minor: minorOfKnown(step.amount!),
          actionKey: action.key,
          ...(action.request.ticket_number !== undefined && { ticket: action.request.ticket_number }),
        },
        step.key,
        deadline,
      );
      return answer.done ? ofRefund(answer.refund) : { is: 'refused', message: shortened(answer.message) };
    }
    const { actions } = need(clients.shopify, 'shopify');
    if (step.step === 'cancel_order') {
      const answer = await actions.cancel(cancelRequest(action), deadline);
      return answer.done
        ? { is: 'pending', reference: answer.id ?? action.shopId }
        : { is: 'refused', message: shortened(answer.message) };
    }
    const answer = await actions.refund(
      {
        orderId: action.shopId,
        currency: action.amount!.currency,
        note: noteOf(action),
        lines: step.lines ?? [],
        transactions: step.transactions ?? [],
      },
      step.key,
      deadline,
    );
    return answer.done ? { is: 'done', reference: answer.id } : { is: 'refused', message: shortened(answer.message) };
  });
}

/** Looks at the vendor whether a step has had its effect. Never throws for a vendor. */
export function lookForStep(
  action: StoredAction,
  step: ActionStep,
  clients: ActionClients,
  deadline: Deadline,
): Promise<StepOutcome> {
  return known(async () => {
    if (step.step === 'refund_payment') {
      const refunds = await need(clients.stripe, 'stripe').refundsOfCharge(step.target, deadline);
      const ours = refunds.filter(({ actionKey }) => actionKey === action.key);
      const refund = ours.find(({ status }) => STRIPE_ENDS[status] !== 'refused') ?? ours[0];
      return refund ? ofRefund(refund) : { is: 'absent' };
    }
    const order = await need(clients.shopify, 'shopify').actions.orderById(action.shopId, deadline);
    if (!order)
      throw new VendorError('shopify', 'RCC_UPSTREAM_BAD_RESPONSE', 'shopify does not show the order any more.');
    if (step.step === 'cancel_order')
      return order.order.cancelledAt ? { is: 'done', reference: step.reference ?? action.shopId } : { is: 'absent' };
    const refund = order.refunds.find(({ note }) => carries(note, action.key));
    return refund ? ofShopRefund(refund.id, step, order) : { is: 'absent' };
  });
}

/** Whether the shop itself moves money with this step; then that it has taken the refund down is not the end. */
export const isMovedByShop = ({ transactions = [] }: ActionStep): boolean =>
  transactions.some(({ parentId }) => parentId !== null);

/**
 * What became of the money of a refund that the shop has taken down.
 * Source: Shopify Admin GraphQL 2026-07, enum OrderTransactionStatus.
 */
function ofShopRefund(
  reference: string,
  { transactions = [], firstSentAt }: ActionStep,
  order: ActionOrder,
): StepOutcome {
  const since = new Date(Date.parse(firstSentAt!) - CLOCKS_DIFFER_MS).toISOString();
  const statuses = order.transactions
    .filter(
      ({ kind, parentId, processedAt }) => kind === 'refund' && parentId !== null && (processedAt ?? since) >= since,
    )
    .filter(({ parentId }) => transactions.some((ours) => ours.parentId === parentId))
    .map(({ status }) => status);
  if (statuses.some((status) => SHOP_FAILURES.includes(status)))
    return { is: 'refused', reference, message: 'The shop took the refund down, but the payment did not go back.' };
  return statuses.every((status) => status === 'success') ? { is: 'done', reference } : { is: 'pending', reference };
}

async function known(work: () => Promise<StepOutcome>): Promise<StepOutcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof KeyTaken) return { is: 'key_taken' };
    if (!(error instanceof VendorError)) throw error;
    const { message, retryAfterSeconds } = error;
    return { is: 'open', message, retryAfterSeconds, keySpent: error instanceof SavedFailure };
  }
}

function need<T>(client: T | undefined, vendor: 'shopify' | 'stripe'): T {
  if (client === undefined) throw new VendorError(vendor, 'RCC_UPSTREAM_NOT_CONFIGURED', `${vendor} is not set up.`);
  return client;
}

function ofRefund({ id, status, failureReason }: Refund): StepOutcome {
  const end = STRIPE_ENDS[status];
  if (end === 'done') return { is: 'done', reference: id };
  if (end === 'refused')
    return { is: 'refused', reference: id, message: `The refund is ${status}: ${failureReason ?? 'no reason given'}.` };
  return { is: 'pending', reference: id };
}

function cancelRequest(action: StoredAction): ShopCancelRequest {
  const { cancel_reason = 'customer', restock = true, notify_customer = false } = action.request as CancelOrderRequest;
  return {
    orderId: action.shopId,
    reason: cancel_reason.toUpperCase() as ShopCancelRequest['reason'],
    restock,
    notifyCustomer: notify_customer,
    // The order itself shows whether it is cancelled, so the key may stand alone where there is no room for more.
    staffNote: noteOf(action).length > LONGEST_STAFF_NOTE ? action.key : noteOf(action),
  };
}
