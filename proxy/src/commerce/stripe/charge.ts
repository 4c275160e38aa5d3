import type { Money } from '../../contract/order-context';
import { moneyOfMinor } from '../money';

/** A charge as Stripe documents it, cut to what is read. Amounts are integers in minor units, times are unix seconds. */
export interface WireCharge {
  id: string;
  amount: number;
  /** Less than `amount` when the shop took only a part of what the bank had granted. */
  amount_captured?: number;
  amount_refunded?: number;
  currency: string;
  status: string;
  captured: boolean;
  refunded?: boolean;
  disputed?: boolean;
  created: number;
  customer?: string | { id?: string } | null;
  payment_intent?: string | { id?: string } | null;
  metadata?: Record<string, string> | null;
  payment_method_details?: {
    card?: { brand?: string | null; last4?: string | null; fingerprint?: string | null } | null;
  } | null;
}

export interface Charge {
  id: string;
  total: Money;
  /** What was really taken of it. */
  taken: Money;
  refunded: Money;
  /** True only when all of it was given back. */
  fullyRefunded: boolean;
  /** `succeeded`, `pending`, `failed`, or a newer word of Stripe's. */
  status: string;
  captured: boolean;
  disputed: boolean;
  createdAt: string;
  customer: string | null;
  paymentIntent: string | null;
  /** The order number the shop wrote into the metadata, digits only as in `12345`, or null. */
  orderNumber: string | null;
  card: { brand: string; last4: string } | null;
  /** Equal for the same card; null for other ways to pay. */
  fingerprint: string | null;
}

/**
 * Reads a charge off the wire.
 * @throws {TypeError} when amount, currency or time are missing
 */
export function readCharge(wire: WireCharge): Charge {
  if (typeof wire.amount !== 'number' || typeof wire.created !== 'number') throw new TypeError('not a charge');
  const card = wire.payment_method_details?.card;
  return {
    id: wire.id,
    total: moneyOfMinor(wire.amount, wire.currency),
    taken: moneyOfMinor(wire.amount_captured ?? wire.amount, wire.currency),
    refunded: moneyOfMinor(wire.amount_refunded ?? 0, wire.currency),
    fullyRefunded: wire.refunded ?? false,
    status: wire.status,
    captured: wire.captured,
    disputed: wire.disputed ?? false,
    createdAt: new Date(wire.created * 1000).toISOString(),
    customer: idOf(wire.customer),
    paymentIntent: idOf(wire.payment_intent),
    orderNumber: wire.metadata?.order_id?.replace(/^#/, '') || null,
    card: card?.brand && card.last4 ? { brand: card.brand, last4: card.last4 } : null,
    fingerprint: card?.fingerprint ?? null,
  };
}

/** Expandable fields are an id, or the object with that id when somebody asked for it. */
const idOf = (value: string | { id?: string } | null | undefined): string | null =>
  typeof value === 'string' ? value : (value?.id ?? null);
