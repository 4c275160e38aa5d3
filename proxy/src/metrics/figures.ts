import type { FigureGroup, Figures } from '../contract/statistics';
import { sumOf } from './counts';
import type { Fact } from './day-facts';
import { grouped } from './grouped';

const average = (sum: number, count: number): number | null => (count === 0 ? null : sum / count);

/** The middle one, or half way between the two in the middle. */
function median(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}

/** What is counted of some facts, as a report shows it. */
export function figuresOf(facts: readonly Fact[]): Figures {
  const sum = sumOf(facts.map(({ counts }) => counts));
  const seconds = facts.flatMap(({ counts }) => (counts.responses ? (counts.response_seconds ?? []) : []));
  return {
    messages: sum.messages,
    tickets: sum.tickets,
    answered_automatically: sum.answered_automatically,
    handed_over: sum.handed_over,
    assigned: sum.assigned,
    escalated: sum.escalated,
    resolved: sum.resolved,
    resolved_assumed: sum.resolved_assumed,
    reopened: sum.reopened,
    responses: sum.responses,
    responses_in_time: sum.responses_in_time,
    responses_late: sum.responses_late,
    response_seconds_median: median(seconds),
    response_seconds_average: average(sum.response_seconds, sum.responses),
    triaged: sum.triaged,
    low_confidence: sum.low_confidence,
    corrected: sum.corrected,
    ratings: sum.rating_count,
    rating_average: average(sum.rating_sum, sum.rating_count),
  };
}

/**
 * The figures of each group that has any.
 * @param order the groups in the order they are shown; others follow by their keys
 */
export function figuresBy(
  facts: readonly Fact[],
  keyOf: (fact: Fact) => string | null,
  order: readonly string[] = [],
): FigureGroup[] {
  const place = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  const groups = [...grouped(facts, keyOf)].flatMap(([key, group]) => (key === null ? [] : [{ key, group }]));
  return groups
    .sort((one, other) => place(one.key) - place(other.key) || (one.key < other.key ? -1 : 1))
    .map(({ key, group }) => ({ key, ...figuresOf(group) }));
}
