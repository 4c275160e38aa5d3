import type { Reply } from '../server/exchange';
import type { StripeReplies } from './stripe-replies';

const COMPARISONS: Record<string, (value: number, limit: number) => boolean> = {
  gte: (value, limit) => value >= limit,
  gt: (value, limit) => value > limit,
  lte: (value, limit) => value <= limit,
  lt: (value, limit) => value < limit,
};

/** The parameters every list takes. Source: docs.stripe.com/api/pagination. */
export const PAGE_PARAMETERS = [
  'limit',
  'starting_after',
  'ending_before',
  ...Object.keys(COMPARISONS).map((name) => `created[${name}]`),
];

/** One page of a list, newest first, as the query wants it. */
export function listPage(
  replies: StripeReplies,
  url: string,
  query: URLSearchParams,
  items: readonly { id: string; object: string; created: number }[],
): Reply {
  const limit = Number(query.get('limit') ?? 10);
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 100))
    return replies.invalid('Limit must be between 1 and 100.', { param: 'limit' });
  let rest = [...items].sort((a, b) => b.created - a.created);
  for (const [name, holds] of Object.entries(COMPARISONS)) {
    const bound = query.get(`created[${name}]`);
    if (bound !== null) rest = rest.filter(({ created }) => holds(created, Number(bound)));
  }
  for (const parameter of ['starting_after', 'ending_before'] as const) {
    const id = query.get(parameter);
    if (id === null) continue;
    const at = rest.findIndex((item) => item.id === id);
    if (at < 0) return replies.missing(items[0]?.object ?? 'object', id, parameter);
    rest = parameter === 'starting_after' ? rest.slice(at + 1) : rest.slice(Math.max(0, at - limit), at);
  }
  return replies.ok({ object: 'list', data: rest.slice(0, limit), has_more: rest.length > limit, url });
}
