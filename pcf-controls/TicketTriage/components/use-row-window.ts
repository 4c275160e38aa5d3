import * as React from 'react';
import { type Heights, lineAt, linesInPage, scrolledTo } from '../model/row-window';

interface Wanted {
  readonly scroller: React.RefObject<HTMLElement>;
  readonly heights: Heights;
  /** Pixels that are in sight at most. */
  readonly height: number;
  /** Lines kept ready above and below what is in sight. */
  readonly beyond: number;
  /** The line that is always in the page. */
  readonly kept: number;
}

/** The lines of a long list that are in the page, following the scrolling; rendered again only when they change. */
export function useRowWindow({ scroller, heights, height, beyond, kept }: Wanted): {
  readonly lines: readonly number[];
  /** Brings a line into sight. */
  readonly scrollTo: (line: number) => void;
} {
  const [top, setTop] = React.useState(0);
  // The first line in sight decides; pixels between two lines need no rendering.
  const first = lineAt(top, heights);
  const seen = React.useRef({ first, heights });
  seen.current = { first, heights };

  React.useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const follow = () => {
      if (lineAt(element.scrollTop, seen.current.heights) !== seen.current.first) setTop(element.scrollTop);
    };
    element.addEventListener('scroll', follow, { passive: true });
    return () => element.removeEventListener('scroll', follow);
  }, [scroller]);

  const scrollTo = React.useCallback(
    (line: number) => {
      const element = scroller.current;
      if (!element) return;
      // The heading of the table stays above the lines and takes its height from them.
      const above = (element.lastElementChild as HTMLElement | null)?.offsetTop ?? 0;
      const sight = { top: element.scrollTop, height: Math.max(heights.row, element.clientHeight - above) };
      const wanted = scrolledTo(line, heights, sight);
      if (wanted !== element.scrollTop) element.scrollTop = wanted;
    },
    [scroller, heights],
  );

  return { lines: linesInPage(heights, { top, height }, { beyond, kept }), scrollTo };
}
