import * as React from 'react';
import { type CellName, CELLS, type Layout } from '../model/layout';
import type { Ticket } from '../model/ticket';
import type { TicketRecord } from '../model/view';
import {
  ChannelCell,
  choiceText,
  Customer,
  IntentCell,
  NextAction,
  PriorityCell,
  SentimentCell,
  StatusCell,
  TicketTitle,
  TimeLeft,
} from './Cells';
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

const CONTENT: Readonly<Record<Exclude<CellName, 'select'>, React.FC<{ ticket: Ticket }>>> = {
  time: TimeLeft,
  ticket: TicketTitle,
  customer: Customer,
  channel: ChannelCell,
  priority: PriorityCell,
  status: StatusCell,
  intent: IntentCell,
  sentiment: SentimentCell,
  next: NextAction,
};

const COLUMN_INDEX = new Map(CELLS.map(({ cell }, index) => [cell, index + 1]));

/** Where a click chooses the ticket; to a screen reader the row itself says whether it is chosen. */
const SelectCell: React.FC = () => (
  <div role="gridcell" className="tt-cell tt-select" aria-colindex={1} data-select="" />
);

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
        layout.cells.map((cell) => {
          if (cell === 'select') return <SelectCell key={cell} />;
          const Content = CONTENT[cell];
          return (
            <div key={cell} role="gridcell" className="tt-cell" aria-colindex={COLUMN_INDEX.get(cell)}>
              <Content ticket={ticket} />
            </div>
          );
        })
      ) : (
        <>
          <SelectCell />
          <div role="gridcell" className="tt-cell tt-card" aria-colindex={2}>
            <TicketTitle ticket={ticket} />
            <span className="tt-line" title={about}>
              {about}
            </span>
            <span className="tt-line tt-card-foot">
              <PriorityCell ticket={ticket} />
              <NextAction ticket={ticket} />
            </span>
          </div>
          <div role="gridcell" className="tt-cell tt-card-time" aria-colindex={3}>
            <TimeLeft ticket={ticket} />
          </div>
        </>
      )}
    </div>
  );
});
