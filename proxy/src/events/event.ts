import { randomUUID } from 'node:crypto';
import { type EventPayload, type EventType, eventKinds } from './event-kinds';

/** The folders of the bronze layer; each event belongs to one. */
export const EVENT_SOURCES = ['email', 'chat', 'ticket', 'order', 'payment', 'feedback', 'operations'] as const;
export type EventSource = (typeof EVENT_SOURCES)[number];

/** An event before it is stored. */
export interface NewEvent {
  id: string;
  type: EventType;
  schemaVersion: number;
  source: EventSource;
  /** When it happened, ISO 8601. */
  occurredAt: string;
  payload: Record<string, unknown>;
}

/** An event as it is stored; the sequence grows in the order of storing and may have gaps. */
export interface StoredEvent extends NewEvent {
  sequence: number;
  /** When it was stored, ISO 8601. */
  recordedAt: string;
}

const SOURCE_OF_CHANNEL: Record<string, EventSource> = { email: 'email', chat: 'chat', app: 'ticket' };

/** What is about the running of the service and the desk, not about one message or ticket. */
const OF_OPERATIONS: ReadonlySet<EventType> = new Set([
  'ai.used',
  'flow.error',
  'desk.described',
  'tickets.auto_assigned',
]);

const sourceOf = (type: EventType, payload: Record<string, unknown>): EventSource => {
  if (OF_OPERATIONS.has(type)) return 'operations';
  if (type === 'feedback.received') return 'feedback';
  if (type === 'chat.turn') return 'chat';
  if (type === 'order.changed' || type === 'parcel.changed') return 'order';
  if (type === 'payment.changed') return 'payment';
  if (type === 'context.looked_up') return payload.charge_id === undefined ? 'order' : 'payment';
  if (type.startsWith('money.')) return 'payment';
  if (type.startsWith('ticket.')) return 'ticket';
  return SOURCE_OF_CHANNEL[String(payload.channel)] ?? 'ticket';
};

/**
 * Makes an event.
 * @param occurredAt when it happened; defaults are the caller's, because only it knows the clock
 */
export function newEvent<T extends EventType>(type: T, payload: EventPayload<T>, occurredAt: Date): NewEvent {
  const plain = payload as Record<string, unknown>;
  return {
    id: randomUUID(),
    type,
    schemaVersion: eventKinds[type].version,
    source: sourceOf(type, plain),
    occurredAt: occurredAt.toISOString(),
    payload: plain,
  };
}
