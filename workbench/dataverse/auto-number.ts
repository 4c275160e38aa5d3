import type { Change, Journal } from '../state/journal';

const PLACEHOLDER = /\{(SEQNUM|RANDSTRING|DATETIMEUTC):([^}]+)\}/g;
/** Letters and digits of random parts. */
const CHARACTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789';

function randomText(length: number, newId: () => string): string {
  let text = '';
  while (text.length < length) {
    // Pairs of hexadecimal digits of a random id, without those that are the same in every id.
    const digits = newId().replaceAll('-', '').slice(0, 12);
    for (let at = 0; at < digits.length && text.length < length; at += 2) {
      text += CHARACTERS[parseInt(digits.slice(at, at + 2), 16) % CHARACTERS.length];
    }
  }
  return text;
}

function dateText(format: string, now: Date): string {
  const iso = now.toISOString();
  const parts: Readonly<Record<string, string>> = {
    yyyy: iso.slice(0, 4),
    yy: iso.slice(2, 4),
    MM: iso.slice(5, 7),
    dd: iso.slice(8, 10),
    HH: iso.slice(11, 13),
    mm: iso.slice(14, 16),
    ss: iso.slice(17, 19),
  };
  return format.replace(/yyyy|yy|MM|dd|HH|mm|ss/g, (part) => parts[part]!);
}

/**
 * The next value of an autonumber column.
 * @param pattern such as `TKT-{SEQNUM:6}`: a running number from 1, padded with zeros; also `{RANDSTRING:4}` and
 *   `{DATETIMEUTC:yyyyMMdd}`
 * @returns the value and the change that remembers it, to be written together with the row
 */
export function nextAutoNumber(
  { journal, now, newId }: { journal: Journal; now(): Date; newId(): string },
  table: string,
  column: string,
  pattern: string,
): { value: string; change: Change } {
  const key = `${table}.${column}`;
  const number = (journal.collection<number>('dataverse/@numbers').get(key) ?? 0) + 1;
  return {
    value: pattern.replace(PLACEHOLDER, (_, kind: string, rest: string) => {
      if (kind === 'SEQNUM') return String(number).padStart(Number(rest), '0');
      return kind === 'RANDSTRING' ? randomText(Number(rest), newId) : dateText(rest, now());
    }),
    change: { collection: 'dataverse/@numbers', key, value: number },
  };
}
