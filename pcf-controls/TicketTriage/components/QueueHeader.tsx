import * as React from 'react';
import { type CellName, CELLS, type Layout } from '../model/layout';
import type { View } from '../model/view';
import { useDesk } from './desk';

interface Props {
  readonly view: View;
  readonly layout: Layout;
  /** All that is loaded is chosen, some of it, or nothing. */
  readonly chosen: 'all' | 'some' | 'none';
  readonly onSort: (column: string) => void;
  readonly onSelectAll: () => void;
}

/** The column of the view a cell is sorted by; nothing when the view has none that can be. */
export function sortColumn(cell: CellName, { columns, shown }: View): string | undefined {
  const candidates = CELLS.find((one) => one.cell === cell)?.shows ?? [];
  const name = candidates.map((column) => columns.inView[column]).find((column) => column !== undefined);
  return name === undefined || shown.get(name)?.disableSorting ? undefined : name;
}

/** Whether the view lacks all that a cell shows. */
const isUnmapped = (cell: CellName, { columns }: View): boolean => {
  const { shows = [] } = CELLS.find((one) => one.cell === cell) ?? {};
  return shows.length > 0 && shows.every((column) => columns.inView[column] === undefined);
};

const CHECKED = { all: true, some: 'mixed', none: false } as const;

/** The headings of the table: names, the order of the view, and the box that chooses what is loaded. */
export const QueueHeader: React.FC<Props> = ({ view, layout, chosen, onSort, onSelectAll }) => {
  const { words } = useDesk();
  const sorted = view.sorting[0];
  return (
    <div role="row" className="tt-header" aria-rowindex={1} style={{ gridTemplateColumns: layout.template }}>
      {layout.cells.map((cell) => {
        const colindex = CELLS.findIndex((one) => one.cell === cell) + 1;
        if (cell === 'select')
          return (
            <div key={cell} role="columnheader" className="tt-cell tt-select" aria-colindex={colindex}>
              <button
                type="button"
                role="checkbox"
                aria-checked={CHECKED[chosen]}
                aria-label={words('Queue_SelectLoaded', view.ids.length)}
                title={words('Queue_SelectLoaded', view.ids.length)}
                className="tt-box"
                onClick={onSelectAll}
              />
            </div>
          );
        const column = sortColumn(cell, view);
        const direction = column !== undefined && sorted?.name === column ? sorted.sortDirection : undefined;
        const ariaSort = direction === 0 ? 'ascending' : direction === 1 ? 'descending' : 'none';
        const title = words(`Cell_${cell}`);
        return (
          <div
            key={cell}
            role="columnheader"
            className="tt-cell"
            aria-colindex={colindex}
            aria-sort={column === undefined ? undefined : ariaSort}
          >
            {column === undefined ? (
              <span className="tt-line" title={isUnmapped(cell, view) ? words('Queue_Unmapped', title) : title}>
                {title}
              </span>
            ) : (
              <button
                type="button"
                className="tt-sort"
                title={words('Queue_SortBy', view.shown.get(column)?.displayName ?? title)}
                onClick={() => onSort(column)}
              >
                {title}
              </button>
            )}
            {isUnmapped(cell, view) && (
              <span className="tt-line tt-quiet" title={words('Queue_Unmapped', title)}>
                {words('Queue_NotMapped')}
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
};
