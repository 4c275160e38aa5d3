import type { AssignTicketRequest, Notice } from '../../contract/assignment';
import { mailLanguage, type MailLanguage } from '../../replies/mail-language';
import { closing, greetableName, greeting } from '../../replies/salutation';
import { oneAddress } from '../notices/addresses';
import { noticeOf } from '../notices/notice';
import { ticketFacts } from '../notices/ticket-facts';
import { ianaZone } from '../sla/time-zone';

interface Phrases {
  assigned: { subject: string; text: string };
  reminder: { subject: string; text: string };
  open: string;
}

const PHRASES: Record<MailLanguage, Phrases> = {
  en: {
    assigned: { subject: 'Ticket assigned to you', text: 'A ticket has been assigned to you.' },
    reminder: { subject: 'Follow up on your ticket', text: 'Nothing has happened on this ticket since you got it.' },
    open: 'Open the ticket',
  },
  es: {
    assigned: { subject: 'Ticket asignado a usted', text: 'Se le ha asignado un ticket.' },
    reminder: {
      subject: 'Seguimiento de su ticket',
      text: 'No ha habido actividad en este ticket desde que se le asignó.',
    },
    open: 'Abrir el ticket',
  },
  fr: {
    assigned: { subject: 'Ticket qui vous est attribué', text: 'Un ticket vous a été attribué.' },
    reminder: {
      subject: 'Suivi de votre ticket',
      text: 'Ce ticket n’a connu aucune activité depuis qu’il vous a été attribué.',
    },
    open: 'Ouvrir le ticket',
  },
  de: {
    assigned: { subject: 'Ticket an Sie zugewiesen', text: 'Ihnen wurde ein Ticket zugewiesen.' },
    reminder: {
      subject: 'Bitte kümmern Sie sich um Ihr Ticket',
      text: 'Seit der Zuweisung ist mit diesem Ticket nichts geschehen.',
    },
    open: 'Ticket öffnen',
  },
};

/**
 * What an agent is told about a ticket, in the agent's language.
 * @param occasion that the ticket has been assigned, or that nothing has happened to it since
 * @param deskZone the zone of times for an agent who has none
 */
export function agentNotice(request: AssignTicketRequest, occasion: 'assigned' | 'reminder', deskZone: string): Notice {
  const { ticket, agent, ticket_link } = request;
  const language = mailLanguage(agent.language ?? undefined);
  const { subject, text } = PHRASES[language][occasion];
  const title = ticket.title?.trim();
  return noticeOf({
    to: oneAddress(agent.email),
    subject: title ? `${subject}: ${title}` : subject,
    ticketNumber: ticket.ticket_number,
    language,
    parts: [
      greeting(greetableName(agent.name ?? undefined), language),
      text,
      { facts: ticketFacts(ticket, ianaZone(agent.time_zone ?? '') ?? deskZone, language) },
      { link: ticket_link, label: PHRASES[language].open },
      closing(language),
    ],
  });
}
