import type { Channel, Intent, Priority, Team } from '../contract/vocabulary';
import { TEAM_BY_INTENT } from '../triage/team-by-intent';
import type { Happening } from './history';

/** A ticket as it was when it was opened; what happens to it is counted there, whatever it is corrected to later. */
export interface OpenedTicket {
  /** Milliseconds since 1970; null of a ticket older than the events. */
  at: number | null;
  channel: Channel;
  intent: Intent;
  team: Team;
  priority: Priority;
  firstResponseDue: number | null;
  resolutionDue: number | null;
  /** The address of the customer, in small letters. */
  customer: string | null;
}

function openedBy(event: Happening, created: boolean): OpenedTicket {
  const intent = event.intent ?? 'other';
  return {
    at: created ? event.at : null,
    // Only the app makes tickets that the service has not seen coming.
    channel: event.channel ?? 'app',
    intent,
    team: event.team ?? TEAM_BY_INTENT[intent],
    priority: event.priority ?? 'normal',
    firstResponseDue: created ? event.first_response_due : null,
    resolutionDue: created ? event.resolution_due : null,
    customer: event.customer,
  };
}

/** The tickets of a history by their ids, each by its first opening, else by the first event about it. */
export function openedTickets(history: readonly Happening[]): Map<string, OpenedTicket> {
  const tickets = new Map<string, OpenedTicket>();
  for (const event of history) {
    if (event.ticket_id === null) continue;
    const known = tickets.get(event.ticket_id);
    const created = event.type === 'ticket.created';
    if (!known || (created && known.at === null)) tickets.set(event.ticket_id, openedBy(event, created));
  }
  return tickets;
}
