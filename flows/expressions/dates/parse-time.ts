import { ExpressionError } from '../expression-error';
import { findCulture } from './cultures';
import { type FlowTime } from './flow-time';

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;
const SLASHED =
  /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?\s*(AM|PM)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
/** `15 March 2018 13:00`, `Thursday, March 15, 2018 1:00 PM`, `15-Mar-2018`, RFC 1123. */
const NAMED =
  /^(?:[A-Za-z]+,\s*)?(?:(\d{1,2})[\s-]+([A-Za-z]+)|([A-Za-z]+)\s+(\d{1,2}),?)[\s,-]+(\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?\s*(AM|PM)?)?\s*(GMT|UTC|Z|[+-]\d{2}:?\d{2})?$/i;

interface Fields {
  year: string | number;
  month: string | number;
  day: string | number;
  hour?: string;
  minute?: string;
  second?: string;
  fraction?: string;
  half?: string;
  zone?: string;
}

/**
 * Reads a timestamp the way the platform does: ISO 8601 with or without fraction, zone and time, `MM/dd/yyyy HH:mm:ss`,
 * or with the month's English name. Without a zone the time is UTC; an offset is converted to UTC.
 * @param dayFirst reads `15/03/2018` as the fifteenth of March
 * @throws {ExpressionError} when the text is no time
 */
export function parseTime(text: string, dayFirst = false): FlowTime {
  const trimmed = text.trim();
  const iso = ISO.exec(trimmed);
  if (iso) {
    const [, year, month, day, hour, minute, second, fraction, zone] = iso;
    return build({ year: year!, month: month!, day: day!, hour, minute, second, fraction, zone }, text);
  }
  const slashed = SLASHED.exec(trimmed);
  if (slashed) {
    const [, a, , b, c, hour, minute, second, fraction, half, zone] = slashed;
    const rest = { hour, minute, second, fraction, half, zone };
    if (a!.length === 4) return build({ year: a!, month: b!, day: c!, ...rest }, text);
    return build({ year: c!, month: dayFirst ? b! : a!, day: dayFirst ? a! : b!, ...rest }, text);
  }
  const named = NAMED.exec(trimmed);
  if (named) {
    const [, day1, month1, month2, day2, year, hour, minute, second, fraction, half, zone] = named;
    const month = monthNumber((month1 ?? month2)!);
    if (month > 0) {
      return build({ year: year!, month, day: (day1 ?? day2)!, hour, minute, second, fraction, half, zone }, text);
    }
  }
  throw notATime(text);
}

function monthNumber(name: string): number {
  const { months } = findCulture();
  const wanted = name.toLowerCase();
  if (wanted.length < 3) return 0;
  return months.findIndex((month) => month.toLowerCase().startsWith(wanted.slice(0, 3))) + 1;
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
  if (!valid || year < 1) throw notATime(text);
  const digits = (fields.fraction ?? '').slice(0, 7).padEnd(7, '0');
  const milliseconds = ((hour * 60 + minute) * 60 + second) * 1000 + Number(digits.slice(0, 3));
  return {
    wall: date.getTime() + milliseconds - offsetMinutes(fields.zone) * 60_000,
    fraction: Number(digits.slice(3)),
    utc: true,
  };
}

function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}

function offsetMinutes(zone: string | undefined): number {
  if (zone === undefined || !/^[+-]/.test(zone)) return 0;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return zone.startsWith('-') ? -minutes : minutes;
}

function notATime(text: string): ExpressionError {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return new ExpressionError(`'${shown}' is not a date and time.`);
}
