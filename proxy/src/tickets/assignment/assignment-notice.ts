import type { AssignTicketRequest, Notice } from '../../contract/assignment';
import type { AssignedAgent } from '../../contract/desk';
import type { MailLanguage } from '../../replies/mail-language';
import { agentNotice } from '../notices/agent-notice';

/** A ticket that somebody has got. */
export type GivenTicket = AssignTicketRequest & { agent: AssignedAgent };

interface Words {
  subject: string;
  text: string;
}

type Occasion = 'assigned' | 'reminder';

const WORDS: Record<MailLanguage, Record<Occasion, Words>> = {
  en: {
    assigned: { subject: 'Ticket assigned to you', text: 'A ticket has been assigned to you.' },
    reminder: { subject: 'Follow up on your ticket', text: 'Nothing has happened on this ticket since you got it.' },
  },
  es: {
    assigned: { subject: 'Ticket asignado a usted', text: 'Se le ha asignado un ticket.' },
    reminder: {
      subject: 'Seguimiento de su ticket',
      text: 'No ha habido actividad en este ticket desde que se le asignó.',
    },
  },
  fr: {
    assigned: { subject: 'Ticket qui vous est attribué', text: 'Un ticket vous a été attribué.' },
    reminder: {
      subject: 'Suivi de votre ticket',
      text: 'Ce ticket n’a connu aucune activité depuis qu’il vous a été attribué.',
    },
  },
  de: {
    assigned: { subject: 'Ticket an Sie zugewiesen', text: 'Ihnen wurde ein Ticket zugewiesen.' },
    reminder: {
      subject: 'Bitte kümmern Sie sich um Ihr Ticket',
      text: 'Seit der Zuweisung ist mit diesem Ticket nichts geschehen.',
    },
  },
};

/**
 * What an agent is told about a ticket, in the agent's language.
 * @param occasion that the ticket has been assigned, or that nothing has happened to it since
 * @param deskZone the zone of times for an agent who has none
 */
export const assignmentNotice = (request: GivenTicket, occasion: Occasion, deskZone: string): Notice =>
  agentNotice(request, deskZone, (language) => WORDS[language][occasion]);
