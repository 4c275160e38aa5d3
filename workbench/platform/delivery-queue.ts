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
  /** Waiting and under way of one flow. */
  owedBy(flowId: string): number;
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

/** A run's place among those that work at the same time. */
export interface Place {
  /** Lets others work while the run only waits; call the result when it goes on. */
  leave(): () => void;
}

/**
 * Opens the queue kept in a journal under a name. A delivery is removed after its run has ended, so one that a kill interrupts is
 * run again (at least once).
 * @param concurrency how many work at the same time; one that left its place does not count
 * @param run runs one; when it throws, the delivery stays for the next start
 * @param limitOf how many runs of one flow go on at the same time, if there is a limit; the others do not wait behind them
 */
export function openDeliveryQueue(
  journal: Journal,
  name: string,
  concurrency: number,
  run: (delivery: Delivery, key: string, place: Place) => Promise<void>,
  limitOf: (flowId: string) => number | undefined = () => undefined,
): DeliveryQueue {
  const collection = `platform/${name}`;
  const kept = journal.collection<Delivery>(collection);
  let waiting = [...kept.entries()].map(([key]) => key).sort();
  let next = 0;
  let running = 0;
  let working = 0;
  let active = false;
  let stopped = false;
  let lastNumber = Number(waiting.at(-1) ?? 0);
  let failure: { error: unknown } | undefined;
  let listeners: (() => void)[] = [];
  const runningOf = new Map<string, number>();
  /** Keys taken off the line until a run of the same flow ends. */
  const heldBack = new Map<string, string[]>();

  function isIdle(): boolean {
    return running === 0 && (stopped || (next >= waiting.length && heldBack.size === 0));
  }

  function pump(): void {
    while (active && !stopped && working < concurrency) {
      const key = nextKey();
      if (key === undefined) break;
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

  /** Takes the oldest key whose flow may begin a run; taken before it begins, as a run may accept deliveries at once. */
  function nextKey(): string | undefined {
    for (const [flowId, keys] of heldBack) {
      if (isFull(flowId)) continue;
      const key = keys.shift();
      if (keys.length === 0) heldBack.delete(flowId);
      if (key !== undefined) return key;
    }
    while (next < waiting.length) {
      const key = waiting[next]!;
      next += 1;
      const flowId = kept.get(key)?.flowId;
      if (flowId === undefined || !isFull(flowId)) return key;
      const keys = heldBack.get(flowId);
      if (keys) keys.push(key);
      else heldBack.set(flowId, [key]);
    }
    return undefined;
  }

  function isFull(flowId: string): boolean {
    return (runningOf.get(flowId) ?? 0) >= (limitOf(flowId) ?? Infinity);
  }

  function count(flowId: string, change: 1 | -1): void {
    running += change;
    runningOf.set(flowId, (runningOf.get(flowId) ?? 0) + change);
  }

  async function work(key: string): Promise<void> {
    const delivery = kept.get(key);
    if (delivery === undefined) return;
    count(delivery.flowId, 1);
    working += 1;
    let away = 0;
    const move = (change: 1 | -1): void => {
      if (away === 0) working -= 1;
      away += change;
      if (away === 0) working += 1;
    };
    const place: Place = {
      leave() {
        move(1);
        pump();
        return () => move(-1);
      },
    };
    try {
      await run(delivery, key, place);
      kept.delete(key);
    } catch (error) {
      failure ??= { error };
    } finally {
      count(delivery.flowId, -1);
      if (away === 0) working -= 1;
      pump();
    }
  }

  return {
    get size() {
      return kept.size;
    },
    owedBy: (flowId) => [...kept.values()].filter((one) => one.flowId === flowId).length,
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
