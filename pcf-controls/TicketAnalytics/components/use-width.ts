import * as React from 'react';

/** Pixels a chart needs at least. */
const LEAST = 240;

/**
 * The width an element has, kept up to date; until it is measured, what the host says.
 * @param allocated by the host; -1 or 0 when it does not know
 */
export function useWidth(element: React.RefObject<HTMLElement>, allocated: number): number {
  const [measured, setMeasured] = React.useState<number>();
  React.useLayoutEffect(() => {
    const { current } = element;
    if (current === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setMeasured(Math.floor(entry.contentRect.width));
    });
    setMeasured(Math.floor(current.clientWidth) || undefined);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return Math.max(LEAST, measured ?? (allocated > 0 ? allocated : 960));
}
