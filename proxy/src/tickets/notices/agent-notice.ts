import type { AssignTicketRequest, Notice } from '../../contract/assignment';
import type { AssignedAgent } from '../../contract/desk';
import { mailLanguage, type MailLanguage } from '../../replies/mail-language';
import { closing, greetableName, greeting } from '../../replies/salutation';
import { ianaZone } from '../sla/time-zone';
import { oneAddress } from './addresses';
import { noticeOf } from './notice';
import { subjectWithTitle } from './subject-with-title';
import { ticketFacts } from './ticket-facts';

const OPEN: Record<MailLanguage, string> = {
  en: 'Open the ticket',
  es: 'Abrir el ticket',
  fr: 'Ouvrir le ticket',
  de: 'Ticket öffnen',
};

/**
 * A mail to an agent about a ticket, in the agent's language: what is to be said, what is known of the ticket with times
 * in the agent's zone, and the link to it.
 * @param deskZone the zone of times for an agent who has none
 * @param wordsIn what is to be said, in a language
 */
export function agentNotice(
  { agent, ticket, ticket_link }: Pick<AssignTicketRequest, 'ticket' | 'ticket_link'> & { agent: AssignedAgent },
  deskZone: string,
  wordsIn: (language: MailLanguage) => { subject: string; text: string },
): Notice {
  const language = mailLanguage(agent.language);
  const { subject, text } = wordsIn(language);
  return noticeOf({
    to: oneAddress(agent.email),
    subject: subjectWithTitle(subject, ticket),
    ticketNumber: ticket.ticket_number,
    language,
    parts: [
      greeting(greetableName(agent.name), language),
      text,
      { facts: ticketFacts(ticket, ianaZone(agent.time_zone ?? '') ?? deskZone, language) },
      { link: ticket_link, label: OPEN[language] },
      closing(language),
    ],
  });
}
