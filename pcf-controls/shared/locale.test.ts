import { localeOf } from './locale';

it.each([
  [1033, 'en-US'],
  [3082, 'es-ES'],
  [1037, 'he-IL'],
  [4242, 'en-US'],
])('the language %d has the locale %s', (languageId, locale) => {
  expect(localeOf(languageId)).toBe(locale);
  expect(Intl.DateTimeFormat.supportedLocalesOf(locale)).toEqual([locale]);
});
