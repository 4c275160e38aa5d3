import type { Money } from '../../contract/order-context';
import { moneyOfMinor } from '../money';

/** A dispute as Stripe documents it, cut to what is read. */
export interface WireDispute {
  id: string;
  amount: number;
  currency: string;
  status: string;
  reason?: string;
  created: number;
  evidence_details?: { due_by?: number | null; has_evidence?: boolean; past_due?: boolean } | null;
  is_charge_refundable?: boolean;
}

export interface Dispute {
  id: string;
  amount: Money;
  /** `needs_response`, `under_review`, `won`, `lost`, `warning_…`, or a newer word of Stripe's. */
  status: string;
  reason: string;
  createdAt: string;
  /** By when the bank wants the shop's evidence, or null. */
  dueBy: string | null;
  /** Whether the charge may still be refunded while the bank looks at it. */
  refundable: boolean;
}

/**
 * Reads a dispute off the wire.
 * @throws {TypeError} when amount or time are missing
 */
export function readDispute(wire: WireDispute): Dispute {
  if (typeof wire.amount !== 'number' || typeof wire.created !== 'number') throw new TypeError('not a dispute');
  const due = wire.evidence_details?.due_by;
  return {
    id: wire.id,
    amount: moneyOfMinor(wire.amount, wire.currency),
    status: wire.status,
    reason: wire.reason ?? 'general',
    createdAt: new Date(wire.created * 1000).toISOString(),
    dueBy: due ? new Date(due * 1000).toISOString() : null,
    refundable: wire.is_charge_refundable ?? false,
  };
}
