import { type DailyMetric, RESPONSE_BUCKETS, type ResponseBucket } from '../contract/statistics';

/** What is summed up for any group, in the names of the daily metric; all sums and counts, so that any period adds up. */
const NAMES = [
  'messages',
  'tickets',
  'answered_automatically',
  'handed_over',
  'assigned',
  'escalated',
  'resolved',
  'resolved_assumed',
  'resolved_without_agent',
  'reopened',
  'fcr_eligible',
  'fcr_met',
  'triaged',
  'low_confidence',
  'corrected',
  'responses',
  'response_seconds',
  'response_business_seconds',
  'responses_in_time',
  'responses_late',
  'resolution_seconds',
  'resolution_business_seconds',
  'resolutions_in_time',
  'resolutions_late',
  'rating_count',
  'rating_sum',
  'satisfied_count',
  'low_rating_count',
  'cost',
] as const satisfies readonly (keyof DailyMetric)[];

const COUNT_NAMES = [...NAMES, ...RESPONSE_BUCKETS.map(([name]) => name)] as const;
export type CountName = (typeof COUNT_NAMES)[number];
export type Counts = Record<CountName, number>;

/** Adds up what is counted; what a part leaves out is nothing. */
export function sumOf(parts: Iterable<Partial<Counts>>): Counts {
  const sum = Object.fromEntries(COUNT_NAMES.map((name) => [name, 0])) as Counts;
  for (const part of parts) {
    for (const [name, count] of Object.entries(part)) sum[name as CountName] += count;
  }
  return sum;
}

/** The one bucket of the histogram a response belongs to. @param seconds not negative */
export const bucketOf = (seconds: number): ResponseBucket =>
  RESPONSE_BUCKETS.find(([, most]) => seconds <= most)?.[0] ?? 'responses_over_48_hours';
