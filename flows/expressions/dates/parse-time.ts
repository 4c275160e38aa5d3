import { ExpressionError } from '../expression-error';
import { type Culture, findCulture } from './cultures';
import { type FlowTime } from './flow-time';

const ZONE = String.raw`(Z|GMT|UTC|[+-]\d{1,2}(?::?\d{2})?)?`;
const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)? ?(AM|PM)?`;
const REST = `(?:(?:T| )${CLOCK})? ?${ZONE}$`;

const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?${REST}`, 'i');
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${REST}`, 'i');
const DAY_NAME_YEAR = new RegExp(String.raw`^(\d{1,2})\.?[ -](\p{L}+)\.?[ -](\d{4}|\d{2})${REST}`, 'iu');
const NAME_DAY_YEAR = new RegExp(String.raw`^(\p{L}+)\.? (\d{1,2}) (\d{4})${REST}`, 'iu');

/** Longer than any way of writing a time. */
const LONGEST_TIME = 100;

/**
 * A time without a zone is UTC. The platform's own examples write such a time back without `Z`; here it is UTC in that
 * respect, too. Unconfirmed.
 */
const ZONELESS_IS_UTC = true;

export interface Fields {
  year: string | number;
  month: string | number;
  day: string | number;
  hour?: string;
  minute?: string;
  second?: string;
  fraction?: string;
  /** The word for before or after noon. */
  half?: 'AM' | 'PM';
  zone?: string;
}

/**
 * Reads a timestamp the way the platform does: ISO 8601 with or without fraction, zone and time, `MM/dd/yyyy HH:mm:ss`,
 * or with the month's name. Without a zone the time is UTC; an offset is converted to UTC.
 * @param locale whose month names count, and whose order of day and month (English names always count)
 * @throws {ExpressionError} when the text is no time
 */
export function parseTime(text: string, locale?: string): FlowTime {
  if (text.length > LONGEST_TIME) throw notATime(text);
  const culture = findCulture(locale);
  const bare = text.trim().replace(/\s+/g, ' ');
  const fields = yearFirst(bare) ?? yearLast(bare, culture) ?? named(withoutFillers(bare, culture), culture);
  if (!fields) throw notATime(text);
  return build(fields, text);
}

function yearFirst(text: string): Fields | undefined {
  const match = YEAR_FIRST.exec(text);
  return match ? { year: match[1]!, month: match[3]!, day: match[4] ?? 1, ...clock(match, 5) } : undefined;
}

function yearLast(text: string, culture: Culture): Fields | undefined {
  const match = YEAR_LAST.exec(text);
  if (!match) return undefined;
  const [, first, , second, year] = match;
  const monthFirst = /^[^d]*M/.test(culture.patterns?.shortDate ?? 'd/M');
  return {
    year: fullYear(year!),
    month: monthFirst ? first! : second!,
    day: monthFirst ? second! : first!,
    ...clock(match, 5),
  };
}

function named(text: string, culture: Culture): Fields | undefined {
  const dayFirst = DAY_NAME_YEAR.exec(text);
  const match = dayFirst ?? NAME_DAY_YEAR.exec(text);
  if (!match) return undefined;
  const [, first, second, year] = match as unknown as [string, string, string, string];
  const month =
    monthNumber(dayFirst ? second : first, culture) || monthNumber(dayFirst ? second : first, findCulture());
  if (month === 0) return undefined;
  return { year: fullYear(year), month, day: dayFirst ? first : second, ...clock(match, 4) };
}

function clock(match: RegExpExecArray, from: number): Partial<Fields> {
  const [hour, minute, second, fraction, half, zone] = match.slice(from) as (string | undefined)[];
  return { hour, minute, second, fraction, half: half?.toUpperCase() as Fields['half'], zone };
}

/** The text without names of days, commas and the small words between day and month. */
function withoutFillers(text: string, culture: Culture): string {
  const isDay = (word: string): boolean =>
    [culture, findCulture()].some(({ days, shortDays }) => [...days, ...shortDays].some((name) => isSame(name, word)));
  return text
    .replaceAll(',', ' ')
    .split(' ')
    .filter((word) => word !== '' && !/^(de|den)$/i.test(word) && !isDay(word))
    .join(' ');
}

const isSame = (name: string, word: string): boolean =>
  name.replace('.', '').toLowerCase() === word.replace('.', '').toLowerCase();

/** The number of a month by its full or short name, 0 when there is none. */
export function monthNumber(name: string, { months, monthsOfDate, shortMonths }: Culture): number {
  for (const list of [months, monthsOfDate, shortMonths]) {
    const index = list.findIndex((month) => isSame(month, name));
    if (index >= 0) return index + 1;
  }
  return 0;
}

/** Two digits mean a year up to this one. Source: .NET's `TwoDigitYearMax`. */
const LAST_TWO_DIGIT_YEAR = 2049;

export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year + (year <= LAST_TWO_DIGIT_YEAR % 100 ? 2000 : 1900);
}

/** Puts fields together and checks them. @throws {ExpressionError} */
export function build(fields: Fields, text: string): FlowTime {
  const [year, month, day] = [Number(fields.year), Number(fields.month), Number(fields.day)];
  const hour = hourOfDay(Number(fields.hour ?? 0), fields.half);
  const [minute, second] = [Number(fields.minute ?? 0), Number(fields.second ?? 0)];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const valid =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  const offset = offsetMinutes(fields.zone);
  if (!valid || year < 1 || Math.abs(offset) > LARGEST_OFFSET) throw notATime(text);
  const digits = (fields.fraction ?? '').slice(0, 7).padEnd(7, '0');
  const milliseconds = ((hour * 60 + minute) * 60 + second) * 1000 + Number(digits.slice(0, 3));
  const wall = date.getTime() + milliseconds - offset * 60_000;
  // An offset may carry the first or the last day over the edge of the calendar.
  if (wall < EARLIEST || wall > LATEST) throw notATime(text);
  return { wall, fraction: Number(digits.slice(3)), utc: ZONELESS_IS_UTC || Boolean(fields.zone) };
}

/** Minutes; the widest offset there is. */
const LARGEST_OFFSET = 14 * 60;
const EARLIEST = Date.parse('0001-01-01T00:00:00.000Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

function hourOfDay(hour: number, half: Fields['half']): number {
  if (half === undefined) return hour;
  return hour > 12 ? NaN : (hour % 12) + (half === 'PM' ? 12 : 0);
}

function offsetMinutes(zone: string | undefined): number {
  if (zone === undefined || !/^[+-]/.test(zone)) return 0;
  const [, hours, minutes = '0'] = /^.(\d{1,2}):?(\d{2})?$/.exec(zone)!;
  const size = Number(hours) * 60 + Number(minutes);
  return zone.startsWith('-') ? -size : size;
}

export function notATime(text: string): ExpressionError {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return new ExpressionError(`'${shown}' is not a date and time.`);
}
