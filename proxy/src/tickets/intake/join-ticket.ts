import type { TicketRow } from '../../contract/desk';
import { PRIORITIES, type Priority, SENTIMENTS, type TicketStatus } from '../../contract/vocabulary';
import type { DeskTimes } from '../desk/desk-times';
import { duesAfterPause, openingDues, type TicketDues } from '../sla/ticket-sla';
import { isOfAnother } from './find-ticket';
import type { MessageReading, TicketChange } from './message-reading';

/** The one that stands later in a list of words. */
const later = <T extends string>(words: readonly T[], one: T, other: T): T =>
  words.indexOf(one) >= words.indexOf(other) ? one : other;

const earlier = (one: string, other: string): string => (one < other ? one : other);

/** Since when the clocks stand: waiting for the customer, answered or resolved. */
const pausedSince = ({ status, sla_paused_since, first_responded_at, resolved_at }: TicketRow): string | undefined => {
  const since = status === 'resolved' ? resolved_at : status === 'answered' ? first_responded_at : undefined;
  return sla_paused_since ?? since ?? undefined;
};

/** The dues with the clocks going on; a message more urgent than the ticket is due as if it had come as a new one. */
function duesAfter(ticket: TicketRow, priority: Priority, times: DeskTimes, receivedAt: Date): TicketDues {
  const before = ticket.priority ?? priority;
  const paused = pausedSince(ticket);
  // A message that crossed with our answer came before the pause began.
  const resumed = paused !== undefined && new Date(paused) > receivedAt ? new Date(paused) : receivedAt;
  const row = {
    ...ticket,
    created_at: ticket.created_at ?? receivedAt.toISOString(),
    sla_paused_since: paused,
    // Of an earlier resolution: the ticket goes on.
    resolved_at: null,
  };
  const { calendar, minutes } = times.clock(before);
  const dues = duesAfterPause(calendar, row, minutes, resumed);
  if (priority === before) return dues;
  const urgent = times.clock(priority);
  const anew = openingDues(urgent.calendar, receivedAt, urgent.minutes);
  return {
    first_response_due: ticket.first_responded_at
      ? dues.first_response_due
      : earlier(dues.first_response_due, anew.first_response_due),
    resolution_due: earlier(dues.resolution_due, anew.resolution_due),
  };
}

/** The message brings the ticket back to the desk. */
const COMES_BACK: ReadonlySet<TicketStatus> = new Set(['new', 'answered', 'waiting', 'resolved']);

/**
 * What a further message makes of its ticket. A ticket that waited, was answered or resolved goes to the agent who has it,
 * else to nobody yet; one that somebody is to work on keeps its status. Its priority never falls, its tone gets no better.
 * What it is about stays, unless no person has had it yet or the message is the first critical one.
 */
export function joinTicket(
  ticket: TicketRow,
  reading: MessageReading,
  customerEmail: string,
  times: DeskTimes,
  receivedAt: Date,
): TicketChange {
  const priority = later(PRIORITIES, ticket.priority ?? 'low', reading.priority);
  const becameCritical = priority === 'critical' && ticket.priority !== 'critical';
  const anew = ticket.status === 'new' || ticket.status === 'answered' || becameCritical;
  const comesBack = COMES_BACK.has(ticket.status);
  const isOwn = !isOfAnother(ticket, customerEmail);
  const known = (ticket.review_reasons ?? '').split(';').map((reason) => reason.trim());
  const reasons = [...known, ...reading.review_reasons, isOwn ? '' : 'other_sender'];
  return {
    // What another address asks is answered by a person, who sees whose ticket it is.
    action: isOwn && (ticket.status === 'new' || ticket.status === 'answered') ? 'reply' : 'queue',
    status: comesBack ? (ticket.agent_id && ticket.status !== 'new' ? 'assigned' : 'unassigned') : ticket.status,
    status_version: (ticket.status_version ?? 0) + (comesBack ? 1 : 0),
    intent: anew ? reading.intent : (ticket.intent ?? reading.intent),
    team: anew ? reading.team : (ticket.team ?? reading.team),
    sentiment: later(SENTIMENTS, ticket.sentiment ?? 'positive', reading.sentiment),
    priority,
    review_reasons: [...new Set(reasons.filter((reason) => reason !== ''))],
    ...duesAfter(ticket, priority, times, receivedAt),
  };
}
