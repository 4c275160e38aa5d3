import { type Clock } from './types';

/** Timers beyond 2^31 ms fire at once in Node.js, so longer waits are taken in parts. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The wall clock. */
export function createRealClock(): Clock {
  return { now: () => new Date(), sleep, hold: () => () => undefined };
}

async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  for (let left = ms; left > 0; left -= LONGEST_TIMER) await wait(Math.min(left, LONGEST_TIMER), signal);
}

function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal!.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', abort, { once: true });
  });
}
