import type { Column } from '../../../solution/tables/table';
import type { StoredValue } from './stored-row';

const ENGLISH = 1033;

/** How amounts of a row are written. */
export interface Currency {
  symbol: string;
  precision: number;
}

/** The user's settings of the stand-in: English (United States), UTC. */
function formattedDate(value: string, dateOnly: boolean): string {
  const [year, month, day] = [value.slice(0, 4), value.slice(5, 7), value.slice(8, 10)].map(Number);
  const date = `${month}/${day}/${year}`;
  if (dateOnly) return date;
  const hour = Number(value.slice(11, 13));
  return `${date} ${hour % 12 || 12}:${value.slice(14, 16)} ${hour < 12 ? 'AM' : 'PM'}`;
}

function formattedNumber(value: number, digits: number): string {
  const [whole = '', fraction] = value.toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/**
 * What a person sees in place of the value; source: Microsoft, "Retrieve formatted values": choices, yes/no, dates,
 * money and numbers have one, texts and ids do not. Lookups are formatted by their row's name, elsewhere.
 */
export function formattedValue(column: Column, value: StoredValue, currency?: Currency): string | undefined {
  const label = (option: string | number) => column.options?.get(Number(option))?.labels.get(ENGLISH);
  switch (column.type) {
    case 'picklist':
    case 'state':
    case 'status':
      return label(Number(value));
    case 'multiselectpicklist':
      return String(value)
        .split(',')
        .map((option) => label(option) ?? option)
        .join('; ');
    case 'bit':
      return label(value === true ? 1 : 0) ?? (value === true ? 'Yes' : 'No');
    case 'datetime':
      return formattedDate(String(value), column.dateOnly === true);
    case 'int':
    case 'bigint':
      return formattedNumber(Number(value), 0);
    case 'decimal':
    case 'float':
      return formattedNumber(Number(value), column.accuracy ?? 2);
    case 'money': {
      const { symbol, precision } = currency ?? { symbol: '', precision: 2 };
      const amount = `${symbol}${formattedNumber(Math.abs(Number(value)), precision)}`;
      return Number(value) < 0 ? `(${amount})` : amount;
    }
    default:
      return undefined;
  }
}
