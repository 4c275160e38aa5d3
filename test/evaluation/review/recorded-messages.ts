import { createHash } from 'node:crypto';
import type { Channel, Intent, Priority, Sentiment } from '../../../proxy/src/contract/vocabulary';
import type { BronzeEvent } from './bronze-events';

/** How a message was read, or should have been. */
export interface Labels {
  intent: Intent;
  sentiment: Sentiment;
  priority: Priority;
}

export interface Correction {
  at: string;
  /** What the agent says. */
  said: Partial<Labels>;
  /** What the model had said. */
  model: Partial<Labels>;
  /** The fields that differ; none when the agent confirmed the reading. */
  corrected: readonly string[];
}

/** A customer's message with all that is recorded of it. */
export interface RecordedMessage {
  /** Short and without personal data, for the command line and for cases. */
  id: string;
  at: string;
  channel: Channel;
  subject: string;
  text: string;
  isHtml: boolean | undefined;
  fromEmail: string | undefined;
  reading: Labels & { confidence: number; language: string; reviewReasons: readonly string[] };
  ticketId: string | undefined;
  customerName: string | undefined;
  /** Why its reply was not sent by itself. */
  heldReasons: readonly string[];
  correction: Correction | undefined;
}

export interface Escalation {
  at: string;
  intent: string;
  reason: string;
}

export interface Recorded {
  messages: RecordedMessage[];
  /** Corrections whose message was not found, for example because its text is not recorded. */
  lost: number;
  escalations: Escalation[];
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

export const shortId = (messageId: string): string =>
  `review-${createHash('sha256').update(messageId).digest('hex').slice(0, 10)}`;

type Draft = Omit<RecordedMessage, 'reading' | 'correction'> & Partial<Pick<RecordedMessage, 'reading'>>;
type Payload = BronzeEvent['payload'];

const readingOf = (payload: Payload): RecordedMessage['reading'] => ({
  ...(payload as unknown as Labels),
  confidence: Number(payload.confidence),
  language: String(payload.language),
  reviewReasons: listOf(payload.review_reasons),
});

const labelsOf = (payload: Payload, prefix: string): Partial<Labels> =>
  Object.fromEntries(
    ['intent', 'sentiment', 'priority'].flatMap((name) => {
      const value = textOf(payload[`${prefix}${name}`]);
      return value === undefined ? [] : [[name, value]];
    }),
  );

const CONFIDENCE_STEP = 0.01;

/**
 * Finds the message an agent corrected. A correction names its ticket, and its message only where the caller knows it;
 * of several messages it is the last one before the correction that was read as the ticket says.
 */
function messageOf(payload: Payload, at: string, messages: readonly RecordedMessage[]): RecordedMessage | undefined {
  const named = textOf(payload.message_id);
  if (named !== undefined) return messages.find(({ id }) => id === shortId(named));
  const before = messages.filter((message) => message.ticketId === payload.ticket_id && message.at <= at);
  const readSo = before.filter(
    ({ reading }) =>
      reading.intent === payload.model_intent &&
      Math.abs(reading.confidence - Number(payload.model_confidence)) < CONFIDENCE_STEP,
  );
  return readSo.at(-1) ?? (before.length === 1 ? before[0] : undefined);
}

/** Puts together what the events tell of each message. */
export function recordedMessages(events: Iterable<BronzeEvent>): Recorded {
  const drafts = new Map<string, Draft>();
  const corrections: BronzeEvent[] = [];
  const escalations: Escalation[] = [];
  const tickets = new Map<string, { ticketId: string; customerName: string | undefined }>();
  const held = new Map<string, string[]>();
  const readings = new Map<string, RecordedMessage['reading']>();
  for (const { type, at, payload } of events) {
    const messageId = textOf(payload.message_id);
    if (type === 'triage.corrected') corrections.push({ type, at, payload });
    if (type === 'ticket.escalated')
      escalations.push({ at, intent: textOf(payload.intent) ?? 'unknown', reason: String(payload.reason) });
    if (messageId === undefined) continue;
    const text = textOf(payload.text);
    if ((type === 'message.received' || type === 'chat.turn') && text !== undefined && !drafts.has(messageId))
      drafts.set(messageId, {
        id: shortId(messageId),
        at,
        channel: (textOf(payload.channel) ?? 'chat') as Channel,
        subject: textOf(payload.subject) ?? '',
        text,
        isHtml: typeof payload.is_html === 'boolean' ? payload.is_html : undefined,
        fromEmail: textOf(payload.from_email),
        ticketId: undefined,
        customerName: undefined,
        heldReasons: [],
      });
    if (type === 'message.triaged') readings.set(messageId, readingOf(payload));
    if (type === 'reply.drafted') held.set(messageId, listOf(payload.held_reasons));
    if (type === 'chat.turn') {
      readings.set(messageId, readingOf(payload.triage as Payload));
      const { reasons } = (payload.handoff ?? {}) as { reasons?: unknown };
      held.set(messageId, payload.action === 'handoff' ? listOf(reasons) : []);
    }
    const ticketId = textOf(payload.ticket_id);
    if (ticketId !== undefined && ['ticket.created', 'ticket.joined', 'chat.turn'].includes(type))
      tickets.set(messageId, { ticketId, customerName: textOf(payload.customer_name) });
  }
  const messages: RecordedMessage[] = [...drafts].flatMap(([messageId, draft]) => {
    const reading = readings.get(messageId);
    if (reading === undefined) return [];
    const heldReasons = held.get(messageId) ?? [];
    return [{ ...draft, ...tickets.get(messageId), reading, heldReasons, correction: undefined }];
  });
  messages.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  corrections.sort((a, b) => (a.at < b.at ? -1 : 1));
  let lost = 0;
  for (const { at, payload } of corrections) {
    const message = messageOf(payload, at, messages);
    // The last correction counts: it stands in the ticket.
    if (message)
      message.correction = {
        at,
        said: labelsOf(payload, ''),
        model: labelsOf(payload, 'model_'),
        corrected: listOf(payload.corrected),
      };
    else lost += 1;
  }
  return { messages, lost, escalations };
}
