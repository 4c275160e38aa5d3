/** The languages of mails that are the same for everybody; answers about orders know fewer. */
export const MAIL_LANGUAGES = ['en', 'es', 'fr', 'de'] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

/** The language to write in for a code such as `de` or `de-AT`; English when it is none of ours or not known. */
export function mailLanguage(code: string | null | undefined): MailLanguage {
  const base = (code ?? '').trim().toLowerCase().split(/[-_]/)[0];
  return MAIL_LANGUAGES.find((known) => known === base) ?? 'en';
}
