import type { StoredAction } from '../commerce/actions/action';
import { ActionMoved, type ActionStore, type Begun } from '../commerce/actions/action-store';
import { ACTION_MOVED, STORE_ACTION } from './action-function';
import type { Database } from './database';
import type { NewEvent } from './event';
import { storableJson } from './storable-json';

/** Keeps actions in the store of the service; the method `purge` of the store forgets them. */
export function createActionStore(database: Database): ActionStore {
  const write = async (action: StoredAction, readVersion: number, events: readonly NewEvent[], now: Date) => {
    const [row] = await database.query<{ obstacle: { known?: StoredAction; busy?: string } | null }>(STORE_ACTION, [
      action.key,
      readVersion,
      action.orderId,
      action.state === 'running',
      action.dueAt,
      action.endedAt,
      storableJson(action),
      now.toISOString(),
      storableJson(events),
    ]);
    return row?.obstacle ?? null;
  };
  return {
    async find(key) {
      const [row] = await database.query<{ action: StoredAction }>('SELECT action FROM money_action WHERE key = $1', [
        key,
      ]);
      return row?.action;
    },
    async begin(action, events, now): Promise<Begun> {
      const obstacle = await write({ ...action, version: 1 }, 0, events, now);
      if (obstacle === null) return { stored: true };
      return obstacle.known ? { stored: false, known: obstacle.known } : { stored: false, busyWith: obstacle.busy! };
    },
    async save(action, events, now) {
      const next = { ...action, version: action.version + 1 };
      try {
        await write(next, action.version, events, now);
      } catch (error) {
        if ((error as { code?: string }).code !== ACTION_MOVED) throw error;
        throw new ActionMoved('The action has moved on since it was read.');
      }
      return next;
    },
    async due(now, limit) {
      const rows = await database.query<{ action: StoredAction }>(
        'SELECT action FROM money_action WHERE due_at <= $1::timestamptz ORDER BY due_at LIMIT $2::integer',
        [now.toISOString(), limit],
      );
      return rows.map(({ action }) => action);
    },
  };
}
