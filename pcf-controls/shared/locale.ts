/** The locales of the language codes (LCID) Dataverse knows most often; others fall back to their language, or English. */
const LOCALES: Readonly<Record<number, string>> = {
  1025: 'ar-SA',
  1028: 'zh-TW',
  1030: 'da-DK',
  1031: 'de-DE',
  1033: 'en-US',
  1034: 'es-ES',
  1035: 'fi-FI',
  1036: 'fr-FR',
  1037: 'he-IL',
  1040: 'it-IT',
  1041: 'ja-JP',
  1042: 'ko-KR',
  1043: 'nl-NL',
  1044: 'nb-NO',
  1045: 'pl-PL',
  1046: 'pt-BR',
  1049: 'ru-RU',
  1053: 'sv-SE',
  1055: 'tr-TR',
  2052: 'zh-CN',
  2055: 'de-CH',
  2057: 'en-GB',
  2058: 'es-MX',
  2070: 'pt-PT',
  3082: 'es-ES',
  3084: 'fr-CA',
};

/** @param languageId the LCID of the user's language */
export const localeOf = (languageId: number): string => LOCALES[languageId] ?? 'en-US';
