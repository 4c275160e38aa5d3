/** Keeps calls away from a vendor that fails, and lets one through now and then to see whether it is back. */
export interface CircuitBreaker {
  /** Whether calls are kept away now; asking changes nothing. */
  rests(): boolean;
  /** Whether a call may be made now. A call that may is followed by exactly one `succeeded`, `failed` or `abandoned`. */
  allows(): boolean;
  succeeded(): void;
  failed(): void;
  /** The call ended for a reason that says nothing about the vendor. */
  abandoned(): void;
  /** The vendor said that it answers nobody for so many seconds; ends the call like the three above. */
  exhausted(seconds: number): void;
  /** Seconds after which to ask again: until the trial call, or what the vendor said; zero while closed. */
  secondsToWait(): number;
}

export interface BreakerOptions {
  /** Failed and other calls are counted over this many milliseconds. */
  windowMs: number;
  /** Opens at this many failures in the window, if they are also at least half of the calls. */
  failures: number;
  /** Opens at this many failures with no success between them, however slowly they come. */
  inARow: number;
  /** Milliseconds from opening to the trial call. */
  restMs: number;
  /** A vendor that is exhausted for hours is tried again after so many milliseconds all the same: quotas get raised. */
  longestRestMs: number;
}

export const BREAKER_DEFAULTS: BreakerOptions = {
  windowMs: 10_000,
  failures: 10,
  inARow: 5,
  restMs: 5_000,
  longestRestMs: 60_000,
};

/** Creates a closed breaker. Unlike a queueing one it never makes a caller wait for somebody else's trial call. */
export function createCircuitBreaker(
  options: BreakerOptions = BREAKER_DEFAULTS,
  clock: () => number = () => performance.now(),
): CircuitBreaker {
  let windowStart = clock();
  let good = 0;
  let bad = 0;
  let badInARow = 0;
  let open: { trialAt: number; saidUntil: number } | null = null;
  let trying = false;

  const restart = () => {
    windowStart = clock();
    good = 0;
    bad = 0;
  };
  const roll = () => {
    if (clock() - windowStart > options.windowMs) restart();
  };
  const rests = () => open !== null && (trying || clock() < open.trialAt);
  const openFor = (trialMs: number, saidMs: number) => {
    open = { trialAt: clock() + trialMs, saidUntil: clock() + saidMs };
  };

  return {
    rests,
    allows() {
      if (rests()) return false;
      trying = open !== null;
      return true;
    },
    succeeded() {
      badInARow = 0;
      if (open !== null) {
        open = null;
        trying = false;
        restart();
      }
      roll();
      good += 1;
    },
    failed() {
      roll();
      bad += 1;
      badInARow += 1;
      const trialFailed = trying;
      trying = false;
      const isDown = badInARow >= options.inARow || (bad >= options.failures && bad >= good);
      if (trialFailed || (open === null && isDown)) openFor(options.restMs, options.restMs);
    },
    abandoned() {
      trying = false;
    },
    exhausted(seconds) {
      trying = false;
      openFor(Math.min(seconds * 1000, options.longestRestMs), seconds * 1000);
    },
    secondsToWait() {
      if (open === null) return 0;
      return Math.max(1, Math.ceil((Math.max(open.trialAt, open.saidUntil) - clock()) / 1000));
    },
  };
}
