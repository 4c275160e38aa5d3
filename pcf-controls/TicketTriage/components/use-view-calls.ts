import * as React from 'react';
import { EVERYTHING, filterOf, isEverything, type Query } from '../model/search';
import type { View } from '../model/view';
import type { Desk } from './desk';

type FilterExpression = ComponentFramework.PropertyHelper.DataSetApi.FilterExpression;

/** What the control may ask of the dataset: each is one call to the server, and each follows something a person did. */
export interface ViewCalls {
  readonly query: Query;
  search(query: Query): void;
  /** By the column, ascending; again, descending. */
  sortBy(column: string): void;
  refresh(): void;
  /** Asks for the next page, once for each end of the list. */
  loadNext(): void;
  loadPrevious(): void;
  /** Pages replace each other instead of adding up, as in canvas apps. */
  readonly replacesPages: boolean;
  /** Whether the rows there are now were asked for by `search`, `sortBy` or a page: what is new among them did not arrive. */
  readonly wasAskedFor: React.MutableRefObject<boolean>;
}

export function useViewCalls({ host, settings, columns, user }: Desk, view: View): ViewCalls {
  const [query, setQuery] = React.useState(EVERYTHING);
  const wasAskedFor = React.useRef(true);
  /** What the host filters by; ours is added to it. */
  const given = React.useRef<FilterExpression | undefined>(undefined);
  const isGivenKnown = React.useRef(false);
  const askedAt = React.useRef(-1);
  const replacesPages = view.hasPrevious || view.firstPage > 1;

  React.useEffect(() => {
    // Another list has another end.
    askedAt.current = -1;
  }, [view.ids]);

  const ask = React.useCallback((call: () => void) => {
    wasAskedFor.current = true;
    call();
  }, []);

  const search = React.useCallback(
    (next: Query) => {
      setQuery(next);
      const { filtering } = host.dataset;
      if (!isGivenKnown.current) {
        given.current = filtering.getFilter() ?? undefined;
        isGivenKnown.current = true;
      }
      const hasGiven = given.current !== undefined && given.current.conditions.length > 0;
      if (isEverything(next) && !hasGiven) filtering.clearFilter();
      else
        filtering.setFilter(
          filterOf(next, { inView: columns.inView }, settings.choices, {
            given: given.current,
            user: user.id,
            now: new Date(),
          }),
        );
      ask(() => host.dataset.refresh());
    },
    [host, columns, settings, user, ask],
  );

  const sortBy = React.useCallback(
    (column: string) => {
      const { sorting } = host.dataset;
      const descends = sorting[0]?.name === column && sorting[0].sortDirection === 0;
      sorting.splice(0, sorting.length, { name: column, sortDirection: descends ? 1 : 0 });
      ask(() => host.dataset.refresh());
    },
    [host, ask],
  );

  const loadNext = React.useCallback(() => {
    const { dataset } = host;
    if (dataset.loading || dataset.error || !dataset.paging.hasNextPage) return;
    const end = dataset.sortedRecordIds.length;
    if (askedAt.current === end) return;
    askedAt.current = end;
    ask(() => dataset.paging.loadNextPage());
  }, [host, ask]);

  const loadPrevious = React.useCallback(() => ask(() => host.dataset.paging.loadPreviousPage()), [host, ask]);
  const refresh = React.useCallback(() => host.dataset.refresh(), [host]);

  return { query, search, sortBy, refresh, loadNext, loadPrevious, replacesPages, wasAskedFor };
}
