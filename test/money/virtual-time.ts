/** A clock that moves only when somebody waits. */
export interface VirtualTime {
  now(): Date;
  /** Moves on; what was set for a moment on the way happens at that moment. @param ms never back */
  pass(ms: number): void;
  /** Sets something for later. */
  after(ms: number, work: () => void): void;
}

export function createVirtualTime(start: Date): VirtualTime {
  let now = start.getTime();
  let waiting: { at: number; work: () => void }[] = [];
  return {
    now: () => new Date(now),
    pass(ms) {
      const end = now + Math.max(0, Math.ceil(ms));
      for (;;) {
        const [next] = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        waiting = waiting.filter((one) => one !== next);
        now = Math.max(now, next.at);
        next.work();
      }
      now = end;
    },
    after(ms, work) {
      waiting.push({ at: now + ms, work });
    },
  };
}
