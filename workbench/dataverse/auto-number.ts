import type { Change, Journal } from '../state/journal';

const PLACEHOLDER = /\{SEQNUM:(\d+)\}/;

/**
 * The next value of an autonumber column.
 * @param pattern such as `TKT-{SEQNUM:6}`: a running number from 1, padded with zeros
 * @returns the value and the change that remembers it, to be written together with the row
 */
export function nextAutoNumber(
  journal: Journal,
  table: string,
  column: string,
  pattern: string,
): { value: string; change: Change } {
  const key = `${table}.${column}`;
  const number = (journal.collection<number>('dataverse/@numbers').get(key) ?? 0) + 1;
  return {
    value: pattern.replace(PLACEHOLDER, (_, digits: string) => String(number).padStart(Number(digits), '0')),
    change: { collection: 'dataverse/@numbers', key, value: number },
  };
}
