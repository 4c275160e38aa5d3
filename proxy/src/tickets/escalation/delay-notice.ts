import type { Notice } from '../../contract/assignment';
import type { MailLanguage } from '../../replies/mail-language';
import { agentNotice } from '../notices/agent-notice';
import { NO_NOTICE } from '../notices/notice';
import type { Lateness } from './escalation-note';

interface Phrases {
  reminder: string;
  escalated: string;
  silent: (hours: string) => string;
  hours: (count: number, business: boolean) => string;
  act: (hours: string) => string;
  toSupervisor: string;
}

const PHRASES: Record<MailLanguage, Phrases> = {
  en: {
    reminder: 'A ticket waits for you',
    escalated: 'Ticket escalated',
    silent: (hours) => `Nothing has happened on your ticket for ${hours}.`,
    hours: (count, business) => `${count} ${business ? 'business ' : ''}${count === 1 ? 'hour' : 'hours'}`,
    act: (hours) =>
      `Please answer the customer, or give the ticket back so that somebody else can take it. After ${hours} without an action it goes to the supervisor.`,
    toSupervisor: 'The ticket has been escalated to the supervisor.',
  },
  es: {
    reminder: 'Un ticket le está esperando',
    escalated: 'Ticket escalado',
    silent: (hours) => `No ha habido actividad en su ticket durante ${hours}.`,
    hours: (count, business) => `${count} ${count === 1 ? 'hora' : 'horas'}${business ? ' laborables' : ''}`,
    act: (hours) =>
      `Responda al cliente o devuelva el ticket para que otra persona pueda ocuparse. Tras ${hours} sin actividad pasa a la persona supervisora.`,
    toSupervisor: 'El ticket se ha escalado a la persona supervisora.',
  },
  fr: {
    reminder: 'Un ticket vous attend',
    escalated: 'Ticket transmis à la hiérarchie',
    silent: (hours) => `Votre ticket n’a connu aucune activité depuis ${hours}.`,
    hours: (count, business) => `${count} ${count === 1 ? 'heure' : 'heures'}${business ? ' ouvrées' : ''}`,
    act: (hours) =>
      `Veuillez répondre au client ou rendre le ticket pour qu’une autre personne puisse le prendre. Après ${hours} sans activité, il est transmis à la hiérarchie.`,
    toSupervisor: 'Le ticket a été transmis à la hiérarchie.',
  },
  de: {
    reminder: 'Ein Ticket wartet auf Sie',
    escalated: 'Ticket eskaliert',
    silent: (hours) => `Mit Ihrem Ticket ist seit ${hours} nichts geschehen.`,
    hours: (count, business) => `${count} ${business ? 'Geschäftsstunden' : 'Stunden'}`,
    act: (hours) =>
      `Bitte antworten Sie dem Kunden oder geben Sie das Ticket zurück, damit es jemand anders übernehmen kann. Nach ${hours} ohne Tätigkeit geht es an die Teamleitung.`,
    toSupervisor: 'Das Ticket wurde an die Teamleitung eskaliert.',
  },
};

/**
 * What the agent is told of a delay, in the agent's language and times in the agent's zone; none when nobody has the
 * ticket or nothing is to be done.
 */
export function delayNotice({ request, delay, patience, deskZone }: Lateness): Notice {
  const { agent, ticket, ticket_link, business_hours_only = false } = request;
  if (agent === undefined || (delay.action !== 'remind_agent' && delay.action !== 'escalate')) return NO_NOTICE;
  const reminded = delay.action === 'remind_agent';
  return agentNotice({ agent, ticket, ticket_link }, deskZone, (language) => {
    const phrases = PHRASES[language];
    const hours = (count: number) => phrases.hours(count, business_hours_only);
    const sentences = [
      ...(delay.reason === 'manual' ? [] : [phrases.silent(hours(delay.silentHours))]),
      reminded ? phrases.act(hours(patience.escalateAfter)) : phrases.toSupervisor,
    ];
    return { subject: reminded ? phrases.reminder : phrases.escalated, text: sentences.join(' ') };
  });
}
