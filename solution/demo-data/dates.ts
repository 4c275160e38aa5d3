const DAY = 86_400_000;
const TOKEN = /\{today(?:([+-])(\d+))?(?: (en|es))?\}|\{next (\d\d-\d\d)\}/g;

/** As replies of the service write dates. */
const LONG = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
  es: new Intl.DateTimeFormat('es-ES', { dateStyle: 'long', timeZone: 'UTC' }),
};

const dateOf = (date: Date): string => date.toISOString().slice(0, 10);

/** A date so many days later, before when negative. @param date such as `2026-03-20` */
export const daysAfter = (date: string, days: number): string => dateOf(new Date(Date.parse(date) + days * DAY));

/** The next such day of a year, today included. @param monthAndDay such as `12-25` */
function nextOf(monthAndDay: string, today: string): string {
  const year = Number(today.slice(0, 4));
  const thisYear = `${year}-${monthAndDay}`;
  return thisYear >= today ? thisYear : `${year + 1}-${monthAndDay}`;
}

/**
 * Puts dates in for what a text says relative to today: `{today}`, `{today-3}`, `{today+1}` become `2026-03-21`, so that
 * `{today-1}T09:00:00Z` is an instant; `{today en}` and `{today+1 es}` become `20 March 2026` and `21 de marzo de 2026`;
 * `{next 12-25}` becomes the next 25 December.
 * @param today such as `2026-03-20`
 */
export function withDates(text: string, today: string): string {
  return text.replace(TOKEN, (_, sign?: string, days = '0', language?: 'en' | 'es', monthAndDay?: string) => {
    if (monthAndDay !== undefined) return nextOf(monthAndDay, today);
    const date = daysAfter(today, sign === '-' ? -Number(days) : Number(days));
    return language === undefined ? date : LONG[language].format(new Date(date));
  });
}
