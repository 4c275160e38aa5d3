import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { MAIL_LANGUAGES, type MailLanguage } from '../replies/mail-language';
import { escapeHtml } from '../replies/reply-html';
import type { SurveyLinks, SurveyReading } from '../tickets/resolution/survey-links';
import { notesOf } from './request-start';

interface Words {
  title: string;
  text: string;
}

type Pages = Record<SurveyReading['state'], Words>;

const PAGES: Record<MailLanguage, Pages> = {
  en: {
    valid: {
      title: 'Feedback is not open yet',
      text: 'Thank you for wanting to tell us how it went. We cannot take your rating here yet. If something is still open, please reply to our e-mail.',
    },
    expired: {
      title: 'This link is too old',
      text: 'Links to give feedback are good for 30 days. If you would like to tell us something, please reply to our e-mail.',
    },
    invalid: {
      title: 'This link is not complete',
      text: 'Please open the link again from our e-mail, with a click or as one whole line. If it still does not work, please reply to our e-mail.',
    },
  },
  es: {
    valid: {
      title: 'Las valoraciones aún no están abiertas',
      text: 'Gracias por querer contarnos cómo le ha ido. Todavía no podemos recoger aquí su valoración. Si queda algo pendiente, responda a nuestro correo.',
    },
    expired: {
      title: 'Este enlace es demasiado antiguo',
      text: 'Los enlaces para valorarnos son válidos durante 30 días. Si desea contarnos algo, responda a nuestro correo.',
    },
    invalid: {
      title: 'Este enlace no está completo',
      text: 'Abra de nuevo el enlace desde nuestro correo, con un clic o copiando la línea entera. Si sigue sin funcionar, responda a nuestro correo.',
    },
  },
  fr: {
    valid: {
      title: 'Les avis ne sont pas encore ouverts',
      text: 'Merci de vouloir nous dire comment cela s’est passé. Nous ne pouvons pas encore recueillir votre avis ici. S’il reste quelque chose à régler, répondez à notre e-mail.',
    },
    expired: {
      title: 'Ce lien est trop ancien',
      text: 'Les liens pour donner un avis sont valables 30 jours. Si vous souhaitez nous dire quelque chose, répondez à notre e-mail.',
    },
    invalid: {
      title: 'Ce lien n’est pas complet',
      text: 'Ouvrez à nouveau le lien depuis notre e-mail, d’un clic ou en copiant la ligne entière. Si cela ne fonctionne toujours pas, répondez à notre e-mail.',
    },
  },
  de: {
    valid: {
      title: 'Bewertungen sind noch nicht möglich',
      text: 'Danke, dass Sie uns sagen möchten, wie es war. Hier können wir Ihre Bewertung noch nicht annehmen. Falls noch etwas offen ist, antworten Sie bitte auf unsere E-Mail.',
    },
    expired: {
      title: 'Dieser Link ist zu alt',
      text: 'Links für Bewertungen gelten 30 Tage. Wenn Sie uns etwas sagen möchten, antworten Sie bitte auf unsere E-Mail.',
    },
    invalid: {
      title: 'Dieser Link ist nicht vollständig',
      text: 'Öffnen Sie den Link bitte noch einmal aus unserer E-Mail, mit einem Klick oder als ganze Zeile. Wenn es weiterhin nicht geht, antworten Sie bitte auf unsere E-Mail.',
    },
  },
};

const STATUS: Record<SurveyReading['state'], number> = { valid: 200, expired: 410, invalid: 403 };

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; font: 1.125rem/1.6 system-ui, sans-serif; color: #1b1a19; background: #faf9f8; }
main { max-width: 34rem; margin: 0 auto; padding: 12vh 1.5rem 3rem; }
h1 { margin: 0 0 1rem; font-size: 1.75rem; line-height: 1.25; }
p { margin: 0; }
@media (prefers-color-scheme: dark) { body { color: #f3f2f1; background: #1b1a19; } }
`;

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  // The address holds the token.
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  vary: 'Accept-Language',
};

const html = ({ title, text }: Words, language: MailLanguage): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
</main>
</body>
</html>
`;

/** `fr` for `fr-CH, en;q=0.8`; English when none of ours is wanted. */
const languageOf = (request: Request): MailLanguage => {
  const wanted = request.acceptsLanguages().map((tag) => tag.toLowerCase().split('-')[0]);
  return wanted.flatMap((base) => MAIL_LANGUAGES.find((known) => known === base) ?? [])[0] ?? 'en';
};

/**
 * The page behind the link in a customer's mail, for anybody who has the link: it takes no feedback yet, and says so. It
 * tells nothing about the ticket, and a link that is not ours or too old gets a page that says what to do.
 */
export const feedbackPage = (surveys: SurveyLinks, now: () => Date) => (request: Request, response: Response) => {
  notesOf(response).operation = 'feedback page';
  const { t: token } = request.query;
  const { state } = surveys.read(typeof token === 'string' ? token : '', now());
  const language = languageOf(request);
  response
    .status(STATUS[state])
    .set({ ...HEADERS, 'content-language': language })
    .send(html(PAGES[language][state], language));
};
