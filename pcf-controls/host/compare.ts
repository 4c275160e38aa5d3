import type * as ReactNamespace from 'react';
import { createDataset } from '../mocks/dataset';
import type { DatasetRecord } from '../mocks/dataset-record';
import { TICKET_COLUMNS, ticketAt } from '../mocks/samples/tickets';
import { type Measurable, measureList } from './measure';
import { painted } from './stage';

type Component = ReactNamespace.ComponentType<Record<string, unknown>>;
interface Column {
  columnId: string;
  renderHeaderCell(): string;
  renderCell(item: DatasetRecord): string;
}
/** What is used of Fluent 8 and 9, as the platform has them. */
interface Platform {
  React: typeof ReactNamespace;
  ReactDOM: { render(element: unknown, container: Element): void };
  FluentUIReactv81211: { DetailsList: Component; SelectionMode: { multiple: number } };
  FluentUIReactv940: Record<
    | 'FluentProvider'
    | 'DataGrid'
    | 'DataGridHeader'
    | 'DataGridHeaderCell'
    | 'DataGridBody'
    | 'DataGridRow'
    | 'DataGridCell',
    Component
  > & { createTableColumn(column: Column): Column; webLightTheme: object };
}
const { React, ReactDOM, FluentUIReactv81211, FluentUIReactv940 } = window as unknown as Platform;
const element = React.createElement;

/** The columns of the queue that a person sees at a glance. */
const SHOWN = [
  'resolutionDue',
  'title',
  'number',
  'customerName',
  'channel',
  'priority',
  'status',
  'intent',
  'sentiment',
];
const COLUMNS = SHOWN.flatMap((alias) => TICKET_COLUMNS.filter((column) => column.alias === alias));

/** Fluent 8's list, which shows only the rows near the window. */
function detailsList(items: readonly DatasetRecord[]): () => ReactNamespace.ReactElement {
  const columns = COLUMNS.map(({ name, displayName }) => ({ key: name, name: displayName, minWidth: 90 }));
  const onRenderItemColumn = (item: DatasetRecord, _: number, column: { key: string }) =>
    item.getFormattedValue(column.key);
  const getKey = (item: DatasetRecord) => item.getRecordId();
  const selectionMode = FluentUIReactv81211.SelectionMode.multiple;
  return () =>
    element(FluentUIReactv81211.DetailsList, {
      items,
      columns,
      onRenderItemColumn,
      getKey,
      selectionMode,
      setKey: 'all',
    });
}

/** Fluent 9's grid, which shows every row. */
function dataGrid(items: readonly DatasetRecord[]): () => ReactNamespace.ReactElement {
  const { FluentProvider, DataGrid, DataGridHeader, DataGridHeaderCell, DataGridBody, DataGridRow, DataGridCell } =
    FluentUIReactv940;
  const columns = COLUMNS.map(({ name, displayName }) =>
    FluentUIReactv940.createTableColumn({
      columnId: name,
      renderHeaderCell: () => displayName,
      renderCell: (item) => item.getFormattedValue(name),
    }),
  );
  const heading = (column: Column) => element(DataGridHeaderCell, null, column.renderHeaderCell());
  const header = element(DataGridHeader, null, element(DataGridRow, { children: heading }));
  const row = ({ item, rowId }: { item: DatasetRecord; rowId: string }) =>
    element(DataGridRow, {
      key: rowId,
      children: (column: Column) => element(DataGridCell, null, column.renderCell(item)),
    });
  const body = element(DataGridBody, { children: row });
  const getRowId = (item: DatasetRecord) => item.getRecordId();
  const options = { items, columns, getRowId, selectionMode: 'multiselect', focusMode: 'cell' };
  return () =>
    element(FluentProvider, { theme: FluentUIReactv940.webLightTheme }, element(DataGrid, options, header, body));
}

const LISTS: Readonly<Record<string, typeof dataGrid>> = { DetailsList: detailsList, DataGrid: dataGrid };

async function main(): Promise<void> {
  const asked = new URLSearchParams(location.search);
  const list = LISTS[asked.get('list') ?? 'DetailsList'];
  if (!list) throw new Error(`list is one of ${Object.keys(LISTS).join(', ')}.`);
  const count = Number(asked.get('rows') ?? '1000');
  const now = Date.now();
  const rows = (index: number) => ticketAt(index, now);
  const dataset = createDataset({ entity: 'rcc_ticket', columns: TICKET_COLUMNS, rows, count, firstLoad: count });
  await dataset.settled();
  const items = dataset.sortedRecordIds.map((id) => dataset.records[id] as DatasetRecord);
  const view = list(items);
  const place = document.getElementById('control') as HTMLElement;
  const update = () => {
    ReactDOM.render(view(), place);
  };
  const begun = performance.now();
  update();
  const firstPaint = painted().then(() => performance.now() - begun);
  Object.assign(window, { stage: { update, firstPaint } satisfies Measurable, measureList });
}

main().catch((problem: Error) => {
  (document.getElementById('control') as HTMLElement).textContent = problem.message;
});
