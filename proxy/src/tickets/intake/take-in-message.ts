import type { TicketRow } from '../../contract/desk';
import type { CreateTicketAnswer, CreateTicketRequest } from '../../contract/ticket';
import type { Triage, TriageMessageRequest } from '../../contract/triage';
import type { Store } from '../../events/store';
import type { Effect } from '../../idempotency';
import { earlierReplies, lastQuestion } from '../../interactions/earlier-replies';
import { lookUpOrderContext } from '../../interactions/look-up-order-context';
import { readAndTriage } from '../../interactions/read-and-triage';
import type { CommerceService, TriageService } from '../../services';
import { statedInstant } from '../../stated-instant';
import type { DeskTimes } from '../desk/desk-times';
import { ticketId } from '../ticket-id';
import { ticketTitle } from '../ticket-title';
import { automaticSign } from './automatic-message';
import { findTicket, type TicketClues } from './find-ticket';
import { ignoreMessage } from './ignore-message';
import { joinTicket } from './join-ticket';
import { authenticationResultsOf, type MessageHeaders, messageHeaders, replyToOf } from './message-headers';
import { readingOf } from './message-reading';
import { openTicket } from './open-ticket';
import { readTableRow, referredTicket } from './read-table-row';
import { orderIdOf, takeUpMatter } from './take-up-matter';
import { ticketEvent } from './ticket-event';

/** What the intake works with. */
interface IntakeTools {
  services: { triage: TriageService; commerce: CommerceService };
  /** What was written for the message's ticket before. */
  store: Pick<Store, 'draftsOf'>;
  now: () => Date;
}

const toTriage = (request: CreateTicketRequest, headers: MessageHeaders): TriageMessageRequest => {
  const { channel, text, subject, is_html, message_id, conversation_id, received_at, customer_email } = request;
  return {
    ...{ channel, text, subject, is_html, message_id, conversation_id, received_at },
    from_email: customer_email,
    reply_to: request.reply_to ?? replyToOf(headers),
    authentication_results: authenticationResultsOf(headers),
  };
};

const candidatesOf = ({ open_tickets = [], ticket_rows = [] }: CreateTicketRequest): TicketRow[] => [
  ...open_tickets,
  ...ticket_rows.flatMap((row) => readTableRow(row) ?? []),
];

/** What the message says about the ticket it belongs to. */
const cluesOf = (request: CreateTicketRequest, headers: MessageHeaders, triage: Triage | undefined): TicketClues => ({
  ...request,
  referred_ticket_id: request.referred_ticket_id ?? referredTicket(request.ticket_rows ?? [], headers),
  intent: request.intent ?? triage?.intent ?? 'other',
  order_id: request.order_id ?? triage?.order_id ?? undefined,
  needsPerson: triage?.requires_human_review ?? false,
});

/**
 * Takes a message in: leaves out what a machine sent, reads the message unless its intent is given, finds the ticket it
 * belongs to or opens one, and looks the order up when asked to.
 * @param key the idempotency key; the same one always leads to the same new ticket
 * @returns what to store in the ticket's row, what may be written to the customer, and the events
 */
export async function takeInMessage(
  request: CreateTicketRequest,
  key: string,
  times: DeskTimes,
  { services, store, now }: IntakeTools,
  signal: AbortSignal,
): Promise<Effect<Omit<CreateTicketAnswer, 'replayed'>>> {
  const { channel, customer_email, message_id, subject } = request;
  const receivedAt = statedInstant(request.received_at, now());
  const newId = request.ticket_id ?? ticketId('key', key);
  const headers = messageHeaders(request.internet_headers);
  const sign = channel === 'email' ? automaticSign(headers, customer_email) : undefined;
  if (sign !== undefined) return ignoreMessage(request, newId, sign, times, receivedAt);

  const read =
    request.intent === undefined ? await readAndTriage(toTriage(request, headers), services, now, signal) : undefined;
  const candidates = candidatesOf(request);
  // A row made in the app is the ticket of its message, and joins no other.
  const isNew = (ticket: TicketRow) => ticket.ticket_id === request.ticket_id;
  const clues = cluesOf(request, headers, read?.triage);
  const joined = request.ticket_id === undefined ? findTicket(candidates, clues) : undefined;
  const question = lastQuestion(await earlierReplies(store, joined?.ticket_number, message_id));
  const taken = read && takeUpMatter(read.triage, joined, customer_email, question);
  const named = request.order_id ?? taken?.triage.order_id ?? undefined;
  const tracking_number = taken?.triage.tracking_number ?? undefined;
  // What a person has already is not looked up again for a message that does not speak of it.
  const isKnown =
    joined !== undefined &&
    joined.status !== 'answered' &&
    (request.order_id ?? read?.triage.order_id ?? null) === null;
  const isFromTicket = isKnown && named === orderIdOf(joined);
  const looked =
    request.look_up_order && !(named && isFromTicket) && (named ?? tracking_number) !== undefined
      ? await lookUpOrderContext(
          'CreateTicket',
          { requester_email: customer_email, order_id: named, tracking_number, message_id },
          services,
          now,
          signal,
        )
      : undefined;

  // A bare number the shop does not know may have been anything, so it is not kept as the ticket's order.
  const isUnknown = taken?.isBareNumber === true && !isFromTicket && looked?.context.found !== true;
  const triage = taken && isUnknown ? { ...taken.triage, order_id: null } : taken?.triage;
  const order_id = request.order_id ?? triage?.order_id ?? undefined;
  const reading = readingOf(request, triage, looked?.context);
  const change = joined
    ? joinTicket(joined, reading, customer_email, times, receivedAt)
    : openTicket(reading, candidates.find(isNew)?.status_version ?? 0, times, receivedAt);
  const ticket_id = joined?.ticket_id ?? newId;
  const title = joined?.title || ticketTitle(change.intent, subject, triage?.clean_text ?? request.text);
  return {
    answer: {
      ...change,
      ticket_id,
      title,
      joined: joined !== undefined,
      status_from: joined?.status ?? 'new',
      ...(triage && { triage }),
      ...(looked && { order_context: looked.context }),
    },
    events: [
      ...(read?.events ?? []),
      ...(looked ? [looked.event] : []),
      ticketEvent(request, { ticket_id, title, order_id }, joined, change, receivedAt),
    ],
  };
}
