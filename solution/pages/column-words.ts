import type { Column } from '../tables/table';

const WORDS: Partial<Record<Column['type'], string>> = {
  bit: 'yes/no',
  customer: 'account or contact',
  datetime: 'date and time',
  decimal: 'number',
  float: 'number',
  int: 'whole number',
  multiselectpicklist: 'choices',
  owner: 'user or team',
  picklist: 'choice',
  primarykey: 'id',
  state: 'state',
  status: 'status',
};

/** What a column holds, in the words of a page: `text, at most 1000`, `choice`, `row of contact`. */
export function columnWords({ type, maxLength, dateOnly, targets }: Column): string {
  if (type === 'nvarchar' || type === 'ntext') return `text, at most ${maxLength}`;
  if (type === 'lookup') return `row of ${(targets ?? []).map(({ table }) => table).join(' or ')}`;
  if (dateOnly) return 'date';
  return WORDS[type] ?? type;
}
