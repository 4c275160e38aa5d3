import type { Notice } from '../../contract/assignment';
import type { RecordFeedbackRequest } from '../../contract/feedback';
import { mailLanguage, type MailLanguage } from '../../replies/mail-language';
import { closing, greetableName, greeting } from '../../replies/salutation';
import { oneAddress } from '../notices/addresses';
import { noticeOf } from '../notices/notice';

const PHRASES: Record<MailLanguage, { subject: string; thanks: string; sorry: string }> = {
  en: {
    subject: 'Thank you for your feedback',
    thanks: 'Thank you for telling us how it went. It helps us to become better.',
    sorry:
      'Thank you for telling us how it went. We are sorry that it was not good; a supervisor will look at your case.',
  },
  es: {
    subject: 'Gracias por su opinión',
    thanks: 'Gracias por contarnos cómo le ha ido. Nos ayuda a mejorar.',
    sorry:
      'Gracias por contarnos cómo le ha ido. Sentimos que no haya ido bien; una persona responsable revisará su caso.',
  },
  fr: {
    subject: 'Merci pour votre avis',
    thanks: 'Merci de nous avoir dit comment cela s’est passé. Cela nous aide à nous améliorer.',
    sorry:
      'Merci de nous avoir dit comment cela s’est passé. Nous regrettons que cela n’ait pas été satisfaisant ; un responsable examinera votre dossier.',
  },
  de: {
    subject: 'Danke für Ihre Rückmeldung',
    thanks: 'Danke, dass Sie uns gesagt haben, wie es war. Das hilft uns, besser zu werden.',
    sorry:
      'Danke, dass Sie uns gesagt haben, wie es war. Es tut uns leid, dass es nicht gut war; die Teamleitung sieht sich Ihren Fall an.',
  },
};

/** The mail that thanks a customer for feedback, in the customer's language. */
export function thankYou(request: RecordFeedbackRequest, followUp: boolean): Notice {
  const language = mailLanguage(request.language);
  const { subject, thanks, sorry } = PHRASES[language];
  return noticeOf({
    to: oneAddress(request.customer_email),
    subject,
    ticketNumber: request.ticket_number,
    language,
    parts: [greeting(greetableName(request.customer_name), language), followUp ? sorry : thanks, closing(language)],
  });
}
