import type { MailLanguage } from '../../replies/mail-language';

const LOCALE: Record<MailLanguage, string> = { en: 'en-GB', es: 'es-ES', fr: 'fr-FR', de: 'de-DE' };

const DAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

/**
 * An instant as people read it, with the time zone it is told in: `Tuesday 3 March 2026 at 09:30 CET`.
 * @param timeZone an IANA zone
 */
export function instantText(at: Date, timeZone: string, language: MailLanguage): string {
  const time = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const;
  return new Intl.DateTimeFormat(LOCALE[language], { ...DAY, ...time, timeZone }).format(at);
}

/** The day of an instant in a time zone: `Tuesday 3 March 2026`. */
export function dayText(at: Date, timeZone: string, language: MailLanguage): string {
  return new Intl.DateTimeFormat(LOCALE[language], { ...DAY, timeZone }).format(at);
}
