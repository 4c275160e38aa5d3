import type { Formats } from '../../shared/formats';
import type { Words } from '../../shared/words';
import { type Day, utcMidnight } from './day';
import type { Percentile } from './histogram';
import type { Column } from './measures';

/** How the control says things: words and numbers as the user's settings want them. */
export interface Speech {
  /** A text of this control, by its key without the control's name. */
  readonly say: Words;
  readonly formats: Formats;
  /** `Mar 3`. */
  shortDay(day: Day): string;
  /** `Tuesday, March 3, 2026`. */
  longDay(day: Day): string;
  /** `Mon`; 0 is Monday. */
  weekday(weekday: number): string;
  /** `14:00`, as a clock of the user says it. */
  hour(hour: number): string;
  /** A span in its two largest units, seconds included. @param isShort as short as the language allows: `2m 5s` */
  duration(seconds: number, isShort?: boolean): string;
  /** A mean rating, always with two digits. */
  score(value: number): string;
  /** The bucket a percentile is in: `2 min to 5 min`. */
  bucket(percentile: Percentile | undefined): string;
  column(column: Column): string;
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;
/** 1970-01-05 was a Monday. */
const A_MONDAY: Day = 4;

/** Build it once for a language, it is not cheap. @param locale such as `en-US` */
export function speechOf(words: Words, formats: Formats, locale: string): Speech {
  const dates = (options: Intl.DateTimeFormatOptions) => {
    // A day has no time zone; it is written from its midnight in UTC.
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (day: Day) => format.format(utcMidnight(day));
  };
  const unitFormats = (unitDisplay: 'short' | 'narrow') =>
    new Map(UNITS.map(([unit]) => [unit, new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay })]));
  const [short, narrow] = [unitFormats('short'), unitFormats('narrow')];
  const scores = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const hours = new Intl.DateTimeFormat(locale, { hour: 'numeric', timeZone: 'UTC' });
  const weekdays = dates({ weekday: 'short' });
  const say: Words = (key, ...values) => words(`TicketAnalytics_${key}`, ...values);
  const duration = (seconds: number, isShort = false) => {
    const unitText = (unit: (typeof UNITS)[number][0], count: number) =>
      (isShort ? narrow : short).get(unit)?.format(count) ?? '';
    let left = Math.round(seconds);
    const first = UNITS.findIndex(([, size]) => left >= size);
    if (first < 0) return unitText('second', 0);
    const parts: string[] = [];
    for (const [unit, size] of UNITS.slice(first, first + 2)) {
      const count = Math.floor(left / size);
      left -= count * size;
      if (count > 0) parts.push(unitText(unit, count));
    }
    return parts.join(' ');
  };
  return {
    say,
    formats,
    shortDay: dates({ month: 'short', day: 'numeric' }),
    longDay: dates({ dateStyle: 'full' }),
    weekday: (weekday) => weekdays(A_MONDAY + weekday),
    hour: (hour) => hours.format(new Date(hour * 3_600_000)),
    duration,
    score: scores.format.bind(scores),
    bucket(percentile) {
      if (percentile === undefined) return say('NoData');
      const { over, upTo } = percentile;
      if (upTo === Infinity) return say('Bucket_over', duration(over));
      return over === 0 ? say('Bucket_upTo', duration(upTo)) : say('Bucket_between', duration(over), duration(upTo));
    },
    column: (column) => say(`Column_${column}`),
  };
}
