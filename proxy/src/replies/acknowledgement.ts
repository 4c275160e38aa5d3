import { referenceToken } from './reference-token';
import type { ReplyLanguage } from './reply-language';
import { closing, greeting } from './salutation';

/**
 * By which name the customer can add to the ticket; empty when it has no number.
 *
 * @example referenceLine('TKT-000123', 'en') // 'Your reference is [TKT-000123]. To add anything, …'
 */
export function referenceLine(ticketNumber: string | undefined, language: ReplyLanguage): string {
  const token = referenceToken(ticketNumber);
  if (token === '') return '';
  return language === 'es'
    ? `Su referencia es ${token}. Si quiere añadir algo, responda a este correo y deje el asunto como está.`
    : `Your reference is ${token}. To add anything, reply to this e-mail and leave the subject as it is.`;
}

/**
 * What a customer gets when a person will answer. It promises nothing else and holds no fact about an order, so it
 * may go to any sender.
 */
export function acknowledgement(
  name: string | null,
  ticketNumber: string | undefined,
  language: ReplyLanguage,
): string {
  const news =
    language === 'es'
      ? 'Gracias por escribirnos. Una persona de nuestro equipo leerá su mensaje y le responderá.'
      : 'Thank you for writing to us. A person from our team will look at your message and answer you.';
  return [greeting(name, language), news, referenceLine(ticketNumber, language), closing(language)]
    .filter(Boolean)
    .join('\n\n');
}
