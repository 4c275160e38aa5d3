import { TICKET_STATUSES, type TicketStatus } from '../contract/vocabulary';
import type { Database } from '../events/database';
import { isAutomations } from './ticket-course';

/** How a ticket stood at an instant. */
export interface StandingTicket {
  ticket_id: string;
  status: TicketStatus;
  /** When its status was last told. */
  told_at: Date;
}

const TELLING = `ARRAY['ticket.created', 'ticket.joined', 'ticket.status_changed', 'ticket.assigned', 'ticket.escalated',
  'ticket.resolved', 'message.replied', 'reply.failed', 'reply.unknown']`;

const WORDS = `ARRAY[${TICKET_STATUSES.map((status) => `'${status}'`).join(', ')}]`;

/** The status after an event. */
const AFTER = `CASE type WHEN 'ticket.created' THEN 'new' WHEN 'ticket.resolved' THEN 'resolved'
  ELSE payload->>'status_to' END`;

/** The status before an event; some carry the row as it was. */
const BEFORE = `coalesce(payload->>'status_from', payload->>'status')`;

/** A chat that goes on after a day is told as created again; that is no change. */
const STANDING = `
  SELECT ticket_id, status, told_at FROM (
    SELECT DISTINCT ON (ticket_id) ticket_id, ${AFTER} AS status, occurred_at AS told_at
    FROM event
    WHERE type = ANY(${TELLING}) AND ticket_id IS NOT NULL AND occurred_at < $1::timestamptz
      AND ${AFTER} = ANY(${WORDS})
    ORDER BY ticket_id, type <> 'ticket.created' DESC, occurred_at DESC, sequence DESC) AS last
  WHERE status <> 'closed'`;

const CHATS = `
  SELECT ticket_id, bool_or(payload->>'action' = 'handoff') AS handed_over, max(occurred_at) AS told_at FROM event
  WHERE ticket_id = ANY($1::text[]) AND type = 'chat.turn' AND occurred_at < $2::timestamptz GROUP BY ticket_id`;

/**
 * The tickets that are not closed, as the events before an instant have left them: the last one told wins, and a chat is
 * answered until it is handed over.
 */
export async function standingTickets(database: Database, at: Date): Promise<StandingTicket[]> {
  const told = await database.query<StandingTicket>(STANDING, [at.toISOString()]);
  const automations = told.filter(({ status }) => isAutomations(status)).map(({ ticket_id }) => ticket_id);
  type Chat = { ticket_id: string; handed_over: boolean; told_at: Date };
  const chats = await database.query<Chat>(CHATS, [automations, at.toISOString()]);
  const byChat = new Map(
    chats.map(({ ticket_id, handed_over, told_at }): [string, StandingTicket] => [
      ticket_id,
      { ticket_id, status: handed_over ? 'unassigned' : 'answered', told_at },
    ]),
  );
  return told.map((ticket) => byChat.get(ticket.ticket_id) ?? ticket);
}

/** The first event since an instant; where it does not say from which status, `status` is null. */
const CHANGED_SINCE = `
  SELECT DISTINCT ON (ticket_id) ticket_id,
         CASE WHEN ${BEFORE} = ANY(${WORDS}) AND ${BEFORE} IS DISTINCT FROM ${AFTER} THEN ${BEFORE} END AS status
  FROM event
  WHERE type = ANY(${TELLING}) AND type <> 'ticket.created' AND ticket_id IS NOT NULL
    AND occurred_at >= $1::timestamptz AND occurred_at <= $2::timestamptz AND ${AFTER} = ANY(${WORDS})
  ORDER BY ticket_id, occurred_at, sequence`;

const LAST_TOLD = `
  SELECT DISTINCT ON (ticket_id) ticket_id, ${AFTER} AS status FROM event
  WHERE ticket_id = ANY($1::text[]) AND type = ANY(${TELLING}) AND occurred_at < $2::timestamptz
    AND ${AFTER} = ANY(${WORDS})
  ORDER BY ticket_id, type <> 'ticket.created' DESC, occurred_at DESC, sequence DESC`;

/** The tickets whose status may have changed since an instant, with the status they had then, as far as it was told. */
export async function changedSince(database: Database, at: Date, now: Date): Promise<Map<string, TicketStatus>> {
  type Changed = { ticket_id: string; status: TicketStatus | null };
  const changed = await database.query<Changed>(CHANGED_SINCE, [at.toISOString(), now.toISOString()]);
  const unsaid = changed.filter(({ status }) => status === null).map(({ ticket_id }) => ticket_id);
  const told = await database.query<Omit<StandingTicket, 'told_at'>>(LAST_TOLD, [unsaid, at.toISOString()]);
  const said = changed.flatMap(({ ticket_id, status }) => (status === null ? [] : [{ ticket_id, status }]));
  return new Map([...said, ...told].map(({ ticket_id, status }) => [ticket_id, status]));
}

const CREATIONS = `
  SELECT ticket_id, min(occurred_at) AS created_at FROM event
  WHERE ticket_id = ANY($1::text[]) AND type = 'ticket.created' GROUP BY ticket_id`;

/** When tickets were opened, as far as events tell. */
export async function creations(database: Database, ticketIds: readonly string[]): Promise<Map<string, Date>> {
  const created = await database.query<{ ticket_id: string; created_at: Date }>(CREATIONS, [ticketIds]);
  return new Map(created.map(({ ticket_id, created_at }) => [ticket_id, created_at]));
}
