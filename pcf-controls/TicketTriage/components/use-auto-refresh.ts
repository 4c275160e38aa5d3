import * as React from 'react';
import type { View } from '../model/view';
import type { Desk } from './desk';

/**
 * Reads the first page again from time to time, as long as nobody has scrolled or loaded more: a list that was read on
 * would fall back to its beginning.
 * @param isAtRest whether a refresh disturbs nobody
 */
export function useAutoRefresh({ clock, settings, host }: Desk, view: View, isAtRest: () => boolean): void {
  const loadedAt = React.useRef(clock.now.getTime());
  const { ids, isLoading } = view;
  React.useEffect(() => {
    loadedAt.current = clock.now.getTime();
  }, [ids, isLoading, clock]);

  const every = settings.refreshMinutes * 60_000;
  React.useEffect(() => {
    if (every === 0) return undefined;
    return clock.subscribe(() => {
      const isDue = clock.now.getTime() - loadedAt.current >= every;
      if (!isDue || isLoading || ids.length > settings.pageSize || !isAtRest()) return;
      loadedAt.current = clock.now.getTime();
      host.dataset.refresh();
    });
  }, [every, clock, ids, isLoading, settings.pageSize, host, isAtRest]);
}
