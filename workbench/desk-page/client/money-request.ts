/** Values of `rcc_kind`. */
export const REFUND = 727000000;
export const CANCELLATION = 727000001;

/** How much of an order is asked for. */
export const EXTENTS = ['all', 'amount', 'lines'] as const;
export type Extent = (typeof EXTENTS)[number];

/** A line of an order, as the ticket's order context has it. */
export interface OrderLine {
  readonly line_id: string;
  readonly title: string;
  readonly quantity: number;
}

/** What a ticket knows of its order; nothing where no order was found. */
export interface KnownOrder {
  readonly order_id: string;
  readonly lines: readonly OrderLine[];
  readonly total: { readonly currency: string };
}

/** What a person has entered. */
export interface Entered {
  readonly kind: number;
  readonly orderNumber: string;
  readonly extent: Extent;
  readonly amount: string;
  readonly currency: string;
  /** How many of each line, by its id. */
  readonly quantities: ReadonlyMap<string, number>;
  readonly reason: string;
}

/** The order in a ticket's `rcc_ordercontext`. */
export function orderOf(context: unknown): KnownOrder | undefined {
  if (typeof context !== 'string') return undefined;
  try {
    return (JSON.parse(context) as { order?: KnownOrder | null }).order ?? undefined;
  } catch {
    return undefined;
  }
}

/** The columns of a row of `rcc_moneyactions`. A cancellation gives everything back, so it has neither amount nor lines. */
export function columnsOf(entered: Entered): Record<string, unknown> {
  const { kind, orderNumber, extent, amount, currency, quantities, reason } = entered;
  const lines = [...quantities].filter(([, quantity]) => quantity > 0);
  return {
    rcc_kind: kind,
    rcc_ordernumber: orderNumber.trim(),
    rcc_reason: reason.trim(),
    ...(kind === REFUND && extent === 'amount' && { rcc_amount: Number(amount) }),
    ...(kind === REFUND && extent === 'amount' && currency.trim() && { rcc_currency: currency.trim().toUpperCase() }),
    ...(kind === REFUND &&
      extent === 'lines' && {
        rcc_lines: JSON.stringify(lines.map(([line_id, quantity]) => ({ line_id, quantity }))),
      }),
  };
}
