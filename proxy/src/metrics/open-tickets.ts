import type { TicketRow } from '../contract/desk';
import type { DailyMetric } from '../contract/statistics';
import type { TicketStatus } from '../contract/vocabulary';
import type { Database } from '../events/database';
import { isOpen } from './ticket-course';
import { changedSince, creations, type StandingTicket, standingTickets } from './ticket-statuses';

/** Open tickets by their age. */
export type OpenTickets = Pick<
  DailyMetric,
  'open_up_to_1_day' | 'open_up_to_3_days' | 'open_up_to_7_days' | 'open_over_7_days'
>;

const DAY_MS = 86_400_000;

interface Standing {
  /** Null when it is not known. */
  created_at: Date | null;
  status: TicketStatus;
}

/** Tickets with the age that events tell. */
async function withAge(
  database: Database,
  tickets: readonly Pick<StandingTicket, 'ticket_id' | 'status'>[],
): Promise<Standing[]> {
  const created = await creations(
    database,
    tickets.map(({ ticket_id }) => ticket_id),
  );
  return tickets.map(({ ticket_id, status }) => ({ created_at: created.get(ticket_id) ?? null, status }));
}

/**
 * How the tickets stood at an instant: the rows as they are now, with what has changed since taken back. Those that were
 * closed since are no longer among the rows.
 */
async function rowsAsOf(database: Database, rows: readonly TicketRow[], at: Date, now: Date): Promise<Standing[]> {
  const before = at < now ? await changedSince(database, at, now) : new Map<string, TicketStatus>();
  const listed = new Set(rows.map(({ ticket_id }) => ticket_id));
  const unlisted = [...before].flatMap(([ticket_id, status]) => (listed.has(ticket_id) ? [] : [{ ticket_id, status }]));
  const ofRow = ({ ticket_id, created_at, status, resolved_at }: TicketRow): Standing => {
    // Nothing but the row may have told of a resolution.
    const resolvedSince = status === 'resolved' && Boolean(resolved_at) && new Date(resolved_at!) >= at;
    return {
      created_at: created_at ? new Date(created_at) : null,
      status: before.get(ticket_id) ?? (resolvedSince ? 'in_progress' : status),
    };
  };
  return [...rows.map(ofRow), ...(await withAge(database, unlisted))];
}

/**
 * The tickets that were open at an instant, by their age then; those whose age is not known are left out.
 * @param rows all tickets that are not closed now; when left out, the events tell
 */
export async function openTickets(
  database: Database,
  rows: readonly TicketRow[] | undefined,
  at: Date,
  now: Date,
): Promise<OpenTickets> {
  const tickets = rows
    ? await rowsAsOf(database, rows, at, now)
    : await withAge(
        database,
        (await standingTickets(database, at)).filter(({ status }) => isOpen(status)),
      );
  const open = { open_up_to_1_day: 0, open_up_to_3_days: 0, open_up_to_7_days: 0, open_over_7_days: 0 };
  for (const { created_at, status } of tickets) {
    if (created_at === null || created_at >= at || !isOpen(status)) continue;
    const days = (at.getTime() - created_at.getTime()) / DAY_MS;
    if (days <= 1) open.open_up_to_1_day += 1;
    else if (days <= 3) open.open_up_to_3_days += 1;
    else if (days <= 7) open.open_up_to_7_days += 1;
    else open.open_over_7_days += 1;
  }
  return open;
}
