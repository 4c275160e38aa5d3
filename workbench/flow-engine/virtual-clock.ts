import { type Clock } from './types';

interface Timer {
  at: number;
  order: number;
  wake: () => void;
  background: boolean;
  cancelled: boolean;
}

export interface VirtualClock extends Clock {
  /** Sleepers that still wait, those in the background too. */
  readonly waiting: number;
  /**
   * Lets time pass up to an instant and no further: wakes everyone due until then, those in the background too. Afterwards the
   * clock is free again, so what needs it to stand there has to happen before anything else is awaited. One at a time.
   */
  runUntil(instant: Date): Promise<void>;
}

/**
 * A clock that never waits. It stands still while anything is held or computes; when nothing is, it jumps to the next
 * timer. Sleepers wake one at a time, by time and then by the order in which they went to sleep, so a run with the same
 * inputs takes the same course. Real input and output must be held (`hold`), else the clock takes it for idleness; code
 * that only awaits settled promises need not be.
 *
 * Sleepers in the background (schedules, which never end) do not move time: they wake when it passes them on the way to
 * another sleeper, or in `runUntil`. So a simulation with schedules comes to rest by itself, and `runUntil` takes it
 * through as many days as it likes.
 */
export function createVirtualClock(start: Date): VirtualClock {
  const timers = new TimerHeap();
  let time = start.getTime();
  let order = 0;
  let holds = 0;
  let scheduled = false;
  let goal: { time: number; reached: () => void } | undefined;

  const hasReason = (): boolean => goal !== undefined || timers.inForeground > 0;

  const schedule = (): void => {
    if (scheduled || holds > 0 || !hasReason()) return;
    scheduled = true;
    // An immediate runs only after every settled promise has been followed up.
    setImmediate(() => {
      scheduled = false;
      if (holds > 0 || !hasReason()) return;
      const next = timers.takeFirst(goal?.time);
      if (next) {
        time = Math.max(time, next.at);
        next.wake();
      } else if (goal) {
        const { reached } = goal;
        time = Math.max(time, goal.time);
        goal = undefined;
        reached();
      }
      schedule();
    });
  };

  return {
    now: () => new Date(time),
    get waiting() {
      return timers.size;
    },
    hold() {
      holds += 1;
      let released = false;
      return () => {
        if (released) return;
        released = true;
        holds -= 1;
        schedule();
      };
    },
    runUntil(instant) {
      if (goal) return Promise.reject(new Error('The clock is already on its way to an instant.'));
      return new Promise((resolve) => {
        goal = { time: instant.getTime(), reached: resolve };
        schedule();
      });
    },
    sleep(ms, signal, { background = false } = {}) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason as Error);
        const abort = (): void => {
          timers.cancel(timer);
          reject(signal!.reason as Error);
        };
        const wake = (): void => {
          signal?.removeEventListener('abort', abort);
          resolve();
        };
        const at = time + Math.max(0, ms);
        const timer: Timer = { at, order: (order += 1), wake, background, cancelled: false };
        timers.add(timer);
        signal?.addEventListener('abort', abort, { once: true });
        schedule();
      });
    },
  };
}

/** A binary heap; cancelled timers stay in it until they come up or make up half of it. */
class TimerHeap {
  private heap: Timer[] = [];
  private cancelled = 0;
  /** Timers that move time by themselves. */
  inForeground = 0;

  get size(): number {
    return this.heap.length - this.cancelled;
  }

  add(timer: Timer): void {
    if (!timer.background) this.inForeground += 1;
    this.insert(timer);
  }

  private insert(timer: Timer): void {
    this.heap.push(timer);
    let child = this.heap.length - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.before(child, parent)) break;
      this.swap(child, parent);
      child = parent;
    }
  }

  cancel(timer: Timer): void {
    timer.cancelled = true;
    this.cancelled += 1;
    if (!timer.background) this.inForeground -= 1;
    if (this.cancelled > 64 && this.cancelled * 2 > this.heap.length) {
      const kept = this.heap.filter((other) => !other.cancelled);
      this.heap = [];
      this.cancelled = 0;
      for (const other of kept) this.insert(other);
    }
  }

  /** The next timer, unless it lies behind a limit. */
  takeFirst(limit = Infinity): Timer | undefined {
    for (let first = this.heap[0]; first && first.at <= limit; first = this.heap[0]) {
      this.pop();
      if (!first.cancelled) {
        if (!first.background) this.inForeground -= 1;
        return first;
      }
      this.cancelled -= 1;
    }
    return undefined;
  }

  private pop(): void {
    const last = this.heap.pop();
    if (!last || this.heap.length === 0) return;
    this.heap[0] = last;
    let parent = 0;
    for (;;) {
      let least = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2]) {
        if (child < this.heap.length && this.before(child, least)) least = child;
      }
      if (least === parent) return;
      this.swap(parent, least);
      parent = least;
    }
  }

  private before(left: number, right: number): boolean {
    const a = this.heap[left]!;
    const b = this.heap[right]!;
    return a.at < b.at || (a.at === b.at && a.order < b.order);
  }

  private swap(left: number, right: number): void {
    [this.heap[left], this.heap[right]] = [this.heap[right]!, this.heap[left]!];
  }
}
