import { longestFirst, months, ORDINALS, weekdays } from './day-words';
import { hundredths, NUMBER } from './number-words';
import type { NamedDay } from './statement';

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

/** Monday to Friday in short, where a day of the month follows: alone "sat" and "sun" are words. */
const SHORT_WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const weekdayNamed = (name?: string): number | undefined => weekdays.get((name ?? '').toLowerCase());
const STEPS: Record<string, number> = {
  this: 0,
  current: 0,
  esta: 0,
  next: 1,
  coming: 1,
  próxima: 1,
  last: -1,
  past: -1,
  pasada: -1,
};
const stepOf = (word?: string): number => STEPS[(word ?? '').toLowerCase()] ?? 1;
const partOf = (word?: string): NamedDay['part'] =>
  /^(?:early|beginning|start|principios|comienzos|inicios)/i.test(word ?? '')
    ? 'early'
    : /^(?:mid|mediad)/i.test(word ?? '')
      ? 'middle'
      : 'late';

interface DayPattern {
  pattern: RegExp;
  read(match: RegExpExecArray): NamedDay[];
}

const of = (source: string): RegExp => new RegExp(String.raw`(?<![\p{L}\d])${source}(?![\p{L}\d])`, 'giu');

/** Every way to name a day that is read, most specific first: days counted from today after dates. Times of an instant are read on their own. */
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
  {
    pattern: of(
      String.raw`(?:on )?(${WEEKDAY})(?:,)? (?:of )?(this|next|last) week|(this|next|last) week(?: on)? (${WEEKDAY})|(?:el )?(${WEEKDAY}) de (esta semana|la (?:próxima|semana que viene|semana pasada)(?: semana)?)`,
    ),
    read: (m) => [
      {
        weekday: weekdayNamed(m[1] ?? m[4] ?? m[5]),
        week: m[6] ? (/pasada/i.test(m[6]) ? -1 : /^esta/i.test(m[6]) ? 0 : 1) : stepOf(m[2] ?? m[3]),
      },
    ],
  },
  {
    pattern: of(
      String.raw`(?:a|one) week (?:from|on|after) (?:this |next )?(${WEEKDAY})|(${WEEKDAY}) week|(?:el )?(${WEEKDAY}) en ocho`,
    ),
    read: (m) => [{ weekday: weekdayNamed(m[1] ?? m[2] ?? m[3]), from: 8, to: 14 }],
  },
  {
    pattern: of(String.raw`(?:a|one) week (?:from|after) (today|tomorrow|now)|(today|tomorrow) week|de (hoy) en ocho`),
    read: (m) => [{ offset: /tomorrow/i.test(m[0]) ? 8 : 7 }],
  },
  { pattern: of("in (?:a|one) week(?:'s time)?|dentro de una semana|en una semana"), read: () => [{ offset: 7 }] },
  {
    pattern: of(
      String.raw`(early|late|middle|mid|later|(?:at |by |towards )?the (?:beginning|start|end|middle) of)(?:[ -]| of )(?:(?:the|this|next|coming|last) )?week|(?:a |al )?(principios|comienzos|inicios|mediados|finales|fin) de (?:la )?(?:esta |próxima )?semana(?: que viene)?`,
    ),
    read: (m) => [
      {
        week: /next|próxima|que viene|coming/i.test(m[0]) ? 1 : /last/i.test(m[0]) ? -1 : 0,
        part: partOf((m[1] ?? m[2] ?? '').replace(/^(?:at |by |towards )?the /i, '')),
      },
    ],
  },
  {
    pattern: of(
      String.raw`(?:this |next |the |at the |over the |on the |el |este |próximo )*(?:weekend|fin de semana)`,
    ),
    read: () => [{ part: 'weekend', from: 0, to: 7 }],
  },
  {
    pattern: of(String.raw`(this|next|last) week|(esta) semana|la (próxima) semana|la semana (que viene|pasada)`),
    read: (m) => [{ week: m[4] ? (/pasada/i.test(m[4]) ? -1 : 1) : stepOf(m[1] ?? m[2] ?? m[3]) }],
  },
  {
    pattern: of(
      String.raw`(this|next|last) (month|year)|(este) (mes|año)|el (?:próximo (mes|año)|(mes|año) (que viene|pasado))`,
    ),
    read: (m) => {
      const step = m[7] ? (/pasado/i.test(m[7]) ? -1 : 1) : m[5] ? 1 : m[3] ? 0 : stepOf(m[1]);
      return [/year|año/i.test(m[0]) ? { years: step } : { months: step }];
    },
  },
  {
    pattern: of(
      String.raw`(?:this )?coming (${WEEKDAY})|(?:el )?(?:próximo|este) (${WEEKDAY})|(?:el )?(${WEEKDAY})(?: que viene| próximo)`,
    ),
    read: (m) => [{ weekday: weekdayNamed(m[1] ?? m[2] ?? m[3]), from: 1, to: 7 }],
  },
  {
    // Said on a Wednesday "next Friday" means either: only the one both readings agree on counts.
    pattern: of(String.raw`next (${WEEKDAY})`),
    read: (m) => [{ weekday: weekdayNamed(m[1]), from: 1, to: 7, week: 1 }],
  },
  {
    pattern: of(String.raw`(?:last|this past) (${WEEKDAY})|(?:el )?(?:pasado (${WEEKDAY})|(${WEEKDAY}) pasado)`),
    read: (m) => [{ weekday: weekdayNamed(m[1] ?? m[2] ?? m[3]), from: -7, to: -1 }],
  },
  {
    pattern: of(String.raw`(${SHORT_WEEKDAYS.join('|')})(?:s|rs|nes|urs)?\.?(?=,? (?:the )?(?:\d|${MONTH}))`),
    read: (m) => [{ weekday: SHORT_WEEKDAYS.indexOf((m[1] ?? '').toLowerCase()) }],
  },
  {
    pattern: of(
      String.raw`(?:in )?(?:about |around |roughly |approximately )?(?:a )?(${NUMBER})(?: of)? days?(?:'s?)?(?: time| from (?:now|today))|in a (${NUMBER}) of days|(?:en|dentro de) un (par) de días`,
    ),
    read: (m) => [{ offset: m[3] ? 2 : daysIn(m[1] ?? m[2]) }],
  },
  // Counted from a day that is not named: nothing can be looked up.
  {
    pattern: of(
      'the day (?:after|before)(?! tomorrow| yesterday)|the (?:next|following|previous) day|al día siguiente|el día (?:después|anterior|antes)',
    ),
    read: () => [],
  },
  ...OFFSETS.map(([words, offset]) => ({ pattern: of(words), read: () => [{ offset }] })),
  // "por la mañana" is the morning, "mañana" alone is tomorrow.
  { pattern: /(?<![\p{L}\d])(?<!(?:la|esta|de) )mañana(?![\p{L}\d])/giu, read: () => [{ offset: 1 }] },
  {
    pattern: of(
      String.raw`(?:in|dentro de)(?: about| around| roughly| approximately| unos)? (${NUMBER}) (?:days?|días?)(?! (?:laborables?|hábil(?:es)?|naturales))`,
    ),
    read: (m) => [{ offset: daysIn(m[1]) }],
  },
  {
    pattern: of(String.raw`(?:(${NUMBER}) days? ago|hace (${NUMBER}) días?)`),
    read: (m) => [{ offset: -daysIn(m[1] ?? m[2]) }],
  },
  { pattern: of(`(${WEEKDAY})s?`), read: (m) => [{ weekday: weekdays.get((m[1] ?? '').toLowerCase()) }] },
];
