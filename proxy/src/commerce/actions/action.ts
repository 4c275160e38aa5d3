import type {
  CancelOrderRequest,
  MoneyActionKind,
  MoneyActionState,
  MoneyStep,
  RefundOrderRequest,
  Refusal,
} from '../../contract/money-action';
import type { Money } from '../../contract/order-context';
import type { RefundTransaction, ShopRefundRequest } from '../shopify/shopify-actions';

/** One call to a vendor that belongs to an action. */
export interface ActionStep {
  step: MoneyStep;
  vendor: 'shopify' | 'stripe';
  /** Reaches the vendor; made from the action's key and the step, so it is the same after a crash. */
  key: string;
  state: 'planned' | 'sent' | 'done' | 'refused' | 'unknown';
  /** How often it was sent. */
  attempts: number;
  /** How often in a row sending it or looking for it brought no end; the pauses grow with it. */
  tries: number;
  /** When it was first sent under its key; after some hours the vendor may have forgotten the key. */
  firstSentAt: string | null;
  /** When it was last sent, under whatever key. */
  lastSentAt: string | null;
  /** The key answers nothing but a failure that the vendor has saved, so it is of no use any more. */
  keySpent: boolean;
  amount: Money | null;
  /** The charge or the order it is about. */
  target: string;
  reference: string | null;
  message: string | null;
  /** Of `record_refund`: the payments the money goes back to, and the lines. */
  transactions?: RefundTransaction[];
  lines?: ShopRefundRequest['lines'];
}

/** A refund or cancellation that a person has approved: everything needed to finish it after a crash. Plain JSON. */
export interface StoredAction {
  /** The idempotency key it was started with. */
  key: string;
  /** Of the request, so that the key with another request is refused. */
  bodyHash: string;
  /** Raised by every save; a save of an older version is refused. */
  version: number;
  kind: MoneyActionKind;
  request: RefundOrderRequest | CancelOrderRequest;
  orderId: string;
  shopId: string;
  state: Extract<MoneyActionState, 'running' | 'done' | 'incomplete' | 'unknown' | 'refused'>;
  refusal: Refusal | null;
  amount: Money | null;
  steps: ActionStep[];
  /** When to go on with it; null once it has ended. */
  dueAt: string | null;
  /** Since when nothing went forward; after a day a person is told. */
  startedAt: string;
  endedAt: string | null;
}
