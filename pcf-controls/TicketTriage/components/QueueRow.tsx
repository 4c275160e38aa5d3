import * as React from 'react';
import { CELLS, type Layout } from '../model/layout';
import type { TicketRecord } from '../model/view';
import { CELL, choiceText } from './Cells';
import { useDesk } from './desk';

interface Props {
  readonly record: TicketRecord;
  /** Its line in the list, counted from 0, and pixels from the top of the list. */
  readonly line: number;
  readonly top: number;
  readonly layout: Layout;
  readonly isSelected: boolean;
  /** The row that Tab reaches. */
  readonly isActive: boolean;
  /** Its preview is open. */
  readonly isOpen: boolean;
}

const COLUMN_INDEX = new Map(CELLS.map(({ cell }, index) => [cell, index + 1]));

/** Where a click chooses the ticket; to a screen reader the row itself says whether it is chosen. */
const SELECT = <div key="select" role="gridcell" className="tt-cell tt-select" aria-colindex={1} data-select="" />;

/** A ticket in the list: a line of a table, or a card where there is little width. */
export const QueueRow = React.memo<Props>(function QueueRow(props) {
  const { record, line, top, layout, isSelected, isActive, isOpen } = props;
  const desk = useDesk();
  const ticket = desk.read(record);
  const name = [ticket.number, ticket.title].filter(Boolean).join(', ');
  const about = [ticket.customerName ?? ticket.customerEmail, choiceText(desk, ticket, 'status')]
    .filter(Boolean)
    .join(' · ');
  return (
    <div
      role="row"
      className={`tt-row tt-${layout.kind}`}
      data-line={line}
      data-open={isOpen || undefined}
      aria-rowindex={line + 2}
      aria-selected={isSelected}
      aria-label={name || undefined}
      tabIndex={isActive ? 0 : -1}
      style={{ transform: `translateY(${top}px)`, height: layout.rowHeight }}
    >
      {layout.kind === 'table' ? (
        layout.cells.map((cell) =>
          cell === 'select' ? (
            SELECT
          ) : (
            <div key={cell} role="gridcell" className="tt-cell" aria-colindex={COLUMN_INDEX.get(cell)}>
              {CELL[cell](desk, ticket)}
            </div>
          ),
        )
      ) : (
        <>
          {SELECT}
          <div role="gridcell" className="tt-cell tt-card" aria-colindex={2}>
            {CELL.ticket(desk, ticket)}
            <span className="tt-line" title={about}>
              {about}
            </span>
            <span className="tt-line tt-card-foot">
              {CELL.priority(desk, ticket)}
              {CELL.next(desk, ticket)}
            </span>
          </div>
          <div role="gridcell" className="tt-cell tt-card-time" aria-colindex={3}>
            {CELL.time(desk, ticket)}
          </div>
        </>
      )}
    </div>
  );
});
