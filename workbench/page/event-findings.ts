import type { CheckView, DegradedView, EventView, FactView, SourceView } from './client/page-data';
import type { StoredEvent } from './desk';

/** What the stored events of one message say. */
export interface EventFindings {
  ignored: boolean;
  facts: FactView[];
  check: CheckView | null;
  heldReasons: string[];
  draft: string | null;
  sources: SourceView[];
  degraded: DegradedView[];
  /** The bot's answer, for a chat. */
  chat: { reply: string; action: string } | null;
  /** True when the mail that went out was the drafted answer, not an acknowledgement. */
  answerSent: boolean;
  ticketId: string | null;
}

const list = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);

/** @param events of one message, newest first */
export function eventFindings(events: StoredEvent[]): EventFindings {
  const newest = (type: string): Record<string, unknown> | undefined =>
    events.find((event) => event.type === type)?.payload;
  const drafted = newest('reply.drafted');
  const turn = newest('chat.turn');
  const lookedUp = newest('context.looked_up');
  const ticketId = events.map(({ payload }) => payload.ticket_id).find((id) => typeof id === 'string');
  return {
    ignored: newest('message.ignored') !== undefined,
    facts: list<FactView>(drafted?.facts ?? turn?.facts).map(({ label, value, kind, source }) => ({
      label,
      value,
      kind,
      source,
    })),
    check: (drafted?.check as CheckView | undefined) ?? null,
    heldReasons: list(drafted?.held_reasons),
    draft: typeof drafted?.reply_text === 'string' && drafted.reply_text !== '' ? drafted.reply_text : null,
    sources: list(lookedUp?.sources),
    degraded: list(lookedUp?.degraded),
    chat: turn ? { reply: String(turn.reply), action: String(turn.action) } : null,
    answerSent: newest('message.replied')?.reason === 'answered',
    ticketId: typeof ticketId === 'string' ? ticketId : null,
  };
}

export const eventView = ({ id, sequence, type, recordedAt, payload }: StoredEvent): EventView => ({
  event_id: id,
  sequence,
  type,
  recorded_at: recordedAt,
  event: payload,
});
