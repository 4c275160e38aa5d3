import { type TriggerPlan } from '../flow';

/** Lets so many runs of a flow go at a time as its trigger allows; further starts wait their turn. */
export class TriggerConcurrency {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly limits: Pick<TriggerPlan, 'concurrentRuns' | 'maximumWaitingRuns'>) {}

  /**
   * Runs now or when it is its turn.
   * @returns undefined when as many starts wait already as may: the platform turns this one away (429)
   */
  start<T>(run: () => Promise<T>): Promise<T> | undefined {
    const { concurrentRuns, maximumWaitingRuns = Infinity } = this.limits;
    if (concurrentRuns === undefined) return run();
    if (this.running < concurrentRuns) return this.take(run);
    if (this.waiting.length >= maximumWaitingRuns) return undefined;
    return new Promise<void>((resolve) => this.waiting.push(resolve)).then(() => this.hold(run));
  }

  private take<T>(run: () => Promise<T>): Promise<T> {
    this.running += 1;
    return this.hold(run);
  }

  /** Runs in a place that is taken, which then goes to the next in line. */
  private async hold<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
