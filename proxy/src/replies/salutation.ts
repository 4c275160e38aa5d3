import type { ReplyLanguage } from './reply-language';

const WORD = String.raw`\p{L}[\p{L}\p{M}'’-]*\.?`;
const PLAUSIBLE_NAME = new RegExp(`^${WORD}(?: ${WORD}){0,3}$`, 'u');

/**
 * The name as it may be greeted, or null. A sender chooses this text freely, so anything that is not plainly a name of
 * one to four words (a sentence, a link, an address, figures) is not repeated.
 */
export function greetableName(name: string | undefined): string | null {
  const flat = (name ?? '').replace(/\s+/g, ' ').trim();
  return flat.length > 0 && flat.length <= 40 && PLAUSIBLE_NAME.test(flat) ? flat : null;
}

/** The first line of a mail. */
export function greeting(name: string | null, language: ReplyLanguage): string {
  if (language === 'es') return name ? `Hola, ${name}:` : 'Hola:';
  return name ? `Hello ${name},` : 'Hello,';
}

/** The last lines of a mail. */
export function closing(language: ReplyLanguage): string {
  return language === 'es' ? 'Un saludo,\nAtención al cliente' : 'Kind regards,\nCustomer Care';
}
