import type { TicketRow } from '../../contract/desk';
import type { MailLanguage } from '../../replies/mail-language';
import { instantText } from './instant-text';
import type { Facts } from './notice';
import { INTENT_WORDS, PRIORITY_WORDS } from './words';

interface Labels {
  title: string;
  customer: string;
  order: string;
  concern: string;
  priority: string;
  firstResponse: string;
  resolution: string;
}

const LABELS: Record<MailLanguage, Labels> = {
  en: {
    title: 'Title',
    customer: 'Customer',
    order: 'Order',
    concern: 'Concern',
    priority: 'Priority',
    firstResponse: 'First response due',
    resolution: 'Resolution due',
  },
  es: {
    title: 'Título',
    customer: 'Cliente',
    order: 'Pedido',
    concern: 'Motivo',
    priority: 'Prioridad',
    firstResponse: 'Primera respuesta antes de',
    resolution: 'Resolución antes de',
  },
  fr: {
    title: 'Titre',
    customer: 'Client',
    order: 'Commande',
    concern: 'Motif',
    priority: 'Priorité',
    firstResponse: 'Première réponse avant',
    resolution: 'Résolution avant',
  },
  de: {
    title: 'Titel',
    customer: 'Kunde',
    order: 'Bestellung',
    concern: 'Anliegen',
    priority: 'Priorität',
    firstResponse: 'Erste Antwort bis',
    resolution: 'Lösung bis',
  },
};

/** What somebody who works on a ticket should know of it, as far as it is known; a first answer that was sent is no longer due. */
export function ticketFacts(ticket: TicketRow, timeZone: string, language: MailLanguage): Facts {
  const labels = LABELS[language];
  const time = (instant: string | null | undefined) => instant && instantText(new Date(instant), timeZone, language);
  const customer = [ticket.customer_name?.trim(), ticket.customer_email?.trim()].filter(Boolean).join(', ');
  return [
    [labels.title, ticket.title],
    [labels.customer, customer],
    [labels.order, ticket.order_id],
    [labels.concern, ticket.intent && INTENT_WORDS[language][ticket.intent]],
    [labels.priority, ticket.priority && PRIORITY_WORDS[language][ticket.priority]],
    [labels.firstResponse, ticket.first_responded_at ? undefined : time(ticket.first_response_due)],
    [labels.resolution, time(ticket.resolution_due)],
  ];
}
