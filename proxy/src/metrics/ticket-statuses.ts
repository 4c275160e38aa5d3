import { TICKET_STATUSES, type TicketStatus } from '../contract/vocabulary';
import type { Database } from '../events/database';
import { isAutomations } from './ticket-course';

/** How a ticket stood at an instant. */
export interface StandingTicket {
  ticket_id: string;
  status: TicketStatus;
}

const TELLING = `ARRAY['ticket.created', 'ticket.joined', 'ticket.status_changed', 'ticket.assigned', 'ticket.escalated',
  'ticket.resolved', 'message.replied', 'reply.failed', 'reply.unknown']`;

const WORDS = `ARRAY[${TICKET_STATUSES.map((status) => `'${status}'`).join(', ')}]`;

/** The status after an event. */
const AFTER = `CASE type WHEN 'ticket.created' THEN 'new' WHEN 'ticket.resolved' THEN 'resolved'
  ELSE payload->>'status_to' END`;

/** A chat that goes on after a day is told as created again; that is no change. */
const STANDING = `
  SELECT ticket_id, status FROM (
    SELECT DISTINCT ON (ticket_id) ticket_id, ${AFTER} AS status
    FROM event
    WHERE type = ANY(${TELLING}) AND ticket_id IS NOT NULL AND occurred_at < $1::timestamptz
      AND ${AFTER} = ANY(${WORDS})
    ORDER BY ticket_id, type <> 'ticket.created' DESC, occurred_at DESC, sequence DESC) AS last
  WHERE status <> 'closed'`;

const CHATS = `
  SELECT ticket_id, bool_or(payload->>'action' = 'handoff') AS handed_over FROM event
  WHERE ticket_id = ANY($1::text[]) AND type = 'chat.turn' AND occurred_at < $2::timestamptz GROUP BY ticket_id`;

/**
 * The tickets that are not closed, as the events before an instant have left them: the last one told wins, and a chat is
 * answered until it is handed over.
 */
export async function standingTickets(database: Database, at: Date): Promise<StandingTicket[]> {
  const told = await database.query<StandingTicket>(STANDING, [at.toISOString()]);
  const automations = told.filter(({ status }) => isAutomations(status)).map(({ ticket_id }) => ticket_id);
  type Chat = { ticket_id: string; handed_over: boolean };
  const chats = await database.query<Chat>(CHATS, [automations, at.toISOString()]);
  const chatStatus = new Map<string, TicketStatus>(
    chats.map(({ ticket_id, handed_over }) => [ticket_id, handed_over ? 'unassigned' : 'answered']),
  );
  return told.map(({ ticket_id, status }) => ({ ticket_id, status: chatStatus.get(ticket_id) ?? status }));
}

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
  const changed = await database.query<StandingTicket>(CHANGED_SINCE, [at.toISOString(), now.toISOString()]);
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
