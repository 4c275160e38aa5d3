import { newEvent } from '../../events/event';
import type { Store } from '../../events/store';
import type { DeskMemory, DeskRows, DeskTimes } from './desk-times';
import { type DeskDefaults, readDeskTimes } from './read-desk-times';

const withoutEmptyColumns = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, column]) => column !== null)
          .sort(([one], [other]) => (one < other ? -1 : 1)),
      )
    : value;

/** The same text for rows that say the same: an empty column is one left out, the order of policies means nothing. */
const described = ({ business_hours, sla_policies = [] }: DeskRows): string => {
  const policies = [...sla_policies].sort((one, other) => (one.priority < other.priority ? -1 : 1));
  return JSON.stringify([business_hours ?? 'not told', policies], withoutEmptyColumns);
};

/**
 * Makes the memory of the desk's times. What it knows is the last `desk.described` event and it is read each time: so
 * all instances of the service know the same, and rows whose request failed were never told.
 */
export function createDeskMemory(
  store: Pick<Store, 'latestEvent'>,
  defaults: DeskDefaults,
  now: () => Date,
): DeskMemory {
  // A calendar remembers what it has worked out, so it is kept while the rows stay the same.
  let last: { rows: string; times: DeskTimes } | undefined;
  return {
    async timesFor({ business_hours, sla_policies }) {
      const known = (await store.latestEvent('desk.described'))?.payload as DeskRows | undefined;
      const rows = {
        business_hours: business_hours ?? known?.business_hours,
        sla_policies: [...(sla_policies ?? known?.sla_policies ?? [])],
      };
      const text = described(rows);
      if (last?.rows !== text) last = { rows: text, times: readDeskTimes(rows, defaults) };
      const changed = text !== described(known ?? {});
      return { times: last.times, events: changed ? [newEvent('desk.described', rows, now())] : [] };
    },
  };
}
