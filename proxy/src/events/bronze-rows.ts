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

/** What of an order context gets rows of its own. */
interface Found {
  order_id?: string | null;
  parcels?: { tracking_number: string | null }[];
  payments?: { charge_id: string }[];
  refunds?: { refund_id: string }[];
  disputes?: object[];
}

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
 * The rows of one event: its own, and of an order context one for each parcel, charge, refund and dispute, so that what
 * counts them reads no lists. What moves money has a table of its own; parcels stay among the orders.
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
  const { order_id, parcels = [], payments = [], refunds = [], disputes = [] } = event.payload as Found;
  const part = (source: EventSource, part: string, source_id: string, payload: object) =>
    row(source, `${event.id}:${part}`, source_id, { order_id, ...payload });
  return [
    own,
    ...parcels.map((parcel, index) =>
      part('order', `parcel:${index}`, parcel.tracking_number ?? sourceId(event), { parcel }),
    ),
    ...payments.map((charge) => part('payment', charge.charge_id, charge.charge_id, { payments: [charge] })),
    ...refunds.map((refund, index) => part('payment', `refund:${index}`, refund.refund_id, { refund })),
    ...disputes.map((dispute, index) => part('payment', `dispute:${index}`, sourceId(event), { dispute })),
  ];
}
