import { type Clock, type SleepOptions } from './types';

/** Timers beyond 2^31 ms fire at once in Node.js, so longer waits are taken in parts. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** How late a background sleeper may notice that the machine's clock was set, or ran on while the machine slept. */
const LOOK_AT_CLOCK_MS = 30_000;

/** The wall clock. */
export function createRealClock(): Clock {
  return { now: () => new Date(), sleep, hold: () => () => undefined };
}

async function sleep(ms: number, signal?: AbortSignal, { background = false }: SleepOptions = {}): Promise<void> {
  if (!background) {
    for (let left = ms; left > 0; left -= LONGEST_TIMER) await wait(Math.min(left, LONGEST_TIMER), signal);
    return;
  }
  const end = Date.now() + ms;
  for (let left = ms; left > 0; left = end - Date.now()) await wait(Math.min(left, LOOK_AT_CLOCK_MS), signal);
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
