import type { NewEvent, StoredEvent } from './event';

export const EVENT_COLUMNS = 'sequence, id, type, schema_version, source, occurred_at, recorded_at, payload';

export interface EventRow {
  sequence: number;
  id: string;
  type: NewEvent['type'];
  schema_version: number;
  source: NewEvent['source'];
  occurred_at: Date;
  recorded_at: Date;
  payload: Record<string, unknown>;
}

export const storedEvent = (row: EventRow): StoredEvent => ({
  sequence: row.sequence,
  id: row.id,
  type: row.type,
  schemaVersion: row.schema_version,
  source: row.source,
  occurredAt: row.occurred_at.toISOString(),
  recordedAt: row.recorded_at.toISOString(),
  payload: row.payload,
});
