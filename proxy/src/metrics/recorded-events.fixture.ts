import type { NewEvent } from '../events/event';
import { openMemoryStore } from '../events/memory-store';
import type { Store } from '../events/store';

let writes = 0;

/** Stores events as one write. */
export async function record(store: Store, events: readonly NewEvent[]): Promise<void> {
  const key = `write ${(writes += 1)}`;
  const write = { operation: 'Test', key, bodyHash: '', status: 200, answer: {}, events };
  await store.write(write, new Date(events.at(-1)?.occurredAt ?? 0));
}

/** A store for the tests of a file; `recordAnew` puts events in place of all that it holds. */
export function useEvents() {
  let store: Store | undefined;
  const opened = (): Store => {
    if (store === undefined) throw new Error('The store is open while tests run.');
    return store;
  };
  beforeAll(async () => {
    store = await openMemoryStore();
  });
  afterAll(() => opened().close());
  return {
    get store() {
      return opened();
    },
    async recordAnew(events: readonly NewEvent[]): Promise<void> {
      await opened().database.script('DELETE FROM event');
      await record(opened(), events);
    },
  };
}
