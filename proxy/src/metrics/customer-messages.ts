import type { Channel, Intent, Team } from '../contract/vocabulary';
import { TEAM_BY_INTENT } from '../triage/team-by-intent';
import type { Happening } from './history';

/** A message of a customer, however many events tell of it. */
export interface CustomerMessage {
  /** When the first event about it happened; milliseconds since 1970. */
  at: number;
  channel: Channel;
  /** As the message was read, not as it was corrected. */
  intent: Intent;
  team: Team;
  ticketId: string | null;
}

/** The events that are about a message of a customer, the surest about its intent first. */
const READINGS: readonly Happening['type'][] = [
  'chat.turn',
  'message.triaged',
  'ticket.created',
  'ticket.joined',
  'message.received',
];

/** The name of a message: its id is unique within its channel. */
export const messageKey = ({ channel, message_id }: Happening): string | null =>
  message_id === null ? null : `${channel} ${message_id}`;

/**
 * The name of the message that an event tells of. A message without an id is known by its ticket; a reading without
 * one is no message, because anybody can ask for a reading.
 */
export function toldMessage(event: Happening): string | null {
  if (!READINGS.includes(event.type)) return null;
  if (event.type === 'message.received' && event.author !== null && event.author !== 'customer') return null;
  if (event.message_id !== null) return messageKey(event);
  if (event.type === 'ticket.created') return `ticket ${event.ticket_id}`;
  return event.type === 'ticket.joined' ? `ticket ${event.ticket_id} ${event.at}` : null;
}

/** All messages of customers a history tells of, by their names. @param history in order */
export function customerMessages(history: readonly Happening[]): Map<string, CustomerMessage> {
  const messages = new Map<string, CustomerMessage & { reading: number }>();
  for (const event of history) {
    const key = toldMessage(event);
    if (key === null) continue;
    const { at, channel, intent, team } = event;
    const known = messages.get(key);
    const message = known ?? {
      at,
      channel: channel ?? 'app',
      intent: 'other',
      team: TEAM_BY_INTENT.other,
      ticketId: null,
      reading: READINGS.length,
    };
    const reading = READINGS.indexOf(event.type);
    if (intent !== null && reading < message.reading) {
      Object.assign(message, { intent, team: team ?? TEAM_BY_INTENT[intent], reading });
    }
    message.ticketId ??= event.ticket_id;
    if (!known) messages.set(key, message);
  }
  return messages;
}
