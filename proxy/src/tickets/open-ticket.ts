import type { CreateTicketAnswer, CreateTicketRequest } from '../contract/ticket';
import { newEvent } from '../events/event';
import type { Effect } from '../idempotency';
import type { TriageService } from '../services';
import { TEAM_BY_INTENT } from '../triage/team-by-intent';
import { slaDues } from './sla-dues';
import { ticketId } from './ticket-id';
import { ticketTitle } from './ticket-title';

/**
 * Gives a ticket its id, title, team and clocks. Reads the message itself unless the intent is given.
 * @param key the idempotency key; the same one always leads to the same ticket id
 */
export async function openTicket(
  request: CreateTicketRequest,
  key: string,
  triageService: TriageService,
  now: Date,
  signal: AbortSignal,
): Promise<Effect<Omit<CreateTicketAnswer, 'replayed'>>> {
  const { channel, text, subject, customer_email, customer_name, message_id, conversation_id, received_at } = request;
  const message = { channel, text, subject, from_email: customer_email, message_id, conversation_id, received_at };
  const triage = request.intent === undefined ? await triageService.triage(message, signal) : undefined;
  const intent = request.intent ?? triage?.intent ?? 'other';
  const priority = request.priority ?? triage?.priority ?? 'normal';
  const received = received_at === undefined ? now : new Date(received_at);
  const row = {
    ticket_id: ticketId('key', key),
    title: ticketTitle(intent, subject, triage?.clean_text ?? text),
    intent,
    priority,
    team: request.team ?? triage?.team ?? TEAM_BY_INTENT[intent],
    ...slaDues(priority, received, request.sla_policies),
  };
  const order_id = request.order_id ?? triage?.order_id ?? undefined;
  const about = { channel, customer_email, customer_name, message_id, conversation_id, order_id };
  return {
    answer: triage === undefined ? row : { ...row, triage },
    events: [newEvent('ticket.created', { ...about, ...row }, received)],
  };
}
