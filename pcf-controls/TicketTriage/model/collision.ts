import type { Ticket } from './ticket';

/** Milliseconds the hint holds that somebody has a ticket open. */
export const OPENED_FOR = 5 * 60_000;
/** Milliseconds between two marks on the same ticket. */
const BETWEEN_MARKS = 60_000;

/** Who else has a ticket open, as far as is known. @param userId the one who looks */
export function openElsewhere(
  { openedBy, openedOn }: Pick<Ticket, 'openedBy' | 'openedOn'>,
  userId: string,
  now: Date,
): string | undefined {
  if (openedBy === undefined || openedOn === undefined || openedBy.id === userId) return undefined;
  return now.getTime() - openedOn.getTime() < OPENED_FOR ? openedBy.name : undefined;
}

/** Remembers when tickets were marked as open, so that looking back and forth writes nothing. */
export class OpenMarks {
  private readonly marked = new Map<string, number>();

  /** @returns whether the ticket is to be marked now */
  public isDue(ticketId: string, now: Date): boolean {
    const last = this.marked.get(ticketId);
    if (last !== undefined && now.getTime() - last < BETWEEN_MARKS) return false;
    this.marked.set(ticketId, now.getTime());
    return true;
  }
}
