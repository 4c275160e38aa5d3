import type { Notice } from '../../contract/assignment';
import type { TicketRow } from '../../contract/desk';
import type { ResolutionKind } from '../../contract/vocabulary';
import { mailLanguage, type MailLanguage } from '../../replies/mail-language';
import { closing, greetableName, greeting } from '../../replies/salutation';
import { oneAddress } from '../notices/addresses';
import { dayText } from '../notices/instant-text';
import { noticeOf } from '../notices/notice';

interface Phrases {
  subject: string;
  resolved: Record<ResolutionKind, string>;
  reopen: (day: string) => string;
  survey: (day: string) => string;
  rate: string;
}

const PHRASES: Record<MailLanguage, Phrases> = {
  en: {
    subject: 'Your request is resolved',
    resolved: {
      confirmed: 'Your request is resolved.',
      assumed: 'We have not heard from you since our last answer, so we take it that your request is resolved.',
    },
    reopen: (day) =>
      `If something is still open, reply to this e-mail by ${day} and leave the subject as it is. We then go on with your request.`,
    survey: (day) => `We would like to know how it went. The link is good until ${day}.`,
    rate: 'Rate our service',
  },
  es: {
    subject: 'Su solicitud está resuelta',
    resolved: {
      confirmed: 'Su solicitud está resuelta.',
      assumed:
        'No hemos tenido noticias suyas desde nuestra última respuesta, por lo que consideramos que su solicitud está resuelta.',
    },
    reopen: (day) =>
      `Si queda algo pendiente, responda a este correo hasta el ${day} y deje el asunto como está. Seguiremos entonces con su solicitud.`,
    survey: (day) => `Nos gustaría saber cómo le ha ido. El enlace es válido hasta el ${day}.`,
    rate: 'Valorar nuestro servicio',
  },
  fr: {
    subject: 'Votre demande est résolue',
    resolved: {
      confirmed: 'Votre demande est résolue.',
      assumed:
        'Nous n’avons pas eu de vos nouvelles depuis notre dernière réponse ; nous considérons donc que votre demande est résolue.',
    },
    reopen: (day) =>
      `S’il reste quelque chose à régler, répondez à cet e-mail jusqu’au ${day} sans modifier l’objet. Nous reprendrons alors votre demande.`,
    survey: (day) => `Nous aimerions savoir comment cela s’est passé. Le lien est valable jusqu’au ${day}.`,
    rate: 'Évaluer notre service',
  },
  de: {
    subject: 'Ihr Anliegen ist gelöst',
    resolved: {
      confirmed: 'Ihr Anliegen ist gelöst.',
      assumed:
        'Seit unserer letzten Antwort haben wir nichts mehr von Ihnen gehört und gehen davon aus, dass Ihr Anliegen gelöst ist.',
    },
    reopen: (day) =>
      `Falls noch etwas offen ist, antworten Sie bis ${day} auf diese E-Mail und lassen Sie den Betreff, wie er ist. Wir kümmern uns dann weiter darum.`,
    survey: (day) => `Wir möchten gern wissen, wie es war. Der Link gilt bis ${day}.`,
    rate: 'Unseren Service bewerten',
  },
};

/** What is told of a resolution; the days are told in the desk's zone. */
export interface ResolutionNews {
  kind: ResolutionKind;
  /** Until when an answer reopens the ticket. */
  reopensUntil: Date;
  survey: { url: string; expiresAt: Date };
  /** The desk's IANA zone. */
  timeZone: string;
}

/** The mail by which a customer learns, in the customer's language, that a ticket was resolved. */
export function resolutionNotice(ticket: TicketRow, { kind, reopensUntil, survey, timeZone }: ResolutionNews): Notice {
  const language = mailLanguage(ticket.language);
  const phrases = PHRASES[language];
  return noticeOf({
    to: oneAddress(ticket.customer_email),
    subject: phrases.subject,
    ticketNumber: ticket.ticket_number,
    language,
    parts: [
      greeting(greetableName(ticket.customer_name), language),
      phrases.resolved[kind],
      phrases.reopen(dayText(reopensUntil, timeZone, language)),
      phrases.survey(dayText(survey.expiresAt, timeZone, language)),
      { link: survey.url, label: phrases.rate },
      closing(language),
    ],
  });
}
