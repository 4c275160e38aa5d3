/** What has happened to one order since its scenario began. Amounts are in minor units of the order's currency. */
export interface OrderHistory {
  /** Refunds taken down at the shop, oldest first. */
  readonly shopRefunds: ShopRefund[];
  /** Refunds Stripe was told to make of the order's charges, oldest first. */
  readonly chargeRefunds: ChargeRefund[];
  cancellation: Cancellation | null;
}

/** A refund at the shop. */
export interface ShopRefund {
  /** Counts the refunds of the order from 0, those before the story included. */
  position: number;
  at: Date;
  note: string | null;
  lines: RefundedLine[];
  /** Several when the money went back over several payments; none when only products were taken off. */
  payments: ShopRepayment[];
}

export interface RefundedLine {
  /** Position among the order's lines. */
  line: number;
  quantity: number;
  /** Shopify's RefundLineItemRestockType. */
  restockType: string;
}

export interface ShopRepayment {
  minor: number;
  gateway: string;
  /** Position of the payment it goes back on; null for money the shop only takes down. */
  parent: number | null;
}

/** A refund at Stripe. */
export interface ChargeRefund {
  id: string;
  chargeId: string;
  minor: number;
  at: Date;
  reason: string | null;
  metadata: Record<string, string>;
  /** Stripe's words as long as it has not ended, and how and when it ends. */
  status: string;
  end?: { at: Date; status: string };
  failureReason?: string;
}

export interface Cancellation {
  /** When the order shows it. */
  doneAt: Date;
  /** Shopify's OrderCancelReason. */
  reason: string;
  staffNote: string | null;
}

/** Nothing has happened yet. */
export const NO_HISTORY: OrderHistory = Object.freeze({
  shopRefunds: Object.freeze([]) as never,
  chargeRefunds: Object.freeze([]) as never,
  cancellation: null,
});

/** A history as JSON brings it back, with its dates as text. */
type Stored<T> = T extends Date ? string : T extends object ? { [Name in keyof T]: Stored<T[Name]> } : T;

export function storedHistory(stored: unknown): OrderHistory {
  const { shopRefunds, chargeRefunds, cancellation } = stored as Stored<OrderHistory>;
  return {
    shopRefunds: shopRefunds.map((refund) => ({ ...refund, at: new Date(refund.at) })),
    chargeRefunds: chargeRefunds.map(({ end, ...refund }) => ({
      ...refund,
      at: new Date(refund.at),
      ...(end ? { end: { ...end, at: new Date(end.at) } } : {}),
    })),
    cancellation: cancellation && { ...cancellation, doneAt: new Date(cancellation.doneAt) },
  };
}

export const newHistory = (): OrderHistory => ({ shopRefunds: [], chargeRefunds: [], cancellation: null });
