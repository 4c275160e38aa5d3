import type { MailLanguage } from './mail-language';
import { type ReplyTone, type ReplyWording, USUAL_WORDING } from './reply-wording';

const WORD = String.raw`\p{L}[\p{L}\p{M}'’-]*\.?`;
const PLAUSIBLE_NAME = new RegExp(`^${WORD}(?: ${WORD}){0,3}$`, 'u');

/**
 * The name as it may be greeted, or null. A sender chooses this text freely, so anything that is not plainly a name of
 * one to four words (a sentence, a link, an address, figures) is not repeated.
 */
export function greetableName(name: string | null | undefined): string | null {
  const flat = (name ?? '').replace(/\s+/g, ' ').trim();
  return flat.length > 0 && flat.length <= 40 && PLAUSIBLE_NAME.test(flat) ? flat : null;
}

/** The first line of a mail. */
export function greeting(name: string | null, language: MailLanguage, tone: ReplyTone = USUAL_WORDING.tone): string {
  const named = name ? ` ${name}` : '';
  if (language === 'es' && tone === 'friendly') return name ? `¡Hola, ${name}!` : '¡Hola!';
  if (language === 'es') return name ? `Hola, ${name}:` : 'Hola:';
  if (language === 'fr') return `Bonjour${named},`;
  if (language === 'de') return `Guten Tag${named},`;
  return `${tone === 'friendly' ? 'Hi' : 'Hello'}${named},`;
}

const CLOSING: Record<MailLanguage, string> = {
  en: 'Kind regards,\nCustomer Care',
  es: 'Un saludo,\nAtención al cliente',
  fr: 'Cordialement,\nLe service client',
  de: 'Freundliche Grüße\nIhr Kundenservice',
};

/** The last lines of a mail: the shop's own signature in this language, else the usual one with the shop's name. */
export const closing = (language: MailLanguage, { signatures, shopName }: ReplyWording = USUAL_WORDING): string =>
  signatures[language] ?? [CLOSING[language], shopName].filter(Boolean).join('\n');
