import { card, facts } from './card.js';
import { element } from './element.js';
import type { TicketView } from './page-data.js';
import { tag } from './status-mark.js';
import { moment, percent, words } from './words.js';

const PRIORITY_TONE = { low: 'plain', normal: 'plain', high: 'warn', critical: 'bad' } as const;
const SENTIMENT_TONE = { positive: 'good', neutral: 'plain', negative: 'warn' } as const;
const STATUS_TONE: Record<string, 'good' | 'warn' | 'bad' | 'accent' | 'plain'> = {
  Answered: 'good',
  Resolved: 'good',
  Unassigned: 'warn',
  Escalated: 'bad',
};

/** A ticket's status as a label. */
export const ticketStatus = (status: string): HTMLElement => tag(status, STATUS_TONE[status] ?? 'accent');

/** The ticket row as an agent would find it. */
export function ticketCard(ticket: TicketView): HTMLElement {
  const priority = ticket.priority as keyof typeof PRIORITY_TONE | null;
  const sentiment = ticket.sentiment as keyof typeof SENTIMENT_TONE | null;
  const due = (at: string | null) => (at ? element('time', { datetime: at, title: at }, moment(at)) : null);
  return card(
    'Ticket',
    { aside: ticketStatus(ticket.status) },
    element('p', { class: 'ticket-title' }, element('strong', {}, ticket.number), ' ', ticket.title),
    facts([
      ['Intent', ticket.intent && intent(ticket)],
      ['Priority', priority && tag(words(priority), PRIORITY_TONE[priority])],
      ['Sentiment', sentiment && tag(words(sentiment), SENTIMENT_TONE[sentiment])],
      ['Team', ticket.team && words(ticket.team)],
      ['Order', ticket.order_number],
      ['Parcel', ticket.tracking_number],
      // `und`: a message of a number only has no language.
      ['Language', ticket.language !== 'und' && ticket.language],
      ['Customer', [ticket.customer_name, ticket.customer_email].filter(Boolean).join(', ')],
      ['First response due', due(ticket.first_response_due)],
      ['Resolution due', due(ticket.resolution_due)],
      ['First responded', due(ticket.first_responded_at)],
    ]),
    ticket.review_reasons.length
      ? element(
          'div',
          { class: 'reasons' },
          element('span', {}, 'A person must see it because of'),
          ...ticket.review_reasons.map((reason) => tag(words(reason), 'warn')),
        )
      : null,
  );
}

function intent(ticket: TicketView): HTMLElement {
  const sure = ticket.confidence;
  return element(
    'span',
    {},
    words(ticket.intent ?? ''),
    sure == null ? null : element('meter', { min: 0, max: 1, value: sure, 'aria-label': 'Confidence' }),
    sure == null ? null : element('span', { class: 'quiet' }, percent(sure)),
  );
}
