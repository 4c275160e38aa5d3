import type {
  CancelOrderRequest,
  MoneyActionKind,
  MoneyActionState,
  RefundOrderRequest,
  Refusal,
  MoneyStep,
} from '../../contract/money-action';
import type { Money } from '../../contract/order-context';

/** One call to a vendor that belongs to an action. */
export interface ActionStep {
  step: MoneyStep;
  vendor: 'shopify' | 'stripe';
  /** Reaches the vendor; made from the action's key and the step, so it is the same after a crash. */
  key: string;
  state: 'planned' | 'sent' | 'done' | 'refused' | 'unknown';
  /** How often it was sent. */
  attempts: number;
  /** When it was first sent; after some hours the vendor may have forgotten the key. */
  firstSentAt: string | null;
  amount: Money | null;
  /** The charge, the transaction or the order it is about. */
  target: string;
  reference: string | null;
  message: string | null;
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
