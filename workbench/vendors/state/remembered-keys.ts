/** Idempotency keys and what was answered under them, forgotten after a time. */
export interface RememberedKeys<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

/** @param lifeMs how long a key is remembered, by the clock given */
export function createRememberedKeys<T>(now: () => Date, lifeMs: number): RememberedKeys<T> {
  const entries = new Map<string, { value: T; until: number }>();
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
      }
      entries.delete(key);
      entries.set(key, { value, until: at + lifeMs });
    },
  };
}
