import type { KeptState } from './kept-state';

/** Idempotency keys and what was answered under them, forgotten after a time. */
export interface RememberedKeys<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

interface Entry<T> {
  value: T;
  /** In milliseconds. */
  until: number;
}

/**
 * @param lifeMs how long a key is remembered, by the clock given
 * @param kept where the keys outlive the process, and under which name
 */
export function createRememberedKeys<T>(
  now: () => Date,
  lifeMs: number,
  kept?: { state: KeptState; as: string },
): RememberedKeys<T> {
  const stored = kept ? ([...kept.state.stored(kept.as)] as [string, Entry<T>][]) : [];
  const entries = new Map(stored.sort(([, one], [, other]) => one.until - other.until));
  return {
    get(key) {
      const entry = entries.get(key);
      return entry && entry.until > now().getTime() ? entry.value : undefined;
    },
    set(key, value) {
      const at = now().getTime();
      // Entries stand in the order of their time, so the old ones are at the front.
      for (const [old, { until }] of entries) {
        if (until > at) break;
        entries.delete(old);
        kept?.state.put(kept.as, old, undefined);
      }
      entries.delete(key);
      const entry = { value, until: at + lifeMs };
      entries.set(key, entry);
      kept?.state.put(kept.as, key, entry);
    },
  };
}
