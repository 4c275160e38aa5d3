import { ActionMoved, type ActionStore } from '../../proxy/src/commerce/actions/action-store';
import type { StoredAction } from '../../proxy/src/commerce/actions/action';
import type { NewEvent } from '../../proxy/src/events/event';

/** Actions and events in memory, with everything that was ever stored to look at. */
export interface MemoryActionStore extends ActionStore {
  /** All actions in the order they were begun, as they are now. */
  actions(): StoredAction[];
  /** When the next unfinished action is due; null when all have ended. */
  nextDue(): Date | null;
  /** All events in the order they were stored. */
  events(): readonly NewEvent[];
}

/** An action as JSON text, so that nothing that was handed out can change what is stored; and what is asked for often. */
interface Kept extends Pick<StoredAction, 'version' | 'orderId' | 'state' | 'dueAt'> {
  text: string;
}

const keep = (action: StoredAction): Kept => {
  const { version, orderId, state, dueAt } = action;
  return { version, orderId, state, dueAt, text: JSON.stringify(action) };
};
const read = ({ text }: Kept) => JSON.parse(text) as StoredAction;

export function createMemoryActionStore(): MemoryActionStore {
  const stored = new Map<string, Kept>();
  const events: NewEvent[] = [];

  return {
    find(key) {
      const known = stored.get(key);
      return Promise.resolve(known && read(known));
    },
    begin(action, news) {
      const known = stored.get(action.key);
      if (known) return Promise.resolve({ stored: false, known: read(known) });
      for (const [busyWith, { orderId, state }] of stored)
        if (orderId === action.orderId && state === 'running') return Promise.resolve({ stored: false, busyWith });
      stored.set(action.key, keep({ ...action, version: 1 }));
      events.push(...news);
      return Promise.resolve({ stored: true });
    },
    save(action, news) {
      if (stored.get(action.key)?.version !== action.version)
        return Promise.reject(new ActionMoved('the action has moved on'));
      const next = keep({ ...action, version: action.version + 1 });
      stored.set(action.key, next);
      events.push(...news);
      return Promise.resolve(read(next));
    },
    due(now, limit) {
      const at = ({ dueAt }: Kept) => (dueAt === null ? Infinity : Date.parse(dueAt));
      const waiting = [...stored.values()].filter((one) => at(one) <= now.getTime());
      return Promise.resolve(
        waiting
          .sort((a, b) => at(a) - at(b))
          .slice(0, limit)
          .map(read),
      );
    },
    nextDue() {
      const dues = [...stored.values()].flatMap(({ dueAt }) => dueAt ?? []);
      return dues.length === 0 ? null : new Date(Math.min(...dues.map((due) => Date.parse(due))));
    },
    actions: () => [...stored.values()].map(read),
    events: () => events,
  };
}
