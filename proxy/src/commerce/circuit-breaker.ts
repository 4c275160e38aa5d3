/** Keeps calls away from a vendor that fails, and lets one through now and then to see whether it is back. */
export interface CircuitBreaker {
  /** Whether a call may be made now. A call that may is followed by exactly one `succeeded`, `failed` or `abandoned`. */
  allows(): boolean;
  succeeded(): void;
  failed(): void;
  /** The call ended for a reason that says nothing about the vendor. */
  abandoned(): void;
  /** Seconds until the next trial call; zero while closed. */
  secondsUntilTrial(): number;
}

export interface BreakerOptions {
  /** Failed and other calls are counted over this many milliseconds. */
  windowMs: number;
  /** Opens at this many failures in the window, if they are also at least half of the calls. */
  failures: number;
  /** Milliseconds from opening to the trial call. */
  restMs: number;
}

export const BREAKER_DEFAULTS: BreakerOptions = { windowMs: 10_000, failures: 10, restMs: 5_000 };

/** Creates a closed breaker. Unlike a queueing one it never makes a caller wait for somebody else's trial call. */
export function createCircuitBreaker(
  options: BreakerOptions = BREAKER_DEFAULTS,
  clock: () => number = () => performance.now(),
): CircuitBreaker {
  let windowStart = clock();
  let good = 0;
  let bad = 0;
  let openedAt: number | null = null;
  let trying = false;

  const restart = () => {
    windowStart = clock();
    good = 0;
    bad = 0;
  };
  const roll = () => {
    if (clock() - windowStart > options.windowMs) restart();
  };

  return {
    allows() {
      if (openedAt === null) return true;
      if (trying || clock() - openedAt < options.restMs) return false;
      trying = true;
      return true;
    },
    succeeded() {
      if (openedAt !== null) {
        openedAt = null;
        trying = false;
        restart();
      }
      roll();
      good += 1;
    },
    failed() {
      roll();
      bad += 1;
      const trialFailed = trying;
      trying = false;
      if (trialFailed || (openedAt === null && bad >= options.failures && bad >= good)) openedAt = clock();
    },
    abandoned() {
      trying = false;
    },
    secondsUntilTrial() {
      return openedAt === null ? 0 : Math.max(1, Math.ceil((openedAt + options.restMs - clock()) / 1000));
    },
  };
}
