import type { TicketRow } from '../contract/desk';
import type { NotedMessage } from '../contract/statistics';
import { customerMessages, messageKey, toldMessage } from './customer-messages';
import type { Happening } from './history';
import type { LocalDay } from './local-day';

/** So many are enough to look at. */
const MOST = 50;

/**
 * The messages of a day somebody should look at, the newest first.
 * @param history of the day, in order
 */
export function notedMessages(
  history: readonly Happening[],
  { from, to }: Pick<LocalDay, 'from' | 'to'>,
  rows: readonly TicketRow[],
): { low_confidence: NotedMessage[]; corrected: NotedMessage[] } {
  const messages = customerMessages(history);
  const numbers = new Map<string, string>();
  for (const { ticket_id, ticket_number } of [...history, ...rows]) {
    if (ticket_id && ticket_number) numbers.set(ticket_id, ticket_number);
  }
  const today = history.filter(({ at }) => at >= from.getTime() && at < to.getTime());
  const seen = new Set<string>();

  const noted = (event: Happening, read: Pick<NotedMessage, 'intent' | 'corrected_intent'>): NotedMessage => {
    const ticket_id = event.ticket_id ?? messages.get(messageKey(event) ?? '')?.ticketId ?? null;
    const ticket_number = event.ticket_number ?? numbers.get(ticket_id ?? '') ?? null;
    return { ticket_id, ticket_number, ...read, confidence: event.confidence, at: new Date(event.at).toISOString() };
  };
  const newest = (list: NotedMessage[]): NotedMessage[] => list.reverse().slice(0, MOST);

  const isDoubtful = (event: Happening): boolean => {
    if (event.type !== 'message.triaged' && event.type !== 'chat.turn') return false;
    const key = toldMessage(event);
    const again = key !== null && seen.has(key);
    if (key !== null) seen.add(key);
    return !again && event.low_confidence === true;
  };
  const doubtful = today.filter(isDoubtful);
  const corrections = today.filter((event) => event.type === 'triage.corrected' && event.corrected);
  return {
    low_confidence: newest(doubtful.map((event) => noted(event, { intent: event.intent, corrected_intent: null }))),
    corrected: newest(
      corrections.map((event) => noted(event, { intent: event.model_intent, corrected_intent: event.intent })),
    ),
  };
}
