import { ExpressionError } from '../expression-error';
import { findCulture } from './cultures';
import { type FlowTime } from './flow-time';
import { build } from './parse-time';

const TOKEN = /d{1,4}|f{1,7}|h{1,2}|H{1,2}|K|m{1,2}|M{1,4}|s{1,2}|tt?|y{2,4}|z{1,3}|'[^']*'|\\.|[\s\S]/g;

/**
 * Reads text that must have exactly this .NET format, as `parseDateTime` with a format does.
 * @throws {ExpressionError} when it has not
 */
export function parseTimeExactly(text: string, format: string, locale?: string): FlowTime {
  const culture = findCulture(locale);
  const fields: string[] = [];
  const pattern = (format.match(TOKEN) ?? []).map((token) => {
    const capture = (field: string, source: string): string => {
      fields.push(field);
      return `(${source})`;
    };
    const width = token.length === 1 ? '\\d{1,2}' : '\\d{2}';
    switch (token[0]) {
      case 'd':
        return token.length > 2 ? '[^\\d\\s,]+' : capture('day', width);
      case 'M':
        return token.length > 2 ? capture('monthName', '[^\\d\\s,]+') : capture('month', width);
      case 'y':
        return capture('year', token.length === 2 ? '\\d{2}' : '\\d{4}');
      case 'H':
      case 'h':
        return capture('hour', width);
      case 'm':
        return capture('minute', width);
      case 's':
        return capture('second', width);
      case 'f':
        return capture('fraction', `\\d{${token.length}}`);
      case 't':
        return capture('half', '[AaPp][Mm]?');
      case 'K':
      case 'z':
        return capture('zone', 'Z|[+-]\\d{1,2}(?::?\\d{2})?|');
      case "'":
        return escape(token.length > 1 ? token.slice(1, -1) : token);
      case '\\':
        return escape(token.slice(1));
      default:
        return escape(token);
    }
  });
  const match = new RegExp(`^${pattern.join('')}$`, 'i').exec(text.trim());
  if (!match) throw new ExpressionError(`'${text}' does not have the date format '${format}'.`);
  const found: Record<string, string> = Object.fromEntries(fields.map((field, i) => [field, match[i + 1]!]));
  const month = found.monthName === undefined ? (found.month ?? '1') : monthOf(found.monthName, culture.months, text);
  const year = found.year?.length === 2 ? `20${found.year}` : (found.year ?? '1');
  return build({ ...found, year, month, day: found.day ?? '1' }, text);
}

function monthOf(name: string, months: string[], text: string): number {
  const wanted = name.replace('.', '').toLowerCase();
  const index = months.findIndex((month) => month.toLowerCase().startsWith(wanted));
  if (index < 0) throw new ExpressionError(`'${text}' names no month of the culture.`);
  return index + 1;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
