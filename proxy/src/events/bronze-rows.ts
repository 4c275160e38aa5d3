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
type Parcel = { tracking_number: string | null };

const SOURCE_ID: Record<EventSource, readonly string[]> = {
  email: ['message_id', 'conversation_id', 'ticket_id'],
  chat: ['message_id', 'conversation_id', 'ticket_id'],
  ticket: ['ticket_id', 'message_id', 'conversation_id'],
  order: ['order_id', 'tracking_number', 'message_id'],
  payment: ['transaction_id', 'charge_id', 'order_id'],
  feedback: ['ticket_id', 'message_id'],
  operations: ['run_id'],
};

const sourceId = (event: StoredEvent): string => {
  const name = SOURCE_ID[event.source].find((field) => typeof event.payload[field] === 'string');
  return name === undefined ? event.id : String(event.payload[name]);
};

/**
 * The rows of one event: its own, and of an order context one for each parcel and each charge, so that what counts parcels
 * and charges reads no lists. Charges have a table of their own; parcels stay among the orders.
 */
export function bronzeRows(event: StoredEvent): { source: EventSource; row: BronzeRow }[] {
  const shared = {
    received_at: event.occurredAt,
    ingested_at: event.recordedAt,
    schema_version: event.schemaVersion,
  };
  const row = (source: EventSource, ingest_id: string, source_id: string, payload: Record<string, unknown>) => ({
    source,
    row: { ingest_id, source_id, ...shared, payload: { type: event.type, ...payload } },
  });
  const own = row(event.source, event.id, sourceId(event), event.payload);
  if (event.type !== 'context.looked_up' || event.source !== 'order') return [own];
  const {
    order_id,
    parcels = [],
    payments = [],
  } = event.payload as { order_id?: unknown } & Partial<{
    parcels: Parcel[];
    payments: Charge[];
  }>;
  return [
    own,
    ...parcels.map((parcel, index) =>
      row('order', `${event.id}:parcel:${index}`, parcel.tracking_number ?? sourceId(event), { order_id, parcel }),
    ),
    ...payments.map((charge) =>
      row('payment', `${event.id}:${charge.charge_id}`, charge.charge_id, { order_id, payments: [charge] }),
    ),
  ];
}
