import { CODES, DataverseError } from './dataverse-error';
import { compileFilter } from './query/compile-filter';
import { unknownProperty } from './query/find-column';
import type { Relations } from './query/relations';
import type { ChangeKind, RowChange } from './row-change';
import type { Table } from '../../solution/tables/table';

/** `subscriptionRequest` of a row trigger, as flows carry it. */
export interface SubscriptionRequest {
  /** 1 added, 2 deleted, 3 modified, 4 added or modified, 5 added or deleted, 6 modified or deleted, 7 any. */
  message: number;
  /** Logical name of the table. */
  entityname: string;
  /** Whose rows: 1 the user's own, 2 those of the business unit, 3 of it and those below, 4 all; 4 when left out. */
  scope?: number;
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
 * @throws {DataverseError} 400 for a filter that cannot be read, an unknown filtering column or scope; Error when the
 *   message is not 1 to 7
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
  for (const name of columns) if (!table.open && !table.columns.has(name)) throw unknownProperty(table, name);
  const inScope = compileScope(request.scope ?? 4, table, relations);
  const expression = request.filterexpression?.trim();
  const filter = expression ? compileFilter(expression, table, relations) : undefined;
  return (change) =>
    change.table.logicalName === table.logicalName &&
    kinds.includes(change.kind) &&
    inScope(change) &&
    (change.kind !== 'modified' || columns.length === 0 || columns.some((name) => change.columns.has(name))) &&
    (filter === undefined || change.kind === 'deleted' || filter.matches(change.row));
}

/** Rows of a table without owners belong to the organization, which every scope includes. */
function compileScope(scope: number, table: Table, { asking }: Relations): (change: RowChange) => boolean {
  if (![1, 2, 3, 4].includes(scope)) {
    throw new DataverseError(400, CODES.badPayload, `The row trigger's scope has to be 1 to 4, not ${scope}.`);
  }
  // With one business unit at the root, "it and those below" is every row.
  if (scope > 2 || !table.columns.has('ownerid')) return () => true;
  if (scope === 1) return ({ row }) => row.ownerid === asking.userId;
  return ({ row }) => (row.owningbusinessunit ?? asking.businessUnitId) === asking.businessUnitId;
}
