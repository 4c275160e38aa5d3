import type { SlaPolicyRow } from '../contract/ticket';
import type { Priority } from '../contract/vocabulary';

type Minutes = Pick<SlaPolicyRow, 'first_response_minutes' | 'resolution_minutes'>;

/** Used for a priority without a row of the SLA policy table; plain minutes around the clock. */
const DEFAULTS: Record<Priority, Minutes> = {
  critical: { first_response_minutes: 60, resolution_minutes: 480 },
  high: { first_response_minutes: 240, resolution_minutes: 1440 },
  normal: { first_response_minutes: 480, resolution_minutes: 2880 },
  low: { first_response_minutes: 1440, resolution_minutes: 4320 },
};

/**
 * When a ticket should have its first answer and its solution.
 * @param start when the message was received
 * @returns both instants in ISO 8601, UTC
 */
export function slaDues(
  priority: Priority,
  start: Date,
  policies: readonly SlaPolicyRow[] = [],
): { first_response_due: string; resolution_due: string } {
  const minutes = policies.find((row) => row.priority === priority) ?? DEFAULTS[priority];
  const after = (count: number) => new Date(start.getTime() + count * 60_000).toISOString();
  return {
    first_response_due: after(minutes.first_response_minutes),
    resolution_due: after(minutes.resolution_minutes),
  };
}
