import type { Money } from '../../contract/order-context';
import { moneyOfMinor } from '../money';

/** A refund as Stripe documents it, cut to what is read. */
export interface WireRefund {
  id: string;
  amount: number;
  currency: string;
  status?: string | null;
  created: number;
  charge?: string | { id?: string } | null;
  metadata?: Record<string, string> | null;
  failure_reason?: string | null;
}

export interface Refund {
  id: string;
  amount: Money;
  /** `pending`, `requires_action`, `succeeded`, `failed`, `canceled`, or a newer word of Stripe's. */
  status: string;
  createdAt: string;
  /** The key of the action that asked for it, or null when somebody else did. */
  actionKey: string | null;
  failureReason: string | null;
}

/** Where an action's key stands in a refund's metadata. */
export const ACTION_KEY = 'rcc_action';

/**
 * Reads a refund off the wire.
 * @throws {TypeError} when amount or time are missing
 */
export function readRefund(wire: WireRefund): Refund {
  if (typeof wire.amount !== 'number' || typeof wire.created !== 'number') throw new TypeError('not a refund');
  return {
    id: wire.id,
    amount: moneyOfMinor(wire.amount, wire.currency),
    status: wire.status ?? 'unknown',
    createdAt: new Date(wire.created * 1000).toISOString(),
    actionKey: wire.metadata?.[ACTION_KEY] ?? null,
    failureReason: wire.failure_reason ?? null,
  };
}
