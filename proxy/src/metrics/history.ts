import type { AnswerChatAnswer } from '../contract/chat';
import type { RecordInteractionRequest } from '../contract/interaction';
import {
  type Channel,
  type Intent,
  type Priority,
  type ResolutionKind,
  type Team,
  TICKET_STATUSES,
  type TicketStatus,
} from '../contract/vocabulary';
import type { Database } from '../events/database';
import type { EventType } from '../events/event-kinds';

/** The events that say what happened to messages and tickets. */
const TOLD_BY = [
  'message.received',
  'message.triaged',
  'chat.turn',
  'ticket.created',
  'ticket.joined',
  'message.replied',
  'reply.failed',
  'reply.unknown',
  'ticket.status_changed',
  'ticket.assigned',
  'ticket.escalated',
  'ticket.resolved',
  'feedback.received',
  'triage.corrected',
  'ai.used',
] as const satisfies readonly EventType[];

/** What the metrics need of an event; null is what it does not say. No text of a customer is among it. */
export interface Happening {
  /** Its place in the order of storing. */
  sequence: number;
  type: (typeof TOLD_BY)[number];
  /** Milliseconds since 1970. */
  at: number;
  message_id: string | null;
  ticket_id: string | null;
  ticket_number: string | null;
  channel: Channel | null;
  /** Of a chat turn, what it was read as; of a correction, what the agent says. */
  intent: Intent | null;
  team: Team | null;
  priority: Priority | null;
  author: NonNullable<RecordInteractionRequest['author']> | null;
  purpose: NonNullable<RecordInteractionRequest['purpose']> | null;
  reason: string | null;
  agent_id: string | null;
  status_from: TicketStatus | null;
  status_to: TicketStatus | null;
  /** The version after the change. */
  status_version: number | null;
  /** What a chat turn did. */
  action: AnswerChatAnswer['action'] | null;
  confidence: number | null;
  low_confidence: boolean | null;
  duration_ms: number | null;
  /** Milliseconds since 1970. */
  first_response_due: number | null;
  resolution_due: number | null;
  resolution_kind: ResolutionKind | null;
  /** The address of the customer, in small letters. */
  customer: string | null;
  rating: number | null;
  /** Of a correction: whether anything was wrong, what the model had said, who says so. */
  corrected: boolean | null;
  model_intent: Intent | null;
  corrected_by: string | null;
  /** What a call of the language model cost, in US dollars. */
  cost: number | null;
}

interface Row extends Omit<Happening, 'at' | 'status_from' | 'status_to' | 'first_response_due' | 'resolution_due'> {
  occurred_at: Date;
  /** Of events that carry the ticket's row as it was before. */
  status: TicketStatus | null;
  /** Whatever a flow called the status. */
  status_from: string | null;
  status_to: string | null;
  first_response_due: string | null;
  resolution_due: string | null;
}

/**
 * Each payload is unpacked once: reading it name by name would take it out of its storage as often. Numbers are read as
 * double precision, which holds every number of JSON.
 */
const COLUMNS = `
  e.type, e.occurred_at, e.message_id, e.ticket_id, p.ticket_number, p.channel,
  coalesce(p.intent, p.triage->>'intent') AS intent, coalesce(p.team, p.triage->>'team') AS team, p.priority,
  p.author, p.purpose, p.reason, p.agent_id, p.status, p.status_from, p.status_to, p.status_version, p.action,
  coalesce(p.confidence, p.model_confidence, (p.triage->>'confidence')::double precision) AS confidence,
  coalesce(p.review_reasons, p.triage->'review_reasons') @> '["low_confidence"]' AS low_confidence,
  p.duration_ms, p.first_response_due, p.resolution_due, p.resolution_kind,
  lower(trim(p.customer_email)) AS customer, p.rating, jsonb_array_length(p.corrected) > 0 AS corrected,
  p.model_intent, p.corrected_by, p.cost`;

const UNPACKED = `jsonb_to_record(e.payload) AS p(
  ticket_number text, channel text, intent text, team text, priority text, triage jsonb, author text, purpose text,
  reason text, agent_id text, status text, status_from text, status_to text, status_version double precision,
  action text, confidence double precision, review_reasons jsonb, duration_ms double precision,
  first_response_due text, resolution_due text, resolution_kind text, customer_email text, rating double precision,
  corrected jsonb, model_intent text, model_confidence double precision, corrected_by text,
  cost double precision)`;

const SELECT = `SELECT e.sequence, ${COLUMNS} FROM event e, ${UNPACKED} WHERE e.type = ANY($1::text[])`;
const WITHIN = `${SELECT} AND e.occurred_at >= $2::timestamptz AND e.occurred_at < $3::timestamptz`;
const OF_MESSAGES = `${SELECT} AND e.occurred_at < $2::timestamptz AND e.message_id = ANY($3::text[])`;
const OF_TICKETS = `${SELECT} AND e.occurred_at < $2::timestamptz AND e.ticket_id = ANY($3::text[])`;

const STATUSES: ReadonlySet<string> = new Set(TICKET_STATUSES);

/** A status as the vocabulary has it; any other word says nothing. */
const statusOf = (text: string | null): TicketStatus | null =>
  text !== null && STATUSES.has(text) ? (text as TicketStatus) : null;

const instantOf = (text: string | null): number | null => (text === null ? null : Date.parse(text));

const ROW_AS_BEFORE: ReadonlySet<string> = new Set(['ticket.assigned', 'ticket.escalated', 'ticket.resolved']);

/** From which status to which a ticket went; events that carry its row have the version of before. */
function moveOf(row: Row): Pick<Happening, 'status_from' | 'status_to' | 'status_version'> {
  const status_to = row.type === 'ticket.resolved' ? 'resolved' : statusOf(row.status_to);
  const { status, status_version } = row;
  if (!ROW_AS_BEFORE.has(row.type)) return { status_from: statusOf(row.status_from), status_to, status_version };
  const raised = status === status_to ? 0 : 1;
  return { status_from: status, status_to, status_version: status_version === null ? null : status_version + raised };
}

function happeningOf(row: Row): Happening {
  const { occurred_at, status: _status, ...said } = row;
  return {
    ...said,
    ...moveOf(row),
    at: occurred_at.getTime(),
    channel: row.type === 'chat.turn' ? 'chat' : row.channel,
    first_response_due: instantOf(row.first_response_due),
    resolution_due: instantOf(row.resolution_due),
  };
}

const inOrder = (one: Happening, other: Happening): number => one.at - other.at || one.sequence - other.sequence;

const HOUR_MS = 3_600_000;
/** So many messages or tickets are asked about at once. */
const IDS_AT_ONCE = 500;

async function* happenedWithin(database: Database, from: Date, to: Date): AsyncGenerator<Happening> {
  for (let since = from.getTime(); since < to.getTime(); since += HOUR_MS) {
    const until = Math.min(since + HOUR_MS, to.getTime());
    const ends = [since, until].map((instant) => new Date(instant).toISOString());
    for (const row of await database.query<Row>(WITHIN, [TOLD_BY, ...ends])) yield happeningOf(row);
  }
}

async function* happenedBefore(
  database: Database,
  sql: string,
  at: Date,
  ids: ReadonlySet<string>,
): AsyncGenerator<Happening> {
  const asked = [...ids];
  for (let first = 0; first < asked.length; first += IDS_AT_ONCE) {
    const some = asked.slice(first, first + IDS_AT_ONCE);
    for (const row of await database.query<Row>(sql, [TOLD_BY, at.toISOString(), some])) yield happeningOf(row);
  }
}

/**
 * Everything that happened from one instant up to another, and what happened before to the same tickets and messages: a
 * first answer is known as the first only by that. In order. What came before a mere closing is left out, nothing is
 * counted by it.
 *
 * In steps, each by an index: the embedded database keeps no statistics by which it could plan one large question. Small
 * ones, because what the database gives weighs many times what is kept of it.
 */
export async function readHistory(database: Database, from: Date, to: Date): Promise<Happening[]> {
  const history = new Map<number, Happening>();
  const messages = new Set<string>();
  const tickets = new Set<string>();
  const take = (event: Happening): void => {
    history.set(event.sequence, event);
    if (event.message_id !== null) messages.add(event.message_id);
    if (event.ticket_id !== null && event.status_to !== 'closed') tickets.add(event.ticket_id);
  };
  for await (const event of happenedWithin(database, from, to)) take(event);
  for await (const event of happenedBefore(database, OF_MESSAGES, from, messages)) take(event);
  for await (const event of happenedBefore(database, OF_TICKETS, from, tickets)) history.set(event.sequence, event);
  return [...history.values()].sort(inOrder);
}
