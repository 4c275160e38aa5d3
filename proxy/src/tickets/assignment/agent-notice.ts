import type { AssignTicketRequest, Notice } from '../../contract/assignment';
import { mailLanguage, type MailLanguage } from '../../replies/mail-language';
import { closing, greetableName, greeting } from '../../replies/salutation';
import { oneAddress } from '../notices/addresses';
import { instantText } from '../notices/instant-text';
import { type NoticePart, noticeOf } from '../notices/notice';
import { INTENT_WORDS, PRIORITY_WORDS } from '../notices/words';
import { ianaZone } from '../sla/time-zone';

interface Phrases {
  assigned: { subject: string; text: string };
  reminder: { subject: string; text: string };
  open: string;
  title: string;
  customer: string;
  order: string;
  concern: string;
  priority: string;
  firstResponse: string;
  resolution: string;
}

const PHRASES: Record<MailLanguage, Phrases> = {
  en: {
    assigned: { subject: 'Ticket assigned to you', text: 'A ticket has been assigned to you.' },
    reminder: { subject: 'Follow up on your ticket', text: 'Nothing has happened on this ticket since you got it.' },
    open: 'Open the ticket',
    title: 'Title',
    customer: 'Customer',
    order: 'Order',
    concern: 'Concern',
    priority: 'Priority',
    firstResponse: 'First response due',
    resolution: 'Resolution due',
  },
  es: {
    assigned: { subject: 'Ticket asignado a usted', text: 'Se le ha asignado un ticket.' },
    reminder: {
      subject: 'Seguimiento de su ticket',
      text: 'No ha habido actividad en este ticket desde que se le asignó.',
    },
    open: 'Abrir el ticket',
    title: 'Título',
    customer: 'Cliente',
    order: 'Pedido',
    concern: 'Motivo',
    priority: 'Prioridad',
    firstResponse: 'Primera respuesta antes de',
    resolution: 'Resolución antes de',
  },
  fr: {
    assigned: { subject: 'Ticket qui vous est attribué', text: 'Un ticket vous a été attribué.' },
    reminder: {
      subject: 'Suivi de votre ticket',
      text: 'Ce ticket n’a connu aucune activité depuis qu’il vous a été attribué.',
    },
    open: 'Ouvrir le ticket',
    title: 'Titre',
    customer: 'Client',
    order: 'Commande',
    concern: 'Motif',
    priority: 'Priorité',
    firstResponse: 'Première réponse avant',
    resolution: 'Résolution avant',
  },
  de: {
    assigned: { subject: 'Ticket an Sie zugewiesen', text: 'Ihnen wurde ein Ticket zugewiesen.' },
    reminder: {
      subject: 'Bitte kümmern Sie sich um Ihr Ticket',
      text: 'Seit der Zuweisung ist mit diesem Ticket nichts geschehen.',
    },
    open: 'Ticket öffnen',
    title: 'Titel',
    customer: 'Kunde',
    order: 'Bestellung',
    concern: 'Anliegen',
    priority: 'Priorität',
    firstResponse: 'Erste Antwort bis',
    resolution: 'Lösung bis',
  },
};

const inAgentTime = (instant: string | null | undefined, zone: string, language: MailLanguage): string | undefined =>
  instant ? instantText(new Date(instant), zone, language) : undefined;

/** What the agent should know of the ticket, as far as it is known; times in the agent's zone. */
function factsOf({ ticket, agent }: AssignTicketRequest, deskZone: string, language: MailLanguage): NoticePart {
  const phrases = PHRASES[language];
  const zone = ianaZone(agent.time_zone ?? '') ?? deskZone;
  const customer = [ticket.customer_name?.trim(), ticket.customer_email?.trim()].filter(Boolean).join(', ');
  return {
    facts: [
      [phrases.title, ticket.title],
      [phrases.customer, customer],
      [phrases.order, ticket.order_id],
      [phrases.concern, ticket.intent && INTENT_WORDS[language][ticket.intent]],
      [phrases.priority, ticket.priority && PRIORITY_WORDS[language][ticket.priority]],
      [
        phrases.firstResponse,
        ticket.first_responded_at ? undefined : inAgentTime(ticket.first_response_due, zone, language),
      ],
      [phrases.resolution, inAgentTime(ticket.resolution_due, zone, language)],
    ],
  };
}

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
      factsOf(request, deskZone, language),
      { link: ticket_link, label: PHRASES[language].open },
      closing(language),
    ],
  });
}
