import { hundredths, NUMBER } from './number-words';
import type { NamedDay } from './statement';

const MONTHS: string[][] = [
  ['january', 'jan', 'enero', 'ene'],
  ['february', 'feb', 'febrero'],
  ['march', 'mar', 'marzo'],
  ['april', 'apr', 'abril', 'abr'],
  ['may', 'mayo'],
  ['june', 'jun', 'junio'],
  ['july', 'jul', 'julio'],
  ['august', 'aug', 'agosto', 'ago'],
  ['september', 'sept', 'sep', 'septiembre', 'setiembre'],
  ['october', 'oct', 'octubre'],
  ['november', 'nov', 'noviembre'],
  ['december', 'dec', 'diciembre', 'dic'],
];
const WEEKDAYS: string[][] = [
  ['sunday', 'domingo'],
  ['monday', 'lunes'],
  ['tuesday', 'martes'],
  ['wednesday', 'miércoles', 'miercoles'],
  ['thursday', 'jueves'],
  ['friday', 'viernes'],
  ['saturday', 'sábado', 'sabado'],
];
const ORDINALS =
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth
twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first`.split(/\s+/);
const OFFSETS: [string, number][] = [
  ['the day after tomorrow', 2],
  ['day after tomorrow', 2],
  ['pasado mañana', 2],
  ['the day before yesterday', -2],
  ['anteayer', -2],
  ['tomorrow', 1],
  ['yesterday', -1],
  ['tonight', 0],
  ['today', 0],
  ['esta noche', 0],
  ['hoy', 0],
  ['ayer', -1],
];

const index = (groups: string[][], from: number): Map<string, number> =>
  new Map(groups.flatMap((words, position) => words.map((word) => [word, position + from] as const)));
const months = index(MONTHS, 1);
const weekdays = index(WEEKDAYS, 0);
const longestFirst = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|');

const MONTH = longestFirst(months.keys());
const WEEKDAY = longestFirst(weekdays.keys());
const ORDINAL = longestFirst(ORDINALS);
const YEAR = String.raw`(?:,? (?:de |del |of )?(\d{4}))?`;
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th|º|\.(?= ))?`;

const dayNumber = (digits?: string, word?: string): number =>
  digits ? Number(digits) : ORDINALS.indexOf((word ?? '').toLowerCase()) + 1;
const fullYear = (year?: string): number | undefined =>
  year === undefined ? undefined : year.length === 2 ? 2000 + Number(year) : Number(year);
const monthOf = (name?: string): number | undefined => months.get((name ?? '').toLowerCase());

const daysIn = (number?: string): number => (hundredths(number ?? '') ?? NaN) / 100;

interface DayPattern {
  pattern: RegExp;
  read(match: RegExpExecArray): NamedDay[];
}

const of = (source: string): RegExp => new RegExp(String.raw`(?<![\p{L}\d])${source}(?![\p{L}\d])`, 'giu');

/** Every way to name a day that is read, most specific first. Times of an instant are read on their own. */
export const DAY_PATTERNS: readonly DayPattern[] = [
  {
    pattern: /(?<![\d-])(\d{4})[-/](\d{2})[-/](\d{2})(?![\d-])/g,
    read: (m) => [{ year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) }],
  },
  {
    pattern: of(String.raw`(?:(?:the )?${DAY}|(?:the )?(${ORDINAL})) (?:of |de )?(${MONTH})\.?${YEAR}`),
    read: (m) => [{ year: fullYear(m[4]), month: monthOf(m[3]), day: dayNumber(m[1], m[2]) }],
  },
  {
    pattern: of(String.raw`(${MONTH})\.? (?:the )?(?:${DAY}|(${ORDINAL}))${YEAR}`),
    read: (m) => [{ year: fullYear(m[4]), month: monthOf(m[1]), day: dayNumber(m[2], m[3]) }],
  },
  {
    pattern: /(?<![\d./-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/g,
    read: (m) => [
      { year: fullYear(m[4]), month: Number(m[3]), day: Number(m[1]) },
      { year: fullYear(m[4]), month: Number(m[1]), day: Number(m[3]) },
    ],
  },
  {
    pattern: /(?<![\d/])(\d{1,2})\/(\d{1,2})(?![\d/])/g,
    read: (m) => [
      { month: Number(m[2]), day: Number(m[1]) },
      { month: Number(m[1]), day: Number(m[2]) },
    ],
  },
  {
    pattern: of(String.raw`(${MONTH})(?:,? (?:de |del |of )?)(\d{4})`),
    read: (m) => [{ month: monthOf(m[1]), year: fullYear(m[2]) }],
  },
  {
    pattern: of(String.raw`(?:the (\d{1,2})(?:st|nd|rd|th)|el (?:día )?(\d{1,2})(?! (?:de|por)))`),
    read: (m) => [{ day: Number(m[1] ?? m[2]) }],
  },
  ...OFFSETS.map(([words, offset]) => ({ pattern: of(words), read: () => [{ offset }] })),
  // "por la mañana" is the morning, "mañana" alone is tomorrow.
  { pattern: /(?<![\p{L}\d])(?<!(?:la|esta|de) )mañana(?![\p{L}\d])/giu, read: () => [{ offset: 1 }] },
  {
    pattern: of(String.raw`(?:in|dentro de) (${NUMBER}) (?:days?|días?)(?! (?:laborables?|hábil(?:es)?|naturales))`),
    read: (m) => [{ offset: daysIn(m[1]) }],
  },
  {
    pattern: of(String.raw`(?:(${NUMBER}) days? ago|hace (${NUMBER}) días?)`),
    read: (m) => [{ offset: -daysIn(m[1] ?? m[2]) }],
  },
  { pattern: of(`(${WEEKDAY})s?`), read: (m) => [{ weekday: weekdays.get((m[1] ?? '').toLowerCase()) }] },
];

const MILLISECONDS_PER_DAY = 86_400_000;

/** A full day of the calendar, as the number of days since 1970-01-01. */
export const dayIndex = (year: number, month: number, day: number): number =>
  Math.floor(Date.UTC(year, month - 1, day) / MILLISECONDS_PER_DAY);

/** Day of the week of such a number, 0 for Sunday. */
export const weekdayOf = (index: number): number => (((index + 4) % 7) + 7) % 7;

/** Year, month and day of such a number. */
export function calendarDay(index: number): Required<Pick<NamedDay, 'year' | 'month' | 'day'>> {
  const date = new Date(index * MILLISECONDS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
