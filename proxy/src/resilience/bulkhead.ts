import type { Deadline } from './deadline';

/** Lets only so many calls to one vendor run at once, so that a slow vendor cannot take all sockets and memory. */
export interface Bulkhead {
  /**
   * Waits for a place, but not beyond the deadline. First come, first served.
   * @returns gives the place back; calling it again does nothing
   * @throws {BulkheadFull} when no place could be had
   */
  enter(deadline: Deadline): Promise<() => void>;
}

/** Too many calls run and wait already, or no place became free in time. */
export class BulkheadFull extends Error {
  override name = 'BulkheadFull';
}

export interface BulkheadOptions {
  /** Calls that run at once. */
  most: number;
  /** Calls that wait for a place; one more fails at once. */
  mostWaiting: number;
}

/** As many as there are connections to a vendor; those who wait are the look-ups of a few busy seconds. */
export const BULKHEAD_DEFAULTS: BulkheadOptions = { most: 16, mostWaiting: 64 };

export function createBulkhead({ most, mostWaiting }: BulkheadOptions = BULKHEAD_DEFAULTS): Bulkhead {
  let running = 0;
  const waiting: (() => void)[] = [];

  const place = () => {
    let given = false;
    return () => {
      if (given) return;
      given = true;
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    };
  };

  return {
    async enter(deadline) {
      if (running < most) {
        running += 1;
        return place();
      }
      if (deadline.signal?.aborted) throw new BulkheadFull('nobody waits for the answer any more');
      if (waiting.length >= mostWaiting) throw new BulkheadFull('too many calls wait already');
      await new Promise<void>((resolve, reject) => {
        const leave = () => {
          clearTimeout(timer);
          deadline.signal?.removeEventListener('abort', giveUp);
        };
        const called = () => {
          leave();
          resolve();
        };
        const giveUp = () => {
          leave();
          waiting.splice(waiting.indexOf(called), 1);
          reject(new BulkheadFull('no place became free in time'));
        };
        const timer = setTimeout(giveUp, Math.max(0, deadline.remainingMs()));
        deadline.signal?.addEventListener('abort', giveUp, { once: true });
        waiting.push(called);
      });
      return place();
    },
  };
}
