import type { TicketColumn } from './columns';

/** A cell of the table, with the columns of the view it shows: the first is the one it is sorted by. */
interface Cell {
  readonly cell: CellName;
  /** Pixels it needs at least. */
  readonly width: number;
  /** Its share of the width that is left over; none when left out. */
  readonly grows?: number;
  readonly shows: readonly TicketColumn[];
  /** The higher, the earlier it gives way when there is little room; never when left out. */
  readonly givesWay?: number;
}

export type CellName =
  'select' | 'time' | 'ticket' | 'customer' | 'channel' | 'priority' | 'status' | 'intent' | 'sentiment' | 'next';

export const CELLS: readonly Cell[] = [
  { cell: 'select', width: 36, shows: [] },
  { cell: 'time', width: 164, shows: ['resolutionDue', 'firstResponseDue'] },
  { cell: 'ticket', width: 200, grows: 3, shows: ['title', 'number', 'orderNumber', 'trackingState'] },
  { cell: 'customer', width: 130, grows: 1, shows: ['customerName', 'customerEmail'], givesWay: 3 },
  { cell: 'channel', width: 84, shows: ['channel', 'language'], givesWay: 6 },
  { cell: 'priority', width: 92, shows: ['priority'], givesWay: 2 },
  { cell: 'status', width: 120, grows: 1, shows: ['status', 'agent'], givesWay: 1 },
  { cell: 'intent', width: 132, grows: 1, shows: ['intent', 'confidence'], givesWay: 4 },
  { cell: 'sentiment', width: 100, shows: ['sentiment'], givesWay: 5 },
  { cell: 'next', width: 140, shows: [], givesWay: 2 },
];

/** Below this width a table cannot be read: each ticket becomes a card. */
const NARROWEST_TABLE = 560;
/** From this width the preview has room beside the list. */
const SIDE_BY_SIDE = 900;

/** How the queue is laid out in the width it got. */
export interface Layout {
  readonly kind: 'table' | 'cards';
  readonly cells: readonly CellName[];
  /** CSS `grid-template-columns` of the cells. */
  readonly template: string;
  /** Pixels of a row, of the heading of a group. */
  readonly rowHeight: number;
  readonly headingHeight: number;
}

/** @param width pixels the list has */
export function layoutOf(width: number): Layout {
  if (width < NARROWEST_TABLE) return { kind: 'cards', cells: [], template: '', rowHeight: 116, headingHeight: 40 };
  const cells = [...CELLS];
  while (cells.reduce((sum, cell) => sum + cell.width, 0) > width) {
    const most = Math.max(...cells.map(({ givesWay = 0 }) => givesWay));
    if (most === 0) break;
    cells.splice(cells.map(({ givesWay = 0 }) => givesWay).lastIndexOf(most), 1);
  }
  return {
    kind: 'table',
    cells: cells.map(({ cell }) => cell),
    template: cells
      .map((cell) => (cell.grows ? `minmax(${cell.width}px, ${cell.grows}fr)` : `${cell.width}px`))
      .join(' '),
    rowHeight: 52,
    headingHeight: 40,
  };
}

/** How the width is shared between the list and an open preview; a part without room has none. */
export function shareWidth(width: number, isOpen: boolean): { list: number; preview: number } {
  if (!isOpen) return { list: width, preview: 0 };
  if (width < SIDE_BY_SIDE) return { list: 0, preview: width };
  const preview = Math.round(Math.min(560, Math.max(380, width * 0.42)));
  return { list: width - preview, preview };
}
