import type { MailLanguage } from './mail-language';
import type { ReplyTone } from './reply-wording';

/** Sentences that state no fact and so exist in every language of the mails, also in those answers are not written in. */
export interface FixedWords {
  thanks: string;
  /** Opens the answer to an upset or critical message; it admits nothing. */
  serious: string;
  personWillAnswer: string;
  askOrderNumber: string;
  /** By which name the customer can add to the ticket. @param token `[TKT-000123]` */
  reference(token: string): string;
  withoutSubject: string;
}

const SPANISH: FixedWords = {
  thanks: 'Gracias por escribirnos.',
  serious: 'Entendemos que es una situación desagradable y la tomamos en serio.',
  personWillAnswer: 'Una persona de nuestro equipo leerá su mensaje y le responderá.',
  askOrderNumber:
    '¿De qué pedido se trata? Por favor, responda con el número de pedido desde la dirección de correo que usó para el pedido.',
  reference: (token) =>
    `Su referencia es ${token}. Si quiere añadir algo, responda a este correo y deje el asunto como está.`,
  withoutSubject: 'Su mensaje',
};

const WORDS: Record<MailLanguage, FixedWords> = {
  en: {
    thanks: 'Thank you for writing to us.',
    serious: 'We understand that this is unpleasant, and we take it seriously.',
    personWillAnswer: 'A person from our team will look at your message and answer you.',
    askOrderNumber:
      'Which order is it about? Please reply with the order number, from the e-mail address you used for the order.',
    reference: (token) =>
      `Your reference is ${token}. To add anything, reply to this e-mail and leave the subject as it is.`,
    withoutSubject: 'Your message',
  },
  es: SPANISH,
  fr: {
    thanks: 'Merci de nous avoir écrit.',
    serious: 'Nous comprenons que la situation est désagréable et nous la prenons au sérieux.',
    personWillAnswer: 'Une personne de notre équipe lira votre message et vous répondra.',
    askOrderNumber:
      'De quelle commande s’agit-il ? Veuillez répondre avec le numéro de commande, depuis l’adresse e-mail utilisée pour la commande.',
    reference: (token) =>
      `Votre référence est ${token}. Pour ajouter quelque chose, répondez à cet e-mail sans modifier l’objet.`,
    withoutSubject: 'Votre message',
  },
  de: {
    thanks: 'Danke für Ihre Nachricht.',
    serious: 'Wir verstehen, dass das unangenehm ist, und nehmen es ernst.',
    personWillAnswer: 'Ein Mensch aus unserem Team liest Ihre Nachricht und antwortet Ihnen.',
    askOrderNumber:
      'Um welche Bestellung geht es? Bitte antworten Sie mit der Bestellnummer, von der E-Mail-Adresse, die Sie für die Bestellung verwendet haben.',
    reference: (token) =>
      `Ihr Zeichen ist ${token}. Um etwas hinzuzufügen, antworten Sie auf diese E-Mail und lassen Sie den Betreff, wie er ist.`,
    withoutSubject: 'Ihre Nachricht',
  },
};

const SPANISH_WITH_TU: FixedWords = {
  ...SPANISH,
  personWillAnswer: 'Una persona de nuestro equipo leerá tu mensaje y te responderá.',
  askOrderNumber:
    '¿De qué pedido se trata? Por favor, responde con el número de pedido desde la dirección de correo que usaste para el pedido.',
  reference: (token) =>
    `Tu referencia es ${token}. Si quieres añadir algo, responde a este correo y deja el asunto como está.`,
  withoutSubject: 'Tu mensaje',
};

/** The fixed sentences of a language; French and German keep the polite form in either tone. */
export const fixedWords = (language: MailLanguage, tone: ReplyTone): FixedWords =>
  language === 'es' && tone === 'friendly' ? SPANISH_WITH_TU : WORDS[language];
