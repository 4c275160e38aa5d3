/** The time during which the service wants to be asked nothing, for all calls together. */
export interface ServicePause {
  /** Milliseconds until the service may be asked again; zero when it may. */
  msLeft(): number;
  /** The service limits calls. @param seconds the wait it asked for; null when it said none */
  begin(seconds: number | null): void;
  /** The service has answered. */
  answered(): void;
}

/** Waits of a day have been seen; nobody means more. */
const LONGEST_SECONDS = 86_400;
/** Timers may ring a little early: so little is no pause. */
const EARLY_MS = 5;
/** Without a word of the service each limit waits twice as long as the one before, up to this. */
const LONGEST_GUESS_SECONDS = 60;

/** @param clock milliseconds that only grow */
export function createServicePause(clock: () => number): ServicePause {
  let until = 0;
  let limitsInARow = 0;
  return {
    msLeft() {
      const left = until - clock();
      return left > EARLY_MS ? left : 0;
    },
    begin(seconds) {
      // Calls that ran side by side meet the same limit.
      if (until <= clock()) limitsInARow += 1;
      const guess = Math.min(LONGEST_GUESS_SECONDS, 2 ** (limitsInARow - 1));
      until = Math.max(until, clock() + Math.min(seconds ?? guess, LONGEST_SECONDS) * 1000);
    },
    answered() {
      limitsInARow = 0;
    },
  };
}
