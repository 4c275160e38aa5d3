import type { EventSource, StoredEvent } from './event';

/** One line of a bronze file. */
export interface BronzeRow {
  /** Unique over all rows: a row that was loaded twice is found by it. */
  ingest_id: string;
  /** The business's own key, by which duplicates are dropped later: a message, an order, a charge, a ticket. */
  source_id: string;
  received_at: string;
  ingested_at: string;
  schema_version: number;
  payload: Record<string, unknown>;
}

type Charge = { charge_id: string };

const SOURCE_ID: Record<EventSource, readonly string[]> = {
  email: ['message_id', 'conversation_id', 'ticket_id'],
  chat: ['message_id', 'conversation_id', 'ticket_id'],
  ticket: ['ticket_id', 'message_id', 'conversation_id'],
  order: ['order_id', 'tracking_number', 'message_id'],
  payment: ['charge_id', 'order_id'],
  feedback: ['ticket_id', 'message_id'],
  operations: ['run_id'],
};

const sourceId = (event: StoredEvent): string => {
  const name = SOURCE_ID[event.source].find((field) => typeof event.payload[field] === 'string');
  return name === undefined ? event.id : String(event.payload[name]);
};

/**
 * The rows of one event: its own, and one for each charge of an order context, because charges have a table of
 * their own.
 */
export function bronzeRows(event: StoredEvent): { source: EventSource; row: BronzeRow }[] {
  const shared = {
    received_at: event.occurredAt,
    ingested_at: event.recordedAt,
    schema_version: event.schemaVersion,
  };
  const own = {
    source: event.source,
    row: {
      ingest_id: event.id,
      source_id: sourceId(event),
      ...shared,
      payload: { type: event.type, ...event.payload },
    },
  };
  if (event.source !== 'order') return [own];
  const charges = ((event.payload.payments ?? []) as Charge[]).map((charge) => ({
    source: 'payment' as const,
    row: {
      ingest_id: `${event.id}:${charge.charge_id}`,
      source_id: charge.charge_id,
      ...shared,
      payload: { type: event.type, order_id: event.payload.order_id, payments: [charge] },
    },
  }));
  return [own, ...charges];
}
