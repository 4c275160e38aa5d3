import type { StoredRow } from './rows/stored-row';
import type { Table } from '../../solution/tables/table';

/** Values of `subscriptionRequest/message` for a single kind of change. */
export type ChangeKind = 'added' | 'deleted' | 'modified';

/** A committed change of one row, as row triggers see it. */
export interface RowChange {
  kind: ChangeKind;
  table: Table;
  id: string;
  /** The row after the change; before it when it was deleted. */
  row: StoredRow;
  /** Logical names of the columns in the request, whether their value changed or not. */
  columns: ReadonlySet<string>;
}
