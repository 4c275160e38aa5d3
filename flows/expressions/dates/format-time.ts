import { ExpressionError } from '../expression-error';
import { type Culture, findCulture, patternsOf } from './cultures';
import { type FlowTime } from './flow-time';

/** The default of all date functions: seven fraction digits, `Z` when UTC. */
export const ROUND_TRIP = "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffK";

/** A run of one letter, quoted text, or an escaped character. Longer runs mean the same as the longest that is known. */
const TOKEN = /d+|f+|F+|g+|h+|H+|K|m+|M+|s+|t+|y+|z+|'[^']*'?|"[^"]*"?|\\[\s\S]?|%|[\s\S]/g;

type Writer = (time: FlowTime, date: Date) => string;

const compiled = new Map<string, Writer[]>();
const CACHE_SIZE = 1000;

/**
 * Writes a time by a .NET format: one standard letter (`d D f F g G m M o O r R s t T u U y Y`) or a custom pattern.
 * @throws {ExpressionError} for an unknown standard letter or culture
 */
export function formatTime(time: FlowTime, format = 'o', locale?: string): string {
  if (format === 'o' || format === 'O') return roundTrip(time);
  const writers = writersOf(format, locale);
  const date = new Date(time.wall);
  let text = '';
  for (const write of writers) text += write(time, date);
  return text;
}

function writersOf(format: string, locale: string | undefined): Writer[] {
  const key = `${locale ?? ''}|${format}`;
  let writers = compiled.get(key);
  if (!writers) {
    const culture = cultureFor(format, locale);
    const tokens = tokensOf(format, culture);
    const besideDay = tokens.some((token) => token === 'd' || token === 'dd');
    writers = tokens.map((token, index) =>
      token === '.' && tokens[index + 1]?.startsWith('F')
        ? pointBefore(tokens[index + 1]!.length)
        : writerFor(token, culture, besideDay),
    );
    if (compiled.size >= CACHE_SIZE) compiled.clear();
    compiled.set(key, writers);
  }
  return writers;
}

/** The culture whose words and patterns a format uses; `r s u` are the same in every one. */
export function cultureFor(format: string, locale: string | undefined): Culture {
  return findCulture(/^[rRsu]$/.test(format) ? undefined : locale);
}

/** A quote never closed, or an escape or a percent sign with nothing behind it. */
function isUnfinished(token: string, last: boolean): boolean {
  if (token[0] === "'" || token[0] === '"') return token.length === 1 || !token.endsWith(token[0]);
  return token === '\\' || (token === '%' && last);
}

/** @throws {ExpressionError} when times cannot be written in this format */
export function checkTimeFormat(format: string, locale?: string): void {
  if (format !== 'o' && format !== 'O') writersOf(format, locale);
}

/**
 * The tokens of a format; a single letter is a standard one, and nothing means `G`.
 * @throws {ExpressionError} for an unknown standard letter, a quote never closed, or too many fraction digits
 */
export function tokensOf(format: string, culture: Culture): string[] {
  const pattern = format.length > 1 ? format : standardPattern(format || 'G', culture);
  const tokens: string[] = pattern.match(TOKEN) ?? [];
  tokens.forEach((token, index) => {
    if (isUnfinished(token, index === tokens.length - 1)) {
      throw new ExpressionError(`The date format '${format.slice(0, 60)}' ends within ${token.slice(0, 20)}.`);
    }
    if (/^f/i.test(token) && token.length > FRACTION_DIGITS) {
      throw new ExpressionError(`A date format has at most ${FRACTION_DIGITS} fraction digits, not ${token.length}.`);
    }
  });
  return tokens;
}

/** The point before digits that may all be left out goes with them. */
function pointBefore(digits: number): Writer {
  return (time, date) => (/^0*$/.test(fraction(time, date).slice(0, digits)) ? '' : '.');
}

function roundTrip(time: FlowTime): string {
  const iso = new Date(time.wall).toISOString();
  return `${iso.slice(0, -1)}${String(time.fraction).padStart(4, '0')}${time.utc ? 'Z' : ''}`;
}

function standardPattern(letter: string, culture: Culture): string {
  switch (letter) {
    case 'o':
    case 'O':
      return ROUND_TRIP;
    case 'r':
    case 'R':
      return "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'";
    case 's':
      return "yyyy'-'MM'-'dd'T'HH':'mm':'ss";
    case 'u':
      return "yyyy'-'MM'-'dd HH':'mm':'ss'Z'";
  }
  if (!/[dDtTfFUgGmMyY]/.test(letter)) throw new ExpressionError(`'${letter}' is not a standard date format.`);
  const patterns = patternsOf(culture);
  switch (letter) {
    case 'd':
      return patterns.shortDate;
    case 'D':
      return patterns.longDate;
    case 't':
      return patterns.shortTime;
    case 'T':
      return patterns.longTime;
    case 'f':
      return `${patterns.longDate} ${patterns.shortTime}`;
    case 'F':
    case 'U':
      return `${patterns.longDate} ${patterns.longTime}`;
    case 'g':
      return `${patterns.shortDate} ${patterns.shortTime}`;
    case 'G':
      return `${patterns.shortDate} ${patterns.longTime}`;
    case 'm':
    case 'M':
      return patterns.monthDay;
    default:
      return patterns.yearMonth;
  }
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0');
const hour12 = (date: Date): number => date.getUTCHours() % 12 || 12;

/** Most digits a second's fraction has. */
const FRACTION_DIGITS = 7;

function writerFor(token: string, culture: Culture, besideDay: boolean): Writer {
  const length = token.length;
  switch (token[0]) {
    case 'd':
      if (length === 3) return (_, date) => culture.shortDays[date.getUTCDay()]!;
      if (length > 3) return (_, date) => culture.days[date.getUTCDay()]!;
      return (_, date) => pad(date.getUTCDate(), length);
    case 'M': {
      const months = besideDay ? culture.monthsOfDate : culture.months;
      if (length === 3) return (_, date) => culture.shortMonths[date.getUTCMonth()]!;
      if (length > 3) return (_, date) => months[date.getUTCMonth()]!;
      return (_, date) => pad(date.getUTCMonth() + 1, length);
    }
    case 'y':
      if (length <= 2) return (_, date) => pad(date.getUTCFullYear() % 100, length);
      return (_, date) => pad(date.getUTCFullYear(), length);
    case 'H':
      return (_, date) => pad(date.getUTCHours(), Math.min(length, 2));
    case 'h':
      return (_, date) => pad(hour12(date), Math.min(length, 2));
    case 'm':
      return (_, date) => pad(date.getUTCMinutes(), Math.min(length, 2));
    case 's':
      return (_, date) => pad(date.getUTCSeconds(), Math.min(length, 2));
    case 'f':
      return (time, date) => fraction(time, date).slice(0, length);
    case 'F':
      return (time, date) => fraction(time, date).slice(0, length).replace(/0+$/, '');
    case 't':
      return (_, date) => culture.halves[date.getUTCHours() < 12 ? 0 : 1].slice(0, length === 1 ? 1 : undefined);
    case 'g':
      return () => 'A.D.';
    case 'K':
      return (time) => (time.utc ? 'Z' : '');
    case 'z':
      return () => (length > 2 ? '+00:00' : length === 2 ? '+00' : '+0');
    case '/':
      return () => culture.dateSeparator;
    case "'":
    case '"':
      return () => token.slice(1, -1);
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
