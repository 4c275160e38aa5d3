import type { TicketRow } from '../contract/desk';
import { type EventPayload, type EventType, eventKinds } from '../events/event-kinds';

/** What an event of a kind records of a ticket's row: ids, clocks and choices, no title and no names. */
export function recordedRow<T extends EventType>(
  kind: T,
  row: TicketRow,
): Pick<TicketRow, keyof TicketRow & keyof EventPayload<T>> {
  const columns = eventKinds[kind].payload.properties;
  return Object.fromEntries(Object.entries(row).filter(([column]) => column in columns)) as never;
}
