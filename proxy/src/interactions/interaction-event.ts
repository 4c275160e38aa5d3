import type { INTERACTION_TYPES, RecordInteractionRequest } from '../contract/interaction';
import { type NewEvent, newEvent } from '../events/event';
import { statedInstant } from '../stated-instant';

const EVENT_OF = {
  message_received: 'message.received',
  send_claimed: 'reply.claimed',
  replied: 'message.replied',
  reply_failed: 'reply.failed',
  reply_unknown: 'reply.unknown',
  status_changed: 'ticket.status_changed',
  message_ignored: 'message.ignored',
} as const satisfies Record<(typeof INTERACTION_TYPES)[number], string>;

/** The event for what a flow reports. */
export function interactionEvent({ type, occurred_at, ...payload }: RecordInteractionRequest, now: Date): NewEvent {
  return newEvent(EVENT_OF[type], payload, statedInstant(occurred_at, now));
}
