import type { TicketRow } from '../../contract/desk';
import { PRIORITIES } from '../../contract/vocabulary';

const waits = ({ status }: TicketRow): boolean => status === 'unassigned' || status === 'new';

/** What has no instant comes last. */
const timeOf = (instant: string | null | undefined): number => (instant ? Date.parse(instant) : Infinity);

const nextDue = (row: TicketRow): number =>
  timeOf(row.first_responded_at ? row.resolution_due : (row.first_response_due ?? row.resolution_due));

const compare = (one: number | string, other: number | string): number => (one < other ? -1 : one > other ? 1 : 0);

const byUrgency = (one: TicketRow, other: TicketRow): number =>
  PRIORITIES.indexOf(other.priority ?? 'normal') - PRIORITIES.indexOf(one.priority ?? 'normal') ||
  compare(nextDue(one), nextDue(other)) ||
  compare(timeOf(one.created_at), timeOf(other.created_at)) ||
  compare(one.ticket_id, other.ticket_id);

/**
 * The tickets that wait for an agent, most urgent first: by priority, by what is due next, by age, by id. A ticket that was
 * listed twice, because it changed between two pages of the list, counts as its higher status version says.
 */
export function waitingTickets(rows: readonly TicketRow[]): TicketRow[] {
  const newest = new Map<string, TicketRow>();
  for (const row of rows) {
    const known = newest.get(row.ticket_id);
    if (known === undefined || (row.status_version ?? 0) > (known.status_version ?? 0)) newest.set(row.ticket_id, row);
  }
  return [...newest.values()].filter(waits).sort(byUrgency);
}
