import type { ActionStore } from '../../proxy/src/commerce/actions/action-store';

/** What happens to one write: the process dies before or after it, or the database only loses the answer or the write. */
export const WRITE_FATES = ['dies_before', 'dies_after', 'fails_before', 'fails_after'] as const;
export type WriteFate = (typeof WRITE_FATES)[number];

/** The process is gone; nothing it was about to do happens any more. */
export class Crash extends Error {
  override name = 'Crash';
}

/** The store as one run of the process sees it. */
export interface CrashingStore extends ActionStore {
  isDead(): boolean;
}

/** @param next decides what happens to the next write; null for nothing */
export function createCrashingStore(store: ActionStore, next: () => WriteFate | null): CrashingStore {
  let dead = false;
  const alive = () => {
    if (dead) throw new Crash('this process has ended');
  };
  async function write<T>(work: () => Promise<T>): Promise<T> {
    alive();
    const fate = next();
    const hit = (): never => {
      if (fate === 'dies_before' || fate === 'dies_after') {
        dead = true;
        throw new Crash(`the process ${fate.replace('_', ' ')} a write`);
      }
      throw new Error('the connection to the database was lost');
    };
    if (fate === 'dies_before' || fate === 'fails_before') return hit();
    const result = await work();
    return fate === null ? result : hit();
  }
  async function read<T>(work: () => Promise<T>): Promise<T> {
    alive();
    const result = await work();
    alive();
    return result;
  }
  return {
    find: (key) => read(() => store.find(key)),
    due: (now, limit) => read(() => store.due(now, limit)),
    begin: (action, events, now) => write(() => store.begin(action, events, now)),
    save: (action, events, now) => write(() => store.save(action, events, now)),
    isDead: () => dead,
  };
}
