import type { Choices } from './choices';
import { type ColumnNames, logicalName, lookupValueName, type MessageColumn } from './columns';
import { plainId } from './ticket';
import type { Author, Delivery, Direction } from './vocabulary';

/** A message of a ticket as it is shown. */
export interface Message {
  readonly id: string;
  readonly author?: Author;
  readonly direction?: Direction;
  readonly delivery?: Delivery;
  readonly subject?: string;
  /** What was written, as plain text without what it quotes. */
  readonly text: string;
  /** What it quotes of earlier messages, if anything. */
  readonly quoted: string;
  readonly from?: string;
  /** Names of attached files, as they are stored. */
  readonly attachments?: string;
  readonly at?: Date;
}

export interface Conversation {
  /** Oldest first. */
  readonly messages: readonly Message[];
  /** Whether there are older ones than these. */
  readonly hasOlder: boolean;
}

/** Messages read at once; a longer conversation is read on the form. */
const MOST = 50;

/** What the reader of a conversation asks, and where. */
export interface Archive {
  readonly webApi: Pick<ComponentFramework.WebApi, 'retrieveMultipleRecords'>;
  readonly messageTable: string;
  readonly messageColumns: ColumnNames<MessageColumn>;
  readonly choices: Choices;
}

/**
 * Reads the newest messages of a ticket.
 * @throws Error when the messages have no column for their ticket, or what the host refuses with
 */
export async function readConversation(ticketId: string, archive: Archive): Promise<Conversation> {
  const { webApi, messageTable, messageColumns: names } = archive;
  if (names.ticket === undefined) throw new Error('messageColumns: there is no ticket=… that names the lookup.');
  const columns = (Object.entries(names) as [MessageColumn, string][])
    .filter(([column]) => column !== 'ticket' && column !== 'conversationId' && column !== 'channel')
    .map(([, name]) => logicalName(name));
  const options = [
    `?$select=${columns.join(',')}`,
    `$filter=${lookupValueName(names.ticket)} eq ${plainId(ticketId)}`,
    ...(names.createdOn === undefined ? [] : [`$orderby=${logicalName(names.createdOn)} desc`]),
  ].join('&');
  const { entities, nextLink } = await webApi.retrieveMultipleRecords(messageTable, options, MOST);
  const messages = entities.map((row) => readMessage(row as Record<string, unknown>, archive)).reverse();
  return { messages, hasOlder: Boolean(nextLink) };
}

function readMessage(row: Record<string, unknown>, { messageTable, messageColumns: names, choices }: Archive): Message {
  const value = (column: MessageColumn): unknown => {
    const name = names[column];
    return name === undefined ? undefined : row[logicalName(name)];
  };
  const text = (column: MessageColumn) => {
    const found = value(column);
    return typeof found === 'string' && found !== '' ? found : undefined;
  };
  const number = (column: MessageColumn) => {
    const found = value(column);
    return typeof found === 'number' ? found : undefined;
  };
  const at = new Date(text('sentOn') ?? text('createdOn') ?? NaN);
  return {
    id: text('id') ?? String(row[`${messageTable}id`] ?? ''),
    author: choices.author.word(number('author')),
    direction: choices.direction.word(number('direction')),
    delivery: choices.delivery.word(number('status')),
    subject: text('subject'),
    ...readBody(text('body') ?? ''),
    from: text('from'),
    attachments: text('attachments'),
    at: Number.isNaN(at.getTime()) ? undefined : at,
  };
}

const IS_HTML = /<\/?(?:html|body|p|div|br|span|table|blockquote|a|b|ul|ol)\b[^>]*>/i;
const BLOCKS = new Set(['P', 'DIV', 'TR', 'LI', 'UL', 'OL', 'TABLE', 'H1', 'H2', 'H3', 'H4', 'BLOCKQUOTE', 'PRE']);
const UNSEEN = new Set(['SCRIPT', 'STYLE', 'HEAD', 'TITLE', 'TEMPLATE']);
/** Where the large mail programs put what they quote. */
const QUOTES = 'blockquote, .gmail_quote, #divRplyFwdMsg ~ *, #divRplyFwdMsg, #appendonsend ~ *';

/** Parts a body into what is new and what it quotes, both as plain text: nothing of a customer's markup is ever shown. */
export function readBody(body: string): { text: string; quoted: string } {
  if (!IS_HTML.test(body)) return partPlain(body);
  // A parsed document is inert: it runs no script and fetches nothing.
  const parsed = new DOMParser().parseFromString(body, 'text/html').body;
  const quotes = [...parsed.querySelectorAll(QUOTES)];
  const outermost = quotes.filter((one) => !quotes.some((other) => other !== one && other.contains(one)));
  const quoted = outermost.map(textOf).join('\n');
  outermost.forEach((one) => one.remove());
  return { text: tidy(textOf(parsed)), quoted: tidy(quoted) };
}

function partPlain(body: string): { text: string; quoted: string } {
  const lines = body.split(/\r?\n/);
  // Quoted lines at the end, with the line that introduces them.
  let end = lines.length;
  while (end > 0 && /^(>.*|\s*)$/.test(lines[end - 1] ?? '')) end -= 1;
  if (!lines.slice(end).some((line) => line.startsWith('>'))) return { text: tidy(body), quoted: '' };
  if (/:\s*$/.test(lines[end - 1] ?? '') && end > 1) end -= 1;
  return { text: tidy(lines.slice(0, end).join('\n')), quoted: tidy(lines.slice(end).join('\n')) };
}

function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/\s+/g, ' ');
  const name = node.nodeName;
  if (UNSEEN.has(name)) return '';
  if (name === 'BR') return '\n';
  const inner = [...node.childNodes].map(textOf).join('');
  return BLOCKS.has(name) ? `\n${inner}\n` : inner;
}

/** No spaces at the ends of lines, and no more than one empty line. */
const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** Characters and lines a message shows before the rest is folded. */
const SHOWN = { characters: 700, lines: 10 };

/** The beginning of a long text; the whole text when it is short. */
export function beginningOf(text: string): { shown: string; isFolded: boolean } {
  const lines = text.split('\n').slice(0, SHOWN.lines).join('\n');
  if (lines.length <= SHOWN.characters) return { shown: lines, isFolded: lines.length < text.length };
  const cut = lines.slice(0, SHOWN.characters);
  return { shown: `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SHOWN.characters - 80))}…`, isFolded: true };
}
