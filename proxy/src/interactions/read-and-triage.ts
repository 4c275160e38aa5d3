import type { Triage, TriageMessageRequest } from '../contract/triage';
import { type NewEvent, newEvent } from '../events/event';
import type { TriageService } from '../services';
import { statedInstant } from '../stated-instant';
import { stopWatch } from '../stop-watch';

/** The triage of a message, how long it took, and the events that record the message and what was read. */
export async function readAndTriage(
  message: TriageMessageRequest,
  { triage: service }: { triage: TriageService },
  now: () => Date,
  signal: AbortSignal,
): Promise<{ triage: Triage; duration_ms: number; events: NewEvent[] }> {
  const elapsed = stopWatch();
  const triage = await service.triage(message, signal);
  const duration_ms = elapsed();
  const { channel, message_id, conversation_id, text, subject, is_html, from_email, reply_to, received_at } = message;
  const { clean_text: _cleanText, ...read } = triage;
  const received = { channel, message_id, conversation_id, text, subject, is_html, from_email, reply_to };
  const triaged = { ...read, channel, message_id, conversation_id, duration_ms };
  return {
    triage,
    duration_ms,
    events: [
      newEvent('message.received', received, statedInstant(received_at, now())),
      newEvent('message.triaged', triaged, now()),
    ],
  };
}
