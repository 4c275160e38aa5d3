/** The moment by which everything must have answered, carried through every call made for one question. */
export interface Deadline {
  /** Milliseconds left; zero or less when it has passed. */
  remainingMs(): number;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
}

/** Starts a deadline of `ms` milliseconds from now on the monotonic clock. */
export function startDeadline(ms: number, signal?: AbortSignal): Deadline {
  const end = performance.now() + ms;
  return { remainingMs: () => end - performance.now(), signal };
}

/**
 * Waits, but not beyond the given signal.
 * @throws the signal's reason when it is aborted first
 */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

/** The longest a timer can be set for. */
const FOREVER_MS = 2 ** 31 - 1;

/**
 * Waits for a promise, but not beyond the deadline, nor when nobody waits any more.
 * @throws what `late` makes when that comes first
 */
export async function within<T>(promise: Promise<T>, deadline: Deadline, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let giveUp: () => void = () => undefined;
  const alarm = new Promise<never>((_, reject) => {
    giveUp = () => reject(late());
    timer = setTimeout(giveUp, Math.min(FOREVER_MS, Math.max(0, deadline.remainingMs())));
    if (deadline.signal?.aborted) giveUp();
    deadline.signal?.addEventListener('abort', giveUp, { once: true });
  });
  try {
    return await Promise.race([promise, alarm]);
  } finally {
    clearTimeout(timer);
    deadline.signal?.removeEventListener('abort', giveUp);
  }
}
