import { TICKET_STATUSES, type TicketStatus } from '../contract/vocabulary';
import type { Database } from '../events/database';

/** How a ticket stood at an instant. */
export interface StandingTicket {
  ticket_id: string;
  /** Null of a ticket older than the events. */
  created_at: Date | null;
  status: TicketStatus;
}

const TELLING = `ARRAY['ticket.created', 'ticket.joined', 'ticket.status_changed', 'ticket.assigned', 'ticket.escalated',
  'ticket.resolved', 'message.replied', 'reply.failed', 'reply.unknown', 'chat.turn']`;

const WORDS = `ARRAY[${TICKET_STATUSES.map((status) => `'${status}'`).join(', ')}]`;

/** The same as going through the events one by one, except that the last one told wins, whatever its version. */
const STANDING = `
  WITH told AS (
    SELECT e.ticket_id, e.type, e.occurred_at, e.sequence, p.action,
           CASE e.type WHEN 'ticket.resolved' THEN 'resolved' ELSE p.status_to END AS status
    FROM event e, jsonb_to_record(e.payload) AS p(status_to text, action text)
    WHERE e.type = ANY(${TELLING}) AND e.ticket_id IS NOT NULL AND e.occurred_at < $1::timestamptz),
  standing AS (
    SELECT ticket_id,
           min(occurred_at) FILTER (WHERE type = 'ticket.created') AS created_at,
           coalesce((array_agg(status ORDER BY occurred_at DESC, sequence DESC)
             FILTER (WHERE status = ANY(${WORDS})))[1], 'new') AS status,
           bool_or(type = 'chat.turn') AS is_chat,
           bool_or(type = 'chat.turn' AND action = 'handoff') AS handed_over
    FROM told GROUP BY ticket_id)
  SELECT ticket_id, created_at,
         CASE WHEN status NOT IN ('new', 'answered') OR NOT is_chat THEN status
              WHEN handed_over THEN 'unassigned' ELSE 'answered' END AS status
  FROM standing WHERE status <> 'closed'`;

/** The tickets that are not closed, as the events before an instant have left them. */
export const standingTickets = (database: Database, at: Date): Promise<StandingTicket[]> =>
  database.query<StandingTicket>(STANDING, [at.toISOString()]);

const CHANGED_SINCE = `
  SELECT DISTINCT ON (e.ticket_id) e.ticket_id, coalesce(p.status_from, p.status) AS status
  FROM event e, jsonb_to_record(e.payload) AS p(status text, status_from text, status_to text)
  WHERE e.type = ANY(${TELLING}) AND e.ticket_id IS NOT NULL
    AND e.occurred_at >= $1::timestamptz AND e.occurred_at <= $2::timestamptz
    AND coalesce(p.status_from, p.status) = ANY(${WORDS})
    AND coalesce(p.status_from, p.status) <> CASE e.type WHEN 'ticket.resolved' THEN 'resolved' ELSE p.status_to END
  ORDER BY e.ticket_id, e.occurred_at, e.sequence`;

/** The tickets whose status has changed since an instant, with the status they had then. */
export async function changedSince(database: Database, at: Date, now: Date): Promise<Map<string, TicketStatus>> {
  type Changed = Pick<StandingTicket, 'ticket_id' | 'status'>;
  const changed = await database.query<Changed>(CHANGED_SINCE, [at.toISOString(), now.toISOString()]);
  return new Map(changed.map(({ ticket_id, status }) => [ticket_id, status]));
}

const CREATIONS = `
  SELECT ticket_id, min(occurred_at) AS created_at FROM event
  WHERE ticket_id = ANY($1::text[]) AND type = 'ticket.created' GROUP BY ticket_id`;

/** When tickets were opened, as far as events tell. */
export async function creations(database: Database, ticketIds: readonly string[]): Promise<Map<string, Date>> {
  const created = await database.query<{ ticket_id: string; created_at: Date }>(CREATIONS, [ticketIds]);
  return new Map(created.map(({ ticket_id, created_at }) => [ticket_id, created_at]));
}
