import { isLookup, propertyName } from '../query/find-column';
import type { Expansion } from '../query/parse-expand';
import type { Relations } from '../query/relations';
import { rowsBehind } from '../query/rows-behind';
import { openColumn } from '../tables/open-table';
import type { Column, Table } from '../../../solution/tables/table';
import { formattedValue } from './formatted-value';
import { targetOf } from './lookup-target';
import { SERVICE_ROOT } from './row-address';
import { isPointer, pointerKey, VERSION, type StoredRow } from './stored-row';

export const FORMATTED = '@OData.Community.Display.V1.FormattedValue';
const LOGICAL_NAME = '@Microsoft.Dynamics.CRM.lookuplogicalname';
const NAVIGATION = '@Microsoft.Dynamics.CRM.associatednavigationproperty';

/** A row as the Web API shows it, with all annotations. */
export type PresentedRow = Record<string, unknown>;

/** Shows one value under a name, with its annotations; null without any. */
export function presentValue(
  shown: PresentedRow,
  name: string,
  column: Column,
  row: StoredRow,
  relations: Relations,
): void {
  const value = row[column.logicalName];
  if (value === undefined) {
    shown[name] = null;
    return;
  }
  if (isLookup(column)) {
    const target = targetOf(column, row);
    const table = target && relations.table(target.table);
    const label = table && relations.row(table.logicalName, String(value))?.[table.primaryName];
    if (label !== undefined) shown[`${name}${FORMATTED}`] = label;
    if (target !== undefined) {
      shown[`${name}${NAVIGATION}`] = target.navigationProperty;
      shown[`${name}${LOGICAL_NAME}`] = target.table;
    }
  } else {
    const currency = column.type === 'money' ? relations.currencyOf(row) : undefined;
    const formatted = formattedValue(column, value, currency);
    if (formatted !== undefined) shown[`${name}${FORMATTED}`] = formatted;
  }
  shown[name] = value;
}

/** All columns of a row; of an open table's row also those that came with it. */
export function allColumns(row: StoredRow, table: Table): Iterable<Column> {
  if (!table.open) return table.columns.values();
  const further = Object.keys(row)
    .filter((name) => !name.includes('@') && !table.columns.has(name))
    .map((name) => openColumn(name, isPointer(row, name) ? 'lookup' : 'open'));
  return [...table.columns.values(), ...further];
}

/** With money always comes its currency. */
function withCurrency(columns: readonly Column[], table: Table): readonly Column[] {
  const currency = table.columns.get('transactioncurrencyid');
  if (currency === undefined || columns.includes(currency)) return columns;
  return columns.some(({ type }) => type === 'money') ? [...columns, currency] : columns;
}

/**
 * Shows a row: lookups as `_name_value`, formatted values beside the values that have one, null without annotation.
 * @param columns what was selected, undefined for all; the primary key and the etag always come
 */
export function presentRow(
  row: StoredRow,
  table: Table,
  columns: readonly Column[] | undefined,
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
  for (const column of columns === undefined ? allColumns(row, table) : withCurrency(columns, table)) {
    presentValue(shown, propertyName(column), column, row, relations);
  }
  shown[table.primaryId] = id;
  for (const expansion of expansions) presentExpansion(shown, expansion, row, table, relations);
  return shown;
}

function presentExpansion(
  shown: PresentedRow,
  expansion: Expansion,
  row: StoredRow,
  table: Table,
  relations: Relations,
): void {
  const { name, navigation, columns, expansions } = expansion;
  const present = (other: StoredRow, of: Table) => presentRow(other, of, columns, expansions, relations);
  const single = (lookup: string, target: string | undefined) => {
    const other = relations.behind(row, lookup, target);
    const of = other && relations.table(String(row[pointerKey(lookup)] ?? target));
    shown[name] = other === undefined || of === undefined ? null : present(other, of);
  };
  if (navigation.kind === 'single') {
    const { column, target } = navigation;
    // Of a lookup to several tables each has a navigation property; only that of the row's table shows it.
    const pointed = targetOf(column, row);
    if (pointed === undefined || pointed.navigationProperty === target.navigationProperty) {
      single(column.logicalName, pointed?.table ?? target.table);
    } else shown[name] = null;
    return;
  }
  if (navigation.kind === 'unknown') {
    const id = String(row[table.primaryId]);
    const linked = [...relations.linked(name, table.logicalName, id)];
    const column = name.toLowerCase();
    if (linked.length > 0) shown[name] = linked.map((one) => present(one.row, one.table));
    else if (looksLikeCollection(expansion) && row[column] === undefined) shown[name] = [];
    else single(column, undefined);
    return;
  }
  const rows = [...rowsBehind(navigation, table, relations)(row)].filter(expansion.filter ?? (() => true));
  if (expansion.order !== undefined) rows.sort(expansion.order);
  shown[name] = rows.slice(0, expansion.top).map((other) => present(other, navigation.table));
  const address = `${SERVICE_ROOT}${table.entitySetName}(${String(row[table.primaryId])})/${name}`;
  shown[`${name}@odata.nextLink`] = expansion.options === '' ? address : `${address}?${expansion.options}`;
}

/** An open table does not say which of its navigation properties are collections; options and names give hints. */
function looksLikeCollection({ name, filter, order, top }: Expansion): boolean {
  return filter !== undefined || order !== undefined || top !== undefined || /_(?:association|membership)$/i.test(name);
}
