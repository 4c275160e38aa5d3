import { ActionMoved, type ActionStore } from '../../proxy/src/commerce/actions/action-store';
import type { StoredAction } from '../../proxy/src/commerce/actions/action';
import type { NewEvent } from '../../proxy/src/events/event';

/** Actions and events in memory, with everything that was ever stored to look at. */
export interface MemoryActionStore extends ActionStore {
  /** All actions in the order they were begun, as they are now. */
  actions(): StoredAction[];
  /** All events in the order they were stored. */
  events(): readonly NewEvent[];
}

/** Keeps actions as JSON text, so that nothing that was handed out can change what is stored. */
export function createMemoryActionStore(): MemoryActionStore {
  const stored = new Map<string, string>();
  const events: NewEvent[] = [];
  const read = (text: string) => JSON.parse(text) as StoredAction;
  const all = () => [...stored.values()].map(read);

  return {
    find: (key) => {
      const text = stored.get(key);
      return Promise.resolve(text === undefined ? undefined : read(text));
    },
    begin(action, news) {
      const known = stored.get(action.key);
      if (known !== undefined) return Promise.resolve({ stored: false, known: read(known) });
      const busy = all().find(({ orderId, state }) => orderId === action.orderId && state === 'running');
      if (busy) return Promise.resolve({ stored: false, busyWith: busy.key });
      stored.set(action.key, JSON.stringify({ ...action, version: 1 }));
      events.push(...news);
      return Promise.resolve({ stored: true });
    },
    save(action, news) {
      const known = stored.get(action.key);
      if (known === undefined || read(known).version !== action.version)
        return Promise.reject(new ActionMoved('the action has moved on'));
      const next = { ...action, version: action.version + 1 };
      stored.set(action.key, JSON.stringify(next));
      events.push(...news);
      return Promise.resolve(read(stored.get(action.key)!));
    },
    due(now, limit) {
      const waiting = all().filter(({ dueAt }) => dueAt !== null && Date.parse(dueAt) <= now.getTime());
      return Promise.resolve(waiting.sort((a, b) => Date.parse(a.dueAt!) - Date.parse(b.dueAt!)).slice(0, limit));
    },
    actions: all,
    events: () => events,
  };
}
