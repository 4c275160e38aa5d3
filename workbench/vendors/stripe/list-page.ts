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
  const [after, before] = [query.get('starting_after'), query.get('ending_before')];
  const at = rest.findIndex(({ id }) => id === (after ?? before));
  if ((after ?? before) !== null && at < 0)
    return replies.missing(
      items[0]?.object ?? 'object',
      (after ?? before)!,
      after ? 'starting_after' : 'ending_before',
    );
  if (after !== null) rest = rest.slice(at + 1);
  else if (before !== null) rest = rest.slice(0, at);
  const data = after === null && before !== null ? rest.slice(-limit) : rest.slice(0, limit);
  return replies.ok({ object: 'list', data, has_more: rest.length > limit, url });
}
