import * as React from 'react';
import type { Group, Lines } from '../model/group';
import { CELLS, type Layout } from '../model/layout';
import { topOf } from '../model/row-window';
import type { Selection } from '../model/selection';
import type { TicketRecord, View } from '../model/view';
import { useDesk } from './desk';
import { QueueHeader } from './QueueHeader';
import { QueueRow } from './QueueRow';
import { useRowWindow } from './use-row-window';

/** The line the keyboard stands on. */
export interface ActiveLine {
  readonly line: number;
  /** Whether the line shall take the focus when it is there. */
  readonly takesFocus: boolean;
}

interface Props {
  readonly view: View;
  readonly lines: Lines<string>;
  readonly layout: Layout;
  readonly height: number;
  /** The element that scrolls, for whoever wants to know whether somebody has scrolled. */
  readonly scroller: React.RefObject<HTMLDivElement>;
  readonly selection: Selection<TicketRecord>;
  readonly active: ActiveLine;
  readonly openId: string | undefined;
  readonly headingOf: (group: Group<string>) => string;
  /** A line was clicked: on its box, or with the keys that choose. */
  readonly onLine: (line: number, how: 'open' | 'toggle' | 'extend') => void;
  readonly onOpenForm: (line: number) => void;
  readonly onFocusLine: (line: number) => void;
  readonly onSort: (column: string) => void;
  readonly onSelectAll: () => void;
  readonly onNearEnd: () => void;
}

/** Lines kept ready above and below what is in sight. */
const BEYOND = 4;
/** How many lines before the end the next page is asked for. */
const NEAR_END = 30;

/** The line an event happened on. */
const lineOf = (target: EventTarget): number | undefined => {
  const element = (target as Element).closest('[data-line]');
  return element === null ? undefined : Number(element.getAttribute('data-line'));
};

/** The list of tickets as an ARIA grid. Only the lines in sight are in the page, and the one the keyboard stands on. */
export const QueueGrid: React.FC<Props> = (props) => {
  const { view, lines, layout, height, scroller, selection, active, openId, onNearEnd } = props;
  const { words } = useDesk();
  const hasFocus = React.useRef(false);
  const heights = React.useMemo(
    () => ({
      count: lines.count,
      headings: lines.headings,
      row: layout.rowHeight,
      heading: layout.headingHeight,
    }),
    [lines, layout],
  );
  const { lines: inPage, scrollTo } = useRowWindow({ scroller, heights, height, beyond: BEYOND, kept: active.line });

  const focused = React.useRef<ActiveLine>(active);
  React.useLayoutEffect(() => {
    const asksFor = active.takesFocus && focused.current !== active;
    // A row that went away with a refresh took the focus with it.
    const wasLost = hasFocus.current && document.activeElement === document.body;
    if (!asksFor && !wasLost) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-line="${active.line}"]`);
    if (!row) return;
    focused.current = active;
    if (asksFor) scrollTo(active.line);
    row.focus({ preventScroll: true });
  });

  const lastSeen = inPage[inPage.length - 1] ?? 0;
  React.useEffect(() => {
    if (lastSeen >= lines.count - NEAR_END) onNearEnd();
  }, [lastSeen, lines.count, onNearEnd]);

  const chosen = React.useMemo(() => {
    if (selection.size === 0) return 'none';
    const here = view.ids.filter((id) => selection.has(id)).length;
    if (here === 0) return 'none';
    return here === view.ids.length ? 'all' : 'some';
  }, [selection, view.ids]);

  // With the heading; groups are made of what is loaded, a list without them goes on at the server.
  const goesOn = view.hasNext && lines.headings.length === 0;
  const rowCount = !goesOn ? lines.count + 1 : view.total === undefined ? -1 : view.total + 1;

  // Another page in place of the last one begins at its top.
  const page = React.useRef(view.firstPage);
  React.useLayoutEffect(() => {
    if (page.current !== view.firstPage && scroller.current) scroller.current.scrollTop = 0;
    page.current = view.firstPage;
  }, [view.firstPage, scroller]);

  const onClick = (event: React.MouseEvent) => {
    const line = lineOf(event.target);
    if (line === undefined) return;
    if (event.shiftKey) props.onLine(line, 'extend');
    else if (event.ctrlKey || event.metaKey || (event.target as Element).closest('[data-select]'))
      props.onLine(line, 'toggle');
    else props.onLine(line, 'open');
  };

  return (
    <div
      ref={scroller}
      role="grid"
      className="tt-grid"
      aria-label={words('Queue_Label')}
      aria-multiselectable="true"
      aria-rowcount={rowCount}
      aria-colcount={layout.kind === 'table' ? CELLS.length : 3}
      aria-busy={view.isLoading}
      onClick={onClick}
      onDoubleClick={(event) => {
        const line = lineOf(event.target);
        if (line !== undefined) props.onOpenForm(line);
      }}
      onFocus={(event) => {
        hasFocus.current = true;
        const line = lineOf(event.target);
        if (line !== undefined && line !== active.line) props.onFocusLine(line);
      }}
      onBlur={() => {
        hasFocus.current = false;
      }}
    >
      {layout.kind === 'table' && (
        <QueueHeader
          view={view}
          layout={layout}
          chosen={chosen}
          onSort={props.onSort}
          onSelectAll={props.onSelectAll}
        />
      )}
      <div
        role="rowgroup"
        className="tt-body"
        style={{ height: topOf(lines.count, heights), '--tt-template': layout.template } as React.CSSProperties}
      >
        {inPage.map((index) => {
          const line = lines.at(index);
          const start = topOf(index, heights);
          if (line.kind === 'heading') {
            const { group, isOpen } = line;
            return (
              <div
                key={`heading ${group.key}`}
                role="row"
                className="tt-heading"
                data-line={index}
                aria-rowindex={index + 2}
                aria-expanded={isOpen}
                tabIndex={index === active.line ? 0 : -1}
                style={{ transform: `translateY(${start}px)`, height: layout.headingHeight }}
              >
                <span role="gridcell" aria-colindex={1} aria-colspan={CELLS.length}>
                  {props.headingOf(group)}
                </span>
              </div>
            );
          }
          const id = view.ids[line.row] ?? '';
          const record = view.records[id];
          if (record === undefined) return null;
          return (
            <QueueRow
              key={id}
              record={record}
              line={index}
              top={start}
              layout={layout}
              isSelected={selection.has(id)}
              isActive={index === active.line}
              isOpen={id === openId}
            />
          );
        })}
      </div>
    </div>
  );
};
