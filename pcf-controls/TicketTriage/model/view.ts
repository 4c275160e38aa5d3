import { type ColumnNames, columnsOf, type TicketColumn, type ViewColumns } from './columns';

type DataSet = ComponentFramework.PropertyTypes.DataSet;
type Column = ComponentFramework.PropertyHelper.DataSetApi.Column;
export type TicketRecord = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord;

/** What a view's dataset holds at one moment. The platform changes datasets in place; this does not change. */
export interface View {
  readonly ids: readonly string[];
  readonly records: Readonly<Record<string, TicketRecord>>;
  readonly isLoading: boolean;
  /** Why it could not be loaded, in the host's words (maybe none). */
  readonly failure?: string;
  readonly sorting: DataSet['sorting'];
  readonly columns: ViewColumns;
  /** The view's columns by their logical names. */
  readonly shown: ReadonlyMap<string, Column>;
  /** How many rows the view has on the server; nothing while the platform does not know. */
  readonly total?: number;
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
  readonly firstPage: number;
}

/** A view and what it was made of, so that an equal one need not be made again. */
export interface Reading {
  readonly view: View;
  readonly key: string;
  readonly columnsKey: string;
}

/** What may change without the lists of rows being others. */
const keyOf = ({ loading, error, errorMessage, sorting, paging }: DataSet): string =>
  JSON.stringify([
    loading,
    error,
    errorMessage,
    sorting,
    paging.totalResultCount,
    paging.hasNextPage,
    paging.hasPreviousPage,
    paging.firstPageNumber,
  ]);

/**
 * Reads a dataset.
 * @param named what the property ticketColumns says
 * @returns the earlier reading itself when nothing has changed, which is what most updates of a host are
 */
export function readView(dataset: DataSet, named: ColumnNames<TicketColumn>, before?: Reading): Reading {
  const key = keyOf(dataset);
  const columnsKey = JSON.stringify([dataset.columns.map(({ name, alias }) => [name, alias]), named]);
  const { sortedRecordIds: ids, records, paging } = dataset;
  const hasSameColumns = before?.columnsKey === columnsKey;
  if (hasSameColumns && before.key === key && before.view.ids === ids && before.view.records === records) return before;
  const view: View = {
    ids,
    records,
    isLoading: dataset.loading,
    failure: dataset.error ? dataset.errorMessage : undefined,
    sorting: dataset.sorting.map((one) => ({ ...one })),
    columns: hasSameColumns ? before.view.columns : columnsOf(dataset, named),
    shown: hasSameColumns ? before.view.shown : new Map(dataset.columns.map((column) => [column.name, column])),
    total: paging.totalResultCount >= 0 ? paging.totalResultCount : undefined,
    hasNext: paging.hasNextPage,
    hasPrevious: paging.hasPreviousPage,
    firstPage: paging.firstPageNumber,
  };
  return { view, key, columnsKey };
}
