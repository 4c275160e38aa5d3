import { referenceToken } from './reference-token';
import type { ReplyLanguage } from './reply-language';
import { closing, greeting } from './salutation';

/**
 * What a customer gets when a person will answer. It promises nothing else and holds no fact about an order, so it
 * may go to any sender.
 */
export function acknowledgement(
  name: string | null,
  ticketNumber: string | undefined,
  language: ReplyLanguage,
): string {
  const token = referenceToken(ticketNumber);
  const lines =
    language === 'es'
      ? [
          'Gracias por escribirnos. Una persona de nuestro equipo leerá su mensaje y le responderá.',
          token &&
            `Su referencia es ${token}. Si quiere añadir algo, responda a este correo y deje el asunto como está.`,
        ]
      : [
          'Thank you for writing to us. A person from our team will look at your message and answer you.',
          token && `Your reference is ${token}. To add anything, reply to this e-mail and leave the subject as it is.`,
        ];
  return [greeting(name, language), ...lines, closing(language)].filter(Boolean).join('\n\n');
}
