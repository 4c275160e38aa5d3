import { htmlToPlainText, looksLikeHtml } from '../../proxy/src/triage/cleaning/html-to-plain-text';
import { CHANNELS } from '../../proxy/src/contract/vocabulary';
import type { MessageView } from './client/page-data';
import type { Desk, TableRow } from './desk';
import { choiceOf, textOf } from './ticket-view';

const AUTHORS = ['customer', 'agent', 'automatic'] as const;
const STATUSES = ['received', 'queued', 'sent', 'failed', 'unknown'] as const;
const DIRECTIONS = ['inbound', 'outbound'] as const;

/** Whose words a row of `rcc_messages` keeps; the flows give the answer's row the key of the question's with `reply:` before it. */
const ANSWER = 'reply:';

/** The value of `rcc_internetmessageid` for a message: its own id for a mail, conversation and id for a chat turn. */
export const messageKey = (channel: string | null, messageId: string, conversationId: string | null): string =>
  channel === 'chat' ? `chat:${conversationId ?? ''}:${messageId}` : messageId;

/** The id of the message a row's key was made from. */
export const messageIdOfKey = (key: string): string => (key.startsWith('chat:') ? (key.split(':').pop() ?? key) : key);

const quoted = (text: string): string => `'${text.replace(/'/g, "''")}'`;

export interface MessageRows {
  inbound: TableRow | null;
  outbound: TableRow | null;
}

/** The rows of one message and of what was answered to it. */
export async function messageRows(desk: Desk, key: string): Promise<MessageRows> {
  const filter = `rcc_internetmessageid eq ${quoted(key)} or rcc_internetmessageid eq ${quoted(ANSWER + key)}`;
  const rows = await desk.rows('rcc_messages', { filter, top: 2 });
  const of = (wanted: string) => rows.find((row) => row.rcc_internetmessageid === wanted) ?? null;
  return { inbound: of(key), outbound: of(ANSWER + key) };
}

const LONGEST_CONVERSATION = 100;

/** All lines of a ticket, oldest first; times have whole seconds, so an answer stands right behind its question. */
export async function ticketLines(desk: Desk, ticketId: string): Promise<TableRow[]> {
  const rows = await desk.rows('rcc_messages', {
    filter: `_rcc_ticket_value eq ${ticketId}`,
    orderBy: 'createdon desc',
    top: LONGEST_CONVERSATION,
  });
  const keyed = new Map(rows.map((row, place) => [textOf(row, 'rcc_internetmessageid'), { row, place }]));
  const order = (row: TableRow): [string, number, number] => {
    const key = textOf(row, 'rcc_internetmessageid');
    const question = key?.startsWith(ANSWER) ? keyed.get(key.slice(ANSWER.length)) : undefined;
    const { row: first, place } = question ?? { row, place: rows.indexOf(row) };
    return [textOf(first, 'createdon') ?? '', place, question ? 1 : 0];
  };
  return rows
    .map((row) => ({ row, at: order(row) }))
    .sort(({ at: left }, { at: right }) => left[0].localeCompare(right[0]) || left[1] - right[1] || left[2] - right[2])
    .map(({ row }) => row);
}

/** The words of a row as plain text, whatever way it was written. */
export function plainText(row: TableRow): string {
  const body = textOf(row, 'rcc_body') ?? '';
  return looksLikeHtml(body) ? htmlToPlainText(body).text : body;
}

export const isInbound = (row: TableRow): boolean => choiceOf(row, 'rcc_direction', DIRECTIONS) === 'inbound';

export const channelOf = (row: TableRow): string => choiceOf(row, 'rcc_channel', CHANNELS) ?? 'email';

export const wasSent = (row: TableRow): boolean => choiceOf(row, 'rcc_status', STATUSES) === 'sent';

/** One line of a conversation. */
export function messageView(row: TableRow): MessageView {
  return {
    direction: choiceOf(row, 'rcc_direction', DIRECTIONS) ?? 'inbound',
    author: choiceOf(row, 'rcc_author', AUTHORS) ?? 'customer',
    status: choiceOf(row, 'rcc_status', STATUSES) ?? 'unknown',
    subject: channelOf(row) === 'chat' ? '' : (textOf(row, 'rcc_subject') ?? ''),
    text: plainText(row),
    at: textOf(row, 'rcc_senton') ?? textOf(row, 'createdon'),
  };
}
