import type { Column, LookupTarget } from '../../../solution/tables/table';
import { pointerKey, type StoredRow } from './stored-row';

/** What a row's lookup points at. */
export function targetOf(column: Column, row: StoredRow): LookupTarget | undefined {
  const table = row[pointerKey(column.logicalName)];
  if (column.targets !== undefined) return column.targets.find((one) => one.table === table) ?? column.targets[0];
  if (table === undefined) return undefined;
  const { logicalName } = column;
  return {
    relationship: logicalName,
    table: String(table),
    navigationProperty: logicalName,
    onDelete: 'NoCascade',
  };
}
