import { propertyName, isLookup } from '../query/find-column';
import type { Relations } from '../query/compile-filter';
import type { Expansion } from '../query/parse-expand';
import type { Column, Table } from '../tables/table';
import { formattedValue } from './formatted-value';
import { SERVICE_ROOT } from './row-address';
import { VERSION, type StoredRow } from './stored-row';

const FORMATTED = '@OData.Community.Display.V1.FormattedValue';
const LOGICAL_NAME = '@Microsoft.Dynamics.CRM.lookuplogicalname';
const NAVIGATION = '@Microsoft.Dynamics.CRM.associatednavigationproperty';

/** A row as the Web API shows it, with all annotations. */
export type PresentedRow = Record<string, unknown>;

function presentLookup(shown: PresentedRow, column: Column, id: string, relations: Relations): void {
  const property = propertyName(column);
  const target = column.target;
  const table = target && relations.table(target.table);
  const name = table && relations.row(table.logicalName, id)?.[table.primaryName];
  if (name !== undefined) shown[`${property}${FORMATTED}`] = name;
  if (target !== undefined) {
    shown[`${property}${NAVIGATION}`] = target.navigationProperty;
    shown[`${property}${LOGICAL_NAME}`] = target.table;
  }
  shown[property] = id;
}

/**
 * Shows a row: lookups as `_name_value`, formatted values beside the values that have one, null without annotation.
 * @param columns what was selected; the primary key and the etag always come
 */
export function presentRow(
  row: StoredRow,
  table: Table,
  columns: Iterable<Column>,
  expansions: readonly Expansion[],
  relations: Relations,
): PresentedRow {
  const id = String(row[table.primaryId]);
  const shown: PresentedRow = {
    '@odata.type': `#Microsoft.Dynamics.CRM.${table.logicalName}`,
    '@odata.id': `${SERVICE_ROOT}${table.entitySetName}(${id})`,
    '@odata.etag': `W/"${row[VERSION]}"`,
    '@odata.editLink': `${table.entitySetName}(${id})`,
  };
  for (const column of columns) {
    const value = row[column.logicalName];
    if (value === undefined) {
      shown[propertyName(column)] = null;
    } else if (isLookup(column)) {
      presentLookup(shown, column, String(value), relations);
    } else {
      const formatted = formattedValue(column, value);
      if (formatted !== undefined) shown[`${column.logicalName}${FORMATTED}`] = formatted;
      shown[column.logicalName] = value;
    }
  }
  shown[table.primaryId] = id;
  for (const { lookup, table: other, columns: otherColumns } of expansions) {
    const otherId = row[lookup.logicalName];
    const otherRow = otherId === undefined ? undefined : relations.row(other.logicalName, String(otherId));
    shown[lookup.target!.navigationProperty] =
      otherRow === undefined ? null : presentRow(otherRow, other, otherColumns, [], relations);
  }
  return shown;
}
