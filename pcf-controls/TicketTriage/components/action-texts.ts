import type { Outcome, TicketAction } from '../model/ticket-actions';
import type { Ticket } from '../model/ticket';
import type { Desk } from './desk';

type Speaker = Pick<Desk, 'words' | 'formats'>;

/** What a ticket is called: its number, with its title where there is room. */
export function ticketName({ number, title, id }: Ticket, separator?: string): string {
  const parts = [number, separator === undefined && number !== undefined ? undefined : title].filter(Boolean);
  return parts.join(separator) || id;
}

/** One ticket by its name, several by their number. */
const subjectText = ({ words }: Speaker, tickets: readonly Ticket[]): string => {
  const [first] = tickets;
  return tickets.length === 1 && first ? ticketName(first) : words('Bulk_Tickets', tickets.length);
};

/**
 * A sentence about an action.
 * @param tense `Ask` before it, `Undo` while it can be undone, `Done` afterwards
 */
export function actionText(
  speaker: Speaker,
  tense: 'Ask' | 'Undo' | 'Done',
  action: TicketAction,
  tickets: readonly Ticket[],
): string {
  const { words, formats } = speaker;
  const subject = subjectText(speaker, tickets);
  switch (action.kind) {
    case 'assign':
      return words(`${tense}_assign`, subject, action.agentName);
    case 'snooze':
      return words(`${tense}_snooze`, subject, formats.dateTime(action.until));
    default:
      return words(`${tense}_${action.kind}`, subject);
  }
}

/** What became of an action for one ticket. */
export function outcomeText({ words }: Pick<Desk, 'words'>, outcome: Outcome): string {
  switch (outcome.kind) {
    case 'refused':
      return words(`Refusal_${outcome.refusal}`);
    case 'failed':
      return words('Outcome_failed', outcome.reason);
    default:
      return words(`Outcome_${outcome.kind}`);
  }
}
