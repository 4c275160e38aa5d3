import type { DailyMetric } from '../contract/statistics';
import type { Database } from '../events/database';
import type { LocalDay } from './local-day';

type VendorCalls = Pick<DailyMetric, 'api_calls' | 'api_errors'>;

const CALLS = `
  SELECT count(*)::double precision AS api_calls,
         (count(*) FILTER (WHERE asked->>'ok' = 'false'))::double precision AS api_errors
  FROM event, jsonb_array_elements(payload->'sources') AS asked
  WHERE type = 'context.looked_up' AND occurred_at >= $1::timestamptz AND occurred_at < $2::timestamptz`;

/** The questions asked to vendors on a day, and those no answer came to. */
export async function vendorCalls(database: Database, { from, to }: LocalDay): Promise<VendorCalls> {
  const [calls] = await database.query<VendorCalls>(CALLS, [from.toISOString(), to.toISOString()]);
  return calls ?? { api_calls: 0, api_errors: 0 };
}
