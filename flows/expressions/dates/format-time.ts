import { ExpressionError } from '../expression-error';
import { type Culture, findCulture } from './cultures';
import { type FlowTime } from './flow-time';

/** The default of all date functions: seven fraction digits, `Z` when UTC. */
export const ROUND_TRIP = "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffK";

/** A run of one letter, quoted text, or an escaped character. */
const TOKEN =
  /d{1,4}|f{1,7}|F{1,7}|g{1,2}|h{1,2}|H{1,2}|K|m{1,2}|M{1,4}|s{1,2}|t{1,2}|y{1,5}|z{1,3}|'[^']*'|"[^"]*"|\\.|%|[\s\S]/g;

type Writer = (time: FlowTime, date: Date) => string;

const compiled = new Map<string, Writer[]>();
const CACHE_SIZE = 1000;

/**
 * Writes a time by a .NET format: one standard letter (`d D f F g G m M o O r R s t T u U y Y`) or a custom pattern.
 * @throws {ExpressionError} for an unknown standard letter or culture
 */
export function formatTime(time: FlowTime, format = 'o', locale?: string): string {
  if (format === 'o' || format === 'O') return roundTrip(time);
  const key = `${locale ?? ''}|${format}`;
  let writers = compiled.get(key);
  if (!writers) {
    const culture = findCulture(locale);
    const pattern = format.length === 1 ? standardPattern(format, culture) : format;
    writers = (pattern.match(TOKEN) ?? []).map((token) => writerFor(token, culture));
    if (compiled.size >= CACHE_SIZE) compiled.clear();
    compiled.set(key, writers);
  }
  const date = new Date(time.wall);
  let text = '';
  for (const write of writers) text += write(time, date);
  return text;
}

function roundTrip(time: FlowTime): string {
  const iso = new Date(time.wall).toISOString();
  return `${iso.slice(0, -1)}${String(time.fraction).padStart(4, '0')}${time.utc ? 'Z' : ''}`;
}

function standardPattern(letter: string, culture: Culture): string {
  switch (letter) {
    case 'd':
      return culture.shortDate;
    case 'D':
      return culture.longDate;
    case 't':
      return culture.shortTime;
    case 'T':
      return culture.longTime;
    case 'f':
      return `${culture.longDate} ${culture.shortTime}`;
    case 'F':
    case 'U':
      return `${culture.longDate} ${culture.longTime}`;
    case 'g':
      return `${culture.shortDate} ${culture.shortTime}`;
    case 'G':
      return `${culture.shortDate} ${culture.longTime}`;
    case 'm':
    case 'M':
      return culture.monthDay;
    case 'y':
    case 'Y':
      return culture.yearMonth;
    case 'r':
    case 'R':
      return "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'";
    case 's':
      return "yyyy'-'MM'-'dd'T'HH':'mm':'ss";
    case 'u':
      return "yyyy'-'MM'-'dd HH':'mm':'ss'Z'";
    default:
      throw new ExpressionError(`'${letter}' is not a standard date format.`);
  }
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0');
const hour12 = (date: Date): number => date.getUTCHours() % 12 || 12;

function writerFor(token: string, culture: Culture): Writer {
  const length = token.length;
  switch (token[0]) {
    case 'd':
      if (length === 3) return (_, date) => culture.shortDays[date.getUTCDay()]!;
      if (length === 4) return (_, date) => culture.days[date.getUTCDay()]!;
      return (_, date) => pad(date.getUTCDate(), length);
    case 'M':
      if (length === 3) return (_, date) => culture.shortMonths[date.getUTCMonth()]!;
      if (length === 4) return (_, date) => culture.months[date.getUTCMonth()]!;
      return (_, date) => pad(date.getUTCMonth() + 1, length);
    case 'y':
      if (length <= 2) return (_, date) => pad(date.getUTCFullYear() % 100, length);
      return (_, date) => pad(date.getUTCFullYear(), length);
    case 'H':
      return (_, date) => pad(date.getUTCHours(), length);
    case 'h':
      return (_, date) => pad(hour12(date), length);
    case 'm':
      return (_, date) => pad(date.getUTCMinutes(), length);
    case 's':
      return (_, date) => pad(date.getUTCSeconds(), length);
    case 'f':
      return (time, date) => fraction(time, date).slice(0, length);
    case 'F':
      return (time, date) => fraction(time, date).slice(0, length).replace(/0+$/, '');
    case 't':
      return (_, date) => (date.getUTCHours() < 12 ? 'AM' : 'PM').slice(0, length);
    case 'g':
      return () => 'A.D.';
    case 'K':
      return (time) => (time.utc ? 'Z' : '');
    case 'z':
      return () => (length === 3 ? '+00:00' : length === 2 ? '+00' : '+0');
    case "'":
    case '"':
      return () => (length > 1 ? token.slice(1, -1) : token);
    case '\\':
      return () => token.slice(1);
    case '%':
      return () => '';
    default:
      return () => token;
  }
}

function fraction(time: FlowTime, date: Date): string {
  return pad(date.getUTCMilliseconds(), 3) + pad(time.fraction, 4);
}
