import type { RefundOrderRequest } from '../../contract/money-action';
import { moneyOfMinor, moneyText } from '../money';
import type { ActionLine, ActionOrder } from '../shopify/action-order';
import type { ShopRefundRequest } from '../shopify/shopify-actions';
import { ActionRefused } from './action-refused';
import { minorOf, minorOfKnown } from './minor-units';
import { leftOf, type Paid, takeFrom } from './payment-sources';
import {
  checkTime,
  customersOrder,
  everythingLeft,
  levelOf,
  orderIdOf,
  paymentsOf,
  type Plan,
  type PlanTools,
  recordedOf,
  takenTooMuch,
} from './plan';

/**
 * What a refund would do now.
 * @throws {ActionRefused} when it must not be made
 * @throws {VendorError} when a vendor gives no answer
 */
export async function planRefund(request: RefundOrderRequest, tools: PlanTools): Promise<Plan> {
  const order = await customersOrder(request, tools);
  const currency = order.order.total.currency;
  if (request.currency && request.currency.toUpperCase() !== currency)
    throw new ActionRefused(
      'currency_differs',
      `The currency of the request (currency) is not the order’s, which was paid in ${currency}. Correct it or leave it out.`,
    );
  const lines = linesAsked(request, order);
  const asked = amountAsked(request, currency);
  const paid = await paymentsOf(order, request, tools);
  const minor = amountOf(asked, lines, paid, currency);
  checkTime(order, tools.policy, tools.now);
  const parts = takeFrom(paid.sources, minor);
  return {
    kind: 'refund',
    order,
    orderId: orderIdOf(order),
    currency,
    minor,
    parts,
    recorded: recordedOf(parts, lines.length > 0 ? 0 : takenTooMuch(order, paid)),
    lines: lines.map(({ line, quantity }) => ({
      line_id: line.id,
      quantity,
      restock: restockOf(request, line, quantity),
    })),
    level: levelOf(minor, currency, tools.policy),
    paid,
  };
}

interface AskedLine {
  line: ActionLine;
  quantity: number;
  minor: number;
}

function linesAsked({ lines = [] }: RefundOrderRequest, order: ActionOrder): AskedLine[] {
  const repeated = lines.find(({ line_id }, index) => lines.findIndex((other) => other.line_id === line_id) !== index);
  if (repeated)
    throw new ActionRefused('line_quantity', 'A line is named twice. Name each line once with its quantity.');
  return lines.map(({ line_id, quantity }) => {
    const line = order.lines.find(({ id }) => id === line_id);
    if (!line) throw new ActionRefused('line_unknown', 'The order has no such line.');
    if (quantity > line.refundable)
      throw new ActionRefused('line_quantity', `Of ${line.title} ${line.refundable} can still be refunded.`);
    return { line, quantity, minor: priceOf(line, quantity) };
  });
}

/**
 * The price of some pieces of a line after discounts. Pieces are priced in their order, so that all of them together
 * are the line's total, however they are split over refunds.
 */
export function priceOf({ quantity: ordered, refundable, total }: ActionLine, quantity: number): number {
  const whole = minorOfKnown(total);
  const upTo = (pieces: number) => Math.floor((whole * pieces) / ordered);
  const gone = ordered - refundable;
  return upTo(gone + quantity) - upTo(gone);
}

function amountAsked({ amount }: RefundOrderRequest, currency: string): number | null {
  if (amount === undefined) return null;
  const minor = minorOf({ amount, currency });
  if (minor === null || minor === 0)
    throw new ActionRefused('amount_invalid', `Give an amount above zero with the decimal places of ${currency}.`);
  return minor;
}

function amountOf(asked: number | null, lines: AskedLine[], paid: Paid, currency: string): number {
  const worth = lines.reduce((sum, { minor }) => sum + minor, 0);
  const wanted = asked ?? (lines.length > 0 ? worth : everythingLeft(paid));
  const left = leftOf(paid);
  const text = (minor: number) => moneyText(moneyOfMinor(minor, currency));
  if (paid.sources.length === 0) {
    // Whether nothing was paid, or the payment is not found, makes a difference to the agent.
    everythingLeft(paid);
    throw new ActionRefused('nothing_to_refund', 'Nothing was paid for the order.');
  }
  if (left === 0) throw new ActionRefused('already_refunded', 'Everything that was paid was given back before.');
  if (lines.length > 0 && asked !== null && asked > worth)
    throw new ActionRefused('amount_too_high', `The lines are worth ${text(worth)}.`);
  if (wanted === 0) throw new ActionRefused('nothing_to_refund', 'The lines cost nothing.');
  if (wanted > left) throw new ActionRefused('amount_too_high', `${text(left)} are left of what was paid.`);
  return wanted;
}

function restockOf(
  { restock = false }: RefundOrderRequest,
  line: ActionLine,
  quantity: number,
): ShopRefundRequest['lines'][number]['restock'] {
  if (!restock) return 'NO_RESTOCK';
  // What was never sent is taken off the order, the rest comes back.
  return quantity <= line.unfulfilled ? 'CANCEL' : 'RETURN';
}
