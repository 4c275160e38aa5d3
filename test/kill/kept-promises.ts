import { type BronzeRow, bronzeRows } from '../../proxy/src/events/bronze-rows';
import type { StoredEvent } from '../../proxy/src/events/event';
import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import { MESSAGE_STATUS, TICKET_STATUS } from '../desk/desk-words';
import type { LeftState } from './left-state';

const INBOUND = 727000000;

/** Rows by a column; several rows may have the same value. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

const twice = (name: string, keys: readonly string[]): string[] =>
  [...groupBy(keys, (key) => key)].filter(([, same]) => same.length > 1).map(([key]) => `${name} twice: ${key}`);

/** Events that may be recorded once only, by what they are about. */
const ONCE: Record<string, string> = {
  'ticket.created': 'ticket_id',
  'reply.claimed': 'message_id',
  'message.received': 'message_id',
  'message.triaged': 'message_id',
  'message.replied': 'message_id',
  'message.ignored': 'message_id',
  'chat.turn': 'message_id',
};

/** Keys that were recorded more than once, and bronze files that differ from the events. */
export function brokenRecords({ events, bronze }: Pick<LeftState, 'events' | 'bronze'>): string[] {
  const repeated = Object.entries(ONCE).flatMap(([type, field]) =>
    twice(
      type,
      events.filter((event) => event.type === type).map(({ payload }) => String(payload[field])),
    ),
  );
  return [...repeated, ...brokenBronze(events, bronze)];
}

function brokenBronze(events: readonly StoredEvent[], bronze: readonly BronzeRow[]): string[] {
  const expected = new Map(events.flatMap(bronzeRows).map(({ row }) => [row.ingest_id, row]));
  const written = new Map(bronze.map((row) => [row.ingest_id, row]));
  return [
    ...twice(
      'bronze row',
      bronze.map(({ ingest_id }) => ingest_id),
    ),
    ...[...expected].filter(([id]) => !written.has(id)).map(([id]) => `not in bronze: ${id}`),
    ...[...written].filter(([id]) => !expected.has(id)).map(([id]) => `in bronze only: ${id}`),
    ...[...written]
      .filter(([id, row]) => expected.has(id) && JSON.stringify(row) !== JSON.stringify(expected.get(id)))
      .map(([id]) => `differs in bronze: ${id}`),
  ];
}

/** Whether a mail whose runs died three times waits for a person and is tried no more. */
export const isSetAside = (inbound: PresentedRow | undefined, ticket: PresentedRow | undefined): boolean =>
  inbound?.rcc_status === MESSAGE_STATUS.failed && String(ticket?.rcc_reviewreasons).split('; ').includes('set_aside');

/** What does not hold of one mail. @param messageId its Internet message id */
export function brokenMail(state: LeftState, messageId: string): string[] {
  const broken: string[] = [];
  const say = (text: string) => broken.push(`${messageId}: ${text}`);
  const rows = rowsByKey(state);
  const received = state.inbox.filter((mail) => mail.internetMessageId === messageId);
  if (received.length !== 1) say(`${received.length} times in the mailbox`);
  const inbound = rows.get(messageId) ?? [];
  if (inbound.length !== 1) say(`${inbound.length} inbound rows`);
  const ticket = state.tickets.find(({ rcc_ticketid }) => rcc_ticketid === inbound[0]?._rcc_ticket_value);
  if (inbound[0]?.rcc_status !== MESSAGE_STATUS.received && !isSetAside(inbound[0], ticket))
    say(`the inbound row is ${String(inbound[0]?.rcc_status)}`);
  if (ticket === undefined || ticket.statuscode === TICKET_STATUS.new)
    say(`the ticket is ${String(ticket?.statuscode)}`);

  const sent = state.sent.filter(({ answers }) => received.some(({ id }) => id === answers));
  if (sent.length > 1) say(`${sent.length} mails sent`);
  const [outbound, ...more] = rows.get(`reply:${messageId}`) ?? [];
  if (more.length > 0) say(`${more.length + 1} outbound rows`);
  if (sent.length > 0 && outbound === undefined) say('a mail was sent and has no row');
  if (sent.length === 0 && outbound?.rcc_status === MESSAGE_STATUS.sent) say('marked sent, but nothing was sent');
  if (sent.length > 0 && outbound?.rcc_status === MESSAGE_STATUS.failed) say('marked failed, but it was sent');
  if (outbound?.rcc_status === MESSAGE_STATUS.unknown) {
    const reasons = String(ticket?.rcc_reviewreasons).split('; ');
    if (ticket?.statuscode !== TICKET_STATUS.unassigned || !reasons.includes('mail_unknown'))
      say(`a mail in doubt, but the ticket says ${String(ticket?.statuscode)} ${reasons.join()}`);
  }
  return broken;
}

const indexes = new WeakMap<LeftState, Map<string, PresentedRow[]>>();

/** Message rows by their key; made once per state. */
export function rowsByKey(state: LeftState): Map<string, PresentedRow[]> {
  const known = indexes.get(state) ?? groupBy(state.messages, (row) => String(row.rcc_internetmessageid));
  indexes.set(state, known);
  return known;
}

/** Tickets nobody's message belongs to, and numbers given twice. */
export function brokenTickets({ tickets, messages }: LeftState): string[] {
  const used = new Set(
    messages.filter((row) => row.rcc_direction === INBOUND).map((row) => String(row._rcc_ticket_value)),
  );
  return [
    ...tickets
      .filter((row) => !used.has(String(row.rcc_ticketid)))
      .map((row) => `ticket without a message: ${String(row.rcc_ticketnumber)}`),
    ...twice(
      'ticket number',
      tickets.map((row) => String(row.rcc_ticketnumber)),
    ),
  ];
}
