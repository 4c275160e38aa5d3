import { CODES, DataverseError } from './dataverse-error';
import { targetOf } from './rows/lookup-target';
import type { RowStore } from './rows/row-store';
import { pointerKey, VERSION, type StoredRow } from './rows/stored-row';
import type { Rows } from './rows';
import type { RowWrite } from './write-operations';

/**
 * What has to be written to delete a row: rows that point at it lose the link, go with it, or forbid it, as their
 * relationship says.
 * @throws {DataverseError} 405 when a restricting relationship still has rows
 */
export function planDelete(rows: Rows, store: RowStore, row: StoredRow): RowWrite[] {
  const writes = new Map<string, RowWrite>();

  function remove(of: RowStore, doomed: StoredRow): void {
    const { logicalName, primaryId } = of.table;
    const id = String(doomed[primaryId]);
    const known = writes.get(`${logicalName}/${id}`);
    if (known !== undefined && known.after === undefined) return;
    writes.set(`${logicalName}/${id}`, { store: of, id, before: of.get(id), after: undefined });
    for (const table of rows.tables.values()) {
      const referencing = rows.store(table.logicalName);
      for (const column of table.columns.values()) {
        const target = column.targets?.find((one) => one.table === logicalName);
        if (target === undefined || target.onDelete === 'NoCascade') continue;
        for (const pointing of [...referencing.candidates({ kind: 'equals', column, value: id })]) {
          if (targetOf(column, pointing)?.table !== logicalName) continue;
          if (target.onDelete === 'Restrict') {
            throw new DataverseError(
              405,
              CODES.deleteRestricted,
              `The object you tried to delete is associated with another object and cannot be deleted: ${target.relationship}.`,
            );
          }
          if (target.onDelete === 'Cascade') remove(referencing, pointing);
          else unlink(referencing, pointing, column.logicalName);
        }
      }
    }
  }

  function unlink(of: RowStore, pointing: StoredRow, column: string): void {
    const id = String(pointing[of.table.primaryId]);
    const key = `${of.table.logicalName}/${id}`;
    const known = writes.get(key);
    if (known !== undefined && known.after === undefined) return;
    const { [column]: _removed, [pointerKey(column)]: _table, ...kept } = known?.after ?? pointing;
    const after = { ...kept, [VERSION]: rows.nextVersion() } as StoredRow;
    writes.set(key, { store: of, id, before: of.get(id), after });
  }

  remove(store, row);
  return [...writes.values()];
}
