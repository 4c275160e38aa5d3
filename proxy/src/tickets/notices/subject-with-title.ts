import type { TicketRow } from '../../contract/desk';

/** A subject followed by the ticket's title, when it has one. */
export function subjectWithTitle(subject: string, ticket: TicketRow): string {
  const title = ticket.title?.trim();
  return title ? `${subject}: ${title}` : subject;
}
