import { compileFilter, type Relations } from './query/compile-filter';
import type { ChangeKind, RowChange } from './row-change';
import type { Table } from './tables/table';

/** `subscriptionRequest` of a row trigger, as flows carry it. */
export interface SubscriptionRequest {
  /** 1 added, 2 deleted, 3 modified, 4 added or modified, 5 added or deleted, 6 modified or deleted, 7 any. */
  message: number;
  /** Logical name of the table. */
  entityname: string;
  /** Comma-separated columns; an update counts only when its request names one of them. */
  filteringattributes?: string;
  /** OData filter over the row. */
  filterexpression?: string;
}

// Source: the connector's enumeration of "Change type".
const KINDS: Readonly<Record<number, readonly ChangeKind[]>> = {
  1: ['added'],
  2: ['deleted'],
  3: ['modified'],
  4: ['added', 'modified'],
  5: ['added', 'deleted'],
  6: ['modified', 'deleted'],
  7: ['added', 'modified', 'deleted'],
};

/**
 * Prepares a row trigger's test, once per flow.
 * @throws {DataverseError} 400 when the filter cannot be read; Error when the message is not 1 to 7
 */
export function compileSubscription(
  request: SubscriptionRequest,
  table: Table,
  relations: Relations,
): (change: RowChange) => boolean {
  const kinds = KINDS[request.message];
  if (kinds === undefined) throw new Error(`The row trigger's message has to be 1 to 7, not ${request.message}.`);
  const columns = (request.filteringattributes ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const expression = request.filterexpression?.trim();
  const filter = expression ? compileFilter(expression, table, relations) : undefined;
  return (change) =>
    change.table.logicalName === table.logicalName &&
    kinds.includes(change.kind) &&
    (change.kind !== 'modified' || columns.length === 0 || columns.some((name) => change.columns.has(name))) &&
    (filter === undefined || change.kind === 'deleted' || filter.matches(change.row));
}
