import type { Column, Labels, Table } from '../../solution/tables/table';
import type { View } from '../../solution/views/read-views';
import type { ColumnView, LabelView, TableView } from './desk-data';

const labelOf = (labels: Labels): LabelView => Object.fromEntries(labels);

const columnView = ({ logicalName, type, labels, dateOnly, options }: Column): ColumnView => ({
  name: logicalName,
  type,
  label: labelOf(labels),
  ...(dateOnly ? { dateOnly } : {}),
  ...(options
    ? { options: [...options.values()].map(({ value, labels }) => ({ value, label: labelOf(labels) })) }
    : {}),
});

/** A table with its columns and views, in every language it has. */
export function tableView(table: Table, views: readonly View[]): TableView {
  return {
    name: table.logicalName,
    set: table.entitySetName,
    primaryId: table.primaryId,
    primaryName: table.primaryName,
    columns: [...table.columns.values()].map(columnView),
    views: views.map(({ id, labels, columns, fetchXml }) => ({ id, label: labelOf(labels), columns, fetchXml })),
  };
}
