import * as React from 'react';
import type { Lines } from '../model/group';
import type { View } from '../model/view';
import type { ActiveLine } from './QueueGrid';

export interface Place {
  readonly active: ActiveLine;
  /** The row of the view the active line shows; nothing on a heading. */
  readonly row: number | undefined;
  /** Goes to a line; one outside the list is the first or the last. @returns the line it went to */
  go(line: number, takesFocus: boolean): number;
}

/** What the active line was when it was last looked at. */
interface Standing {
  readonly id: string | undefined;
  readonly lines: Lines<string>;
  readonly ids: readonly string[];
  readonly firstPage: number;
}

/** Where the keyboard stands. After a refresh it is with the same ticket, or where that one was. */
export function useActiveLine(lines: Lines<string>, { ids, firstPage }: Pick<View, 'ids' | 'firstPage'>): Place {
  const [active, setActive] = React.useState<ActiveLine>({ line: 0, takesFocus: false });
  const row = rowAt(lines, active.line);
  const stood = React.useRef<Standing>();
  React.useLayoutEffect(() => {
    const before = stood.current;
    const isOtherList = before !== undefined && (before.lines !== lines || before.ids !== ids);
    // The ticket it stood on, wherever that is now; else the same place.
    const sameTicket = before?.id === undefined ? undefined : lines.lineOf(ids.indexOf(before.id));
    const isOtherPage = before !== undefined && before.firstPage !== firstPage;
    const samePlace = isOtherPage ? 0 : within(lines, active.line);
    const line = isOtherList ? (sameTicket ?? samePlace) : active.line;
    const reached = rowAt(lines, line);
    stood.current = { id: reached === undefined ? undefined : ids[reached], lines, ids, firstPage };
    if (line !== active.line) setActive({ line, takesFocus: false });
  }, [lines, ids, firstPage, active]);

  return {
    active,
    row,
    go(line, takesFocus) {
      const reached = within(lines, line);
      setActive({ line: reached, takesFocus });
      return reached;
    },
  };
}

const within = (lines: Lines<string>, line: number): number => Math.max(0, Math.min(line, lines.count - 1));

function rowAt(lines: Lines<string>, line: number): number | undefined {
  const found = line < lines.count ? lines.at(line) : undefined;
  return found?.kind === 'row' ? found.row : undefined;
}
