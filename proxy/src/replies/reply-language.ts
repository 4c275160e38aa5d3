/** The languages a reply can be written in. */
export const REPLY_LANGUAGES = ['en', 'es'] as const;
export type ReplyLanguage = (typeof REPLY_LANGUAGES)[number];

/**
 * The language to write in for an ISO 639-1 code (`es-MX` counts as `es`).
 *
 * An unknown language (`und`, or none given) is answered in English and counts as supported: it means the message was
 * too short to tell. Any other language is written in English too, but only as a draft for a person.
 */
export function replyLanguage(code: string | undefined): { language: ReplyLanguage; supported: boolean } {
  const base = (code ?? '').toLowerCase().split(/[-_]/)[0] ?? '';
  const language = REPLY_LANGUAGES.find((known) => known === base);
  if (language) return { language, supported: true };
  return { language: 'en', supported: base === '' || base === 'und' };
}
