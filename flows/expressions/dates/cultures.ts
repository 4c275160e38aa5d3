import { ExpressionError } from '../expression-error';
import { PATTERNS, type Patterns, REGIONS } from './culture-patterns';

/** Words of a culture, and its patterns in .NET's format letters. */
export interface Culture {
  name: string;
  months: string[];
  /** As they stand beside a day's number; in some languages another form of the word. */
  monthsOfDate: string[];
  shortMonths: string[];
  days: string[];
  shortDays: string[];
  /** Words for before and after noon; empty where the clock has 24 hours. */
  halves: [string, string];
  /** What `/` stands for in a pattern. */
  dateSeparator: string;
  /** Undefined for a culture whose words are known, but not its patterns. */
  patterns?: Patterns;
}

const DEFAULT_CULTURE = 'en-US';

const cultures = new Map<string, Culture>();

/** @throws {ExpressionError} naming a culture that is not known here, or that counts its years differently */
export function findCulture(locale = DEFAULT_CULTURE): Culture {
  let culture = cultures.get(locale);
  if (!culture) cultures.set(locale, (culture = readCulture(locale)));
  return culture;
}

function readCulture(locale: string): Culture {
  const name = locale.toLowerCase();
  const patterns = PATTERNS[REGIONS[name] ?? name];
  // The words of English are the same everywhere in .NET; newer Unicode data abbreviates some differently.
  const language = name === 'en' || name.startsWith('en-') ? DEFAULT_CULTURE : locale;
  if (calendarOf(locale) !== 'gregory') {
    throw new ExpressionError(`The culture '${locale.slice(0, 40)}' is not supported: its calendar is not Gregorian.`);
  }
  return {
    name: locale,
    ...words(language),
    halves: patterns?.halves ?? ['', ''],
    dateSeparator: patterns ? /[^\w']/.exec(patterns.shortDate)![0] : '/',
    patterns,
  };
}

/** @throws {ExpressionError} when there is no such culture */
function calendarOf(locale: string): string {
  try {
    if (Intl.DateTimeFormat.supportedLocalesOf([locale]).length > 0) {
      return new Intl.DateTimeFormat(locale).resolvedOptions().calendar;
    }
  } catch {
    // Not even shaped like a culture's name.
  }
  throw new ExpressionError(`The culture '${locale.slice(0, 40)}' is not known.`);
}

function words(locale: string): Pick<Culture, 'months' | 'monthsOfDate' | 'shortMonths' | 'days' | 'shortDays'> {
  const list = (
    count: number,
    part: Intl.DateTimeFormatPartTypes,
    options: Intl.DateTimeFormatOptions,
    day: (i: number) => number,
  ): string[] => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', numberingSystem: 'latn' });
    const word = (i: number): string => format.formatToParts(day(i)).find(({ type }) => type === part)?.value ?? '';
    return Array.from({ length: count }, (_, i) => word(i));
  };
  const month = (i: number): number => Date.UTC(2026, i, 1);
  // 2026-02-01 is a Sunday.
  const day = (i: number): number => Date.UTC(2026, 1, 1 + i);
  return {
    months: list(12, 'month', { month: 'long' }, month),
    monthsOfDate: list(12, 'month', { month: 'long', day: 'numeric' }, month),
    shortMonths: list(12, 'month', { month: 'short' }, month),
    days: list(7, 'weekday', { weekday: 'long' }, day),
    shortDays: list(7, 'weekday', { weekday: 'short' }, day),
  };
}

/** @throws {ExpressionError} for a culture whose words are known, but not how it writes whole dates */
export function patternsOf(culture: Culture): Patterns {
  if (culture.patterns) return culture.patterns;
  throw new ExpressionError(
    `The standard date formats of the culture '${culture.name}' are not known here. Write a pattern such as 'yyyy-MM-dd'.`,
  );
}
