import type { Clock } from '../flow-engine/types';
import type { TriggerTimes } from './trigger-times';

/** A flow that starts by the clock. */
export interface ScheduledFlow {
  times: TriggerTimes;
  /** Starts its run; what it throws ends up in `failure`. */
  start(due: Date): void;
}

export interface Schedules {
  /** The first error of a start, if any. */
  readonly failure: { error: unknown } | undefined;
  start(): void;
  /** Starts no further run. */
  stop(): void;
}

/**
 * Starts flows when they are due. They sleep in the background: on a virtual clock, schedules alone do not move time.
 */
export function createSchedules(flows: readonly ScheduledFlow[], clock: Clock): Schedules {
  const over = new AbortController();
  let failure: Schedules['failure'];

  async function keep({ times, start }: ScheduledFlow): Promise<void> {
    for (let due = times.next(); due; due = times.next()) {
      const left = due.getTime() - clock.now().getTime();
      if (left > 0) {
        await clock.sleep(left, over.signal, { background: true });
        // A machine that slept too long has missed it; the next round finds out.
        continue;
      }
      if (over.signal.aborted) return;
      start(due);
    }
  }

  return {
    get failure() {
      return failure;
    },
    start() {
      for (const flow of flows) {
        keep(flow).catch((error: unknown) => {
          if (!over.signal.aborted) failure ??= { error };
        });
      }
    },
    stop: () => over.abort(new Error('The platform is closing.')),
  };
}
