import { ExpressionError } from '../expression-error';

/** Words and patterns of a culture, in .NET's format letters. */
export interface Culture {
  months: string[];
  shortMonths: string[];
  days: string[];
  shortDays: string[];
  shortDate: string;
  longDate: string;
  shortTime: string;
  longTime: string;
  monthDay: string;
  yearMonth: string;
}

type Patterns = Pick<Culture, 'shortDate' | 'longDate' | 'shortTime' | 'longTime' | 'monthDay' | 'yearMonth'>;

const patterns = (
  shortDate: string,
  longDate: string,
  shortTime: string,
  longTime: string,
  monthDay: string,
  yearMonth: string,
): Patterns => ({ shortDate, longDate, shortTime, longTime, monthDay, yearMonth });

/** Source: the culture data of .NET for these languages. */
const PATTERNS: Record<string, Patterns> = {
  'en-us': patterns('M/d/yyyy', 'dddd, MMMM d, yyyy', 'h:mm tt', 'h:mm:ss tt', 'MMMM d', 'MMMM yyyy'),
  'en-gb': patterns('dd/MM/yyyy', 'dd MMMM yyyy', 'HH:mm', 'HH:mm:ss', 'd MMMM', 'MMMM yyyy'),
  'es-es': patterns('dd/MM/yyyy', "dddd, d 'de' MMMM 'de' yyyy", 'H:mm', 'H:mm:ss', "d 'de' MMMM", "MMMM 'de' yyyy"),
  'fr-fr': patterns('dd/MM/yyyy', 'dddd d MMMM yyyy', 'HH:mm', 'HH:mm:ss', 'd MMMM', 'MMMM yyyy'),
  'de-de': patterns('dd.MM.yyyy', 'dddd, d. MMMM yyyy', 'HH:mm', 'HH:mm:ss', 'd. MMMM', 'MMMM yyyy'),
  'it-it': patterns('dd/MM/yyyy', 'dddd d MMMM yyyy', 'HH:mm', 'HH:mm:ss', 'd MMMM', 'MMMM yyyy'),
  'nl-nl': patterns('d-M-yyyy', 'dddd d MMMM yyyy', 'HH:mm', 'HH:mm:ss', 'd MMMM', 'MMMM yyyy'),
  'pt-br': patterns('dd/MM/yyyy', "dddd, d 'de' MMMM 'de' yyyy", 'HH:mm', 'HH:mm:ss', "d 'de' MMMM", "MMMM 'de' yyyy"),
};

/** A language without a country means its largest one. */
const REGIONS: Record<string, string> = {
  en: 'en-us',
  es: 'es-es',
  fr: 'fr-fr',
  de: 'de-de',
  it: 'it-it',
  nl: 'nl-nl',
  pt: 'pt-br',
};

const cultures = new Map<string, Culture>();

/** @throws {ExpressionError} naming a culture that is not known here */
export function findCulture(locale = 'en-US'): Culture {
  let culture = cultures.get(locale);
  if (!culture) {
    const name = locale.toLowerCase();
    const known = PATTERNS[REGIONS[name] ?? name];
    if (!known) {
      throw new ExpressionError(
        `The culture '${locale}' is not supported; known are ${Object.keys(PATTERNS).join(', ')}.`,
      );
    }
    culture = { ...words(locale), ...known };
    cultures.set(locale, culture);
  }
  return culture;
}

function words(locale: string): Omit<Culture, keyof Patterns> {
  const list = (count: number, options: Intl.DateTimeFormatOptions, day: (i: number) => number): string[] => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return Array.from({ length: count }, (_, i) => format.format(day(i)));
  };
  const month = (i: number): number => Date.UTC(2026, i, 1);
  // 2026-02-01 is a Sunday.
  const day = (i: number): number => Date.UTC(2026, 1, 1 + i);
  return {
    months: list(12, { month: 'long' }, month),
    shortMonths: list(12, { month: 'short' }, month),
    days: list(7, { weekday: 'long' }, day),
    shortDays: list(7, { weekday: 'short' }, day),
  };
}
