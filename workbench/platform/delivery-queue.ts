import type { Journal } from '../state/journal';
import type { PendingWork } from '../state/outbox';

/** One run a flow owes: what its trigger hands over, kept until the run has ended. */
export interface Delivery {
  flowId: string;
  outputs: { headers?: Record<string, string>; body?: unknown };
  /** ISO 8601, UTC. */
  acceptedOn: string;
}

/** Deliveries waiting and under way; those of an earlier process come first. */
export interface DeliveryQueue {
  /** Waiting and under way. */
  readonly size: number;
  /** Nothing runs, and nothing waits that is still to begin. */
  readonly isIdle: boolean;
  /** Prepares deliveries to be stored with the event behind them. @param taken told each key, before its run begins */
  prepare(deliveries: readonly Delivery[], taken?: (key: string) => void): PendingWork;
  /** Begins to work. */
  start(): void;
  /** Begins no further run. */
  stop(): void;
  /** Settles when nothing waits or runs; after `stop`, when nothing runs. @throws what a run threw */
  idle(): Promise<void>;
}

/**
 * Opens the queue kept in a journal under a name. A delivery is removed after its run has ended, so one that a kill interrupts is
 * run again (at least once).
 * @param concurrency how many run at the same time
 * @param run runs one; when it throws, the delivery stays for the next start
 */
export function openDeliveryQueue(
  journal: Journal,
  name: string,
  concurrency: number,
  run: (delivery: Delivery, key: string) => Promise<void>,
): DeliveryQueue {
  const collection = `platform/${name}`;
  const kept = journal.collection<Delivery>(collection);
  let waiting = [...kept.entries()].map(([key]) => key).sort();
  let next = 0;
  let running = 0;
  let active = false;
  let stopped = false;
  let lastNumber = Number(waiting.at(-1) ?? 0);
  let failure: { error: unknown } | undefined;
  let listeners: (() => void)[] = [];

  function isIdle(): boolean {
    return running === 0 && (stopped || next >= waiting.length);
  }

  function pump(): void {
    while (active && !stopped && running < concurrency && next < waiting.length) {
      const key = waiting[next]!;
      // Taken before it begins: a run may accept further deliveries at once, which comes back here.
      next += 1;
      void work(key);
    }
    // The part already taken is cut off now and then, so that a long life does not gather keys.
    if (next > 1000 && next * 2 > waiting.length) {
      waiting = waiting.slice(next);
      next = 0;
    }
    if (!isIdle()) return;
    const told = listeners;
    listeners = [];
    for (const tell of told) tell();
  }

  async function work(key: string): Promise<void> {
    const delivery = kept.get(key);
    if (delivery === undefined) return;
    running += 1;
    try {
      await run(delivery, key);
      kept.delete(key);
    } catch (error) {
      failure ??= { error };
    } finally {
      running -= 1;
      pump();
    }
  }

  return {
    get size() {
      return kept.size;
    },
    get isIdle() {
      return isIdle();
    },
    prepare(deliveries, taken) {
      const keyed = deliveries.map((delivery) => {
        lastNumber += 1;
        return { key: String(lastNumber).padStart(12, '0'), delivery };
      });
      return {
        changes: keyed.map(({ key, delivery }) => ({ collection, key, value: delivery })),
        begin() {
          for (const { key } of keyed) {
            taken?.(key);
            waiting.push(key);
          }
          pump();
        },
      };
    },
    start() {
      active = true;
      pump();
    },
    stop() {
      stopped = true;
      pump();
    },
    async idle() {
      if (!isIdle()) await new Promise<void>((resolve) => listeners.push(resolve));
      if (failure !== undefined) throw failure.error;
    },
  };
}
