import { minuteOf } from '../scenarios/scenario-clock';
import type { ScenarioOrder } from '../scenarios/scenario-order';
import type { OrderBook } from '../state/order-book';
import { serialOfConfirmation } from './shop-ids';

/** Without the permission read_all_orders a shop shows the last 60 days. Source: shopify.dev, access scopes. */
const HORIZON_DAYS = 60;

export interface OrderQuestion {
  first?: number;
  query?: string;
  reverse?: boolean;
}

export const isVisible = (order: ScenarioOrder, allOrders: boolean): boolean =>
  allOrders || order.placedDaysAgo <= HORIZON_DAYS;

/**
 * Orders of a search such as `name:"#12345"`, `email:a@example.com created_at:>=2026-03-01`; all terms must hold and
 * escapes inside quotes are undone. Terms of other fields find nothing.
 */
export function searchOrders(
  { first = 10, query = '', reverse = false }: OrderQuestion,
  book: OrderBook,
  now: Date,
  allOrders: boolean,
) {
  const terms = readTerms(query);
  if (!terms) return { orders: [], more: false };
  const placed = (order: ScenarioOrder) => minuteOf(now, order.placedDaysAgo, order.placedMinute).getTime();
  const found = terms
    .reduce<readonly ScenarioOrder[] | null>(
      (orders, { field, value }) => narrowed(book, orders, field, value, placed),
      null,
    )!
    .filter((order) => isVisible(order, allOrders));
  const sorted = [...found].sort((a, b) => (reverse ? placed(b) - placed(a) : placed(a) - placed(b)));
  return { orders: sorted.slice(0, first), more: sorted.length > first };
}

interface Term {
  field: string;
  value: string;
}
const TERM = /(\w+):(?:"((?:[^"\\]|\\.)*)"|(\S+))/y;

/** The terms of a search, or null when it is no list of them. */
function readTerms(query: string): Term[] | null {
  const terms: Term[] = [];
  const text = query.trim();
  for (let at = 0; at < text.length;) {
    TERM.lastIndex = at;
    const match = TERM.exec(text);
    if (!match) return null;
    terms.push({ field: match[1]!, value: (match[2] ?? match[3] ?? '').replace(/\\(.)/g, '$1') });
    at = TERM.lastIndex + /^(?:\s+AND\s+|\s*)/.exec(text.slice(TERM.lastIndex))![0].length;
  }
  return terms.length > 0 && terms.every(({ value }) => value !== '') ? terms : null;
}

function narrowed(
  book: OrderBook,
  orders: readonly ScenarioOrder[] | null,
  field: string,
  value: string,
  placed: (order: ScenarioOrder) => number,
): readonly ScenarioOrder[] {
  const among = (found: readonly ScenarioOrder[]) =>
    orders ? orders.filter((order) => found.some(({ number }) => number === order.number)) : found;
  switch (field) {
    case 'name':
      return among(book.byNumber(value.replace(/^#/, '')));
    case 'email':
      return among(book.byEmail(value).filter(({ guest }) => !guest));
    case 'confirmation_number': {
      const order = book.bySerial(serialOfConfirmation(value) ?? NaN);
      return among(order ? [order] : []);
    }
    case 'created_at': {
      const [, comparison = '', text = ''] = /^(>=|<=|>|<)?(.+)$/.exec(value) ?? [];
      const at = Date.parse(text);
      return (orders ?? book.listed()).filter((order) => compare(placed(order), comparison, at));
    }
    default:
      return [];
  }
}

function compare(time: number, comparison: string, limit: number): boolean {
  switch (comparison) {
    case '>=':
      return time >= limit;
    case '>':
      return time > limit;
    case '<=':
      return time <= limit;
    case '<':
      return time < limit;
    default:
      return time >= limit && time < limit + 86_400_000;
  }
}
