import { readOrderNumber } from '../../commerce/context/order-number';
import type { TicketRow } from '../../contract/desk';
import type { Intent, TicketStatus } from '../../contract/vocabulary';

/** What a message says about the ticket it may belong to. */
export interface TicketClues {
  customer_email: string;
  subject?: string;
  conversation_id?: string;
  /** The ticket of the message this one answers. */
  referred_ticket_id?: string;
  order_id?: string;
  intent: Intent;
  /** A person must see the message. */
  needsPerson: boolean;
}

/** Somebody is or will be working on it. */
const WITH_A_PERSON: ReadonlySet<TicketStatus> = new Set([
  'unassigned',
  'assigned',
  'in_progress',
  'waiting',
  'escalated',
]);

const address = (email: string | null | undefined): string => (email ?? '').trim().toLowerCase();

const orderOf = (text: string | null | undefined): string => {
  const plain = (text ?? '').trim();
  return readOrderNumber(plain)?.orderId ?? plain.toUpperCase();
};

/** Whether it is the customer's own; a message or a ticket without an address is nobody's. */
const isOfCustomer = (ticket: TicketRow, customerEmail: string): boolean =>
  address(customerEmail) !== '' && address(ticket.customer_email) === address(customerEmail);

/** Whether it is known to be somebody else's. */
export const isOfAnother = (ticket: TicketRow, customerEmail: string): boolean =>
  address(ticket.customer_email) !== '' && !isOfCustomer(ticket, customerEmail);

/** The reference tokens of a subject, `[TKT-000123]`: the one of the last answer, which stands last, comes first. */
const referencesIn = (subject = ''): string[] =>
  [...subject.matchAll(/\[(TKT-\d{1,12})\]/gi)].map((match) => String(match[1]).toUpperCase()).reverse();

const newestFirst = (one: TicketRow, other: TicketRow): number =>
  (Date.parse(other.created_at ?? '') || 0) - (Date.parse(one.created_at ?? '') || 0) ||
  (one.ticket_id < other.ticket_id ? -1 : 1);

/**
 * The ticket a message belongs to, the newest where several fit: of the same conversation; named in the subject; of the
 * message that is answered; with a person and about the same order; or, for a message a person must see that names no
 * order, with a person, without an order, and about the same thing. Only a thread can lead to the ticket of another
 * address, as when somebody answers who was copied in; a number anybody can type never does. A closed ticket never goes on.
 */
export function findTicket(tickets: readonly TicketRow[], clues: TicketClues): TicketRow | undefined {
  const { customer_email, conversation_id, referred_ticket_id, intent, needsPerson } = clues;
  const candidates = tickets.filter(({ status }) => status !== 'closed').sort(newestFirst);
  const own = candidates.filter((ticket) => isOfCustomer(ticket, customer_email));
  const open = own.filter((ticket) => WITH_A_PERSON.has(ticket.status));
  const order = orderOf(clues.order_id);

  const named = (reference: string) => own.find((ticket) => ticket.ticket_number?.toUpperCase() === reference);
  const sameMatter = (ticket: TicketRow) =>
    orderOf(ticket.order_id) === order && (order !== '' || ticket.intent === intent);
  return (
    (conversation_id ? candidates.find((ticket) => ticket.conversation_id === conversation_id) : undefined) ??
    referencesIn(clues.subject).map(named).find(Boolean) ??
    (referred_ticket_id ? candidates.find((ticket) => ticket.ticket_id === referred_ticket_id) : undefined) ??
    (order !== '' || needsPerson ? open.find(sameMatter) : undefined)
  );
}
