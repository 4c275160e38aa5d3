import type { SlaPolicyRow } from '../../contract/desk';
import type { Priority } from '../../contract/vocabulary';
import { RccError } from '../../errors/rcc-error';

/** Business minutes a ticket's two clocks run. */
export interface SlaMinutes {
  firstResponse: number;
  resolution: number;
}

/** The part of a request the rows come in. */
const ROWS = 'body/sla_policies';

const refuse = (target: string, message: string): never => {
  throw new RccError('RCC_INVALID_REQUEST', `${target} ${message}`, target);
};

const wholeMinutes = (value: number, target: string): number =>
  Number.isSafeInteger(value) && value >= 1
    ? value
    : refuse(target, `must be a whole number of minutes, at least 1, not ${value}.`);

/**
 * The minutes of a priority.
 * @param rows of the SLA policy table
 * @param defaults rows for priorities the table has none for
 * @throws {RccError} `RCC_INVALID_REQUEST` when a priority has two rows or none, or minutes are not whole
 */
export function slaMinutes(
  priority: Priority,
  rows: readonly SlaPolicyRow[],
  defaults: readonly SlaPolicyRow[] = [],
): SlaMinutes {
  const fits = (row: SlaPolicyRow): boolean => row.priority === priority;
  const index = rows.findIndex(fits);
  const again = rows.findLastIndex(fits);
  if (again !== index) {
    refuse(`${ROWS}/${again}/priority`, `has the priority ${priority} a second time. Keep one row for each priority.`);
  }
  const row =
    rows[index] ?? defaults.find(fits) ?? refuse(ROWS, `must have a row for the priority ${priority}; add one.`);
  const target = index < 0 ? `The default for ${priority}` : `${ROWS}/${index}`;
  return {
    firstResponse: wholeMinutes(row.first_response_minutes, `${target}/first_response_minutes`),
    resolution: wholeMinutes(row.resolution_minutes, `${target}/resolution_minutes`),
  };
}
