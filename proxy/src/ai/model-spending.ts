import type { EventPayload } from '../events/event-kinds';
import { type Deadline, startDeadline, within } from '../resilience/deadline';
import { AiFailure } from './ai-failure';
import type { ModelLedger } from './model-ledger';

/** What calls cost, as the ledger knows it and before it does. */
export interface ModelSpending {
  /** Takes a call down beside whatever else goes on. */
  add(use: EventPayload<'ai.used'>): void;
  /**
   * US dollars since the local day began.
   * @throws {AiFailure} `store` when the ledger does not tell within half of the time that is left
   */
  today(deadline: Deadline): Promise<number>;
  /** As far as is known without the ledger: what it told last, and the calls taken down since. */
  known(): number;
  /** Resolves when every call so far is taken down, or could not be. */
  settled(): Promise<void>;
}

const HOUR_MS = 3_600_000;
/** What could not be stored counts for so long: rather into the next day than not at all. */
const HOURS_REMEMBERED = 24;

/**
 * @param clock milliseconds that only grow
 * @param onLost told of a call that could not be taken down; it counts in this process for a day
 */
export function createModelSpending(
  ledger: ModelLedger,
  clock: () => number,
  onLost: (cost: number, problem: unknown) => void,
): ModelSpending {
  const lostByHour = new Map<number, number>();
  const recording = new Set<Promise<void>>();
  let underWay = 0;
  let added = 0;
  /** What the ledger told last, and how much had been added by then. */
  let told = { cost: 0, added: 0 };

  const hour = (): number => Math.floor(clock() / HOUR_MS);

  function lose(cost: number, problem: unknown): void {
    lostByHour.set(hour(), (lostByHour.get(hour()) ?? 0) + cost);
    onLost(cost, problem);
  }

  function lost(): number {
    for (const then of lostByHour.keys()) if (then <= hour() - HOURS_REMEMBERED) lostByHour.delete(then);
    return [...lostByHour.values()].reduce((sum, cost) => sum + cost, 0);
  }

  return {
    add(use) {
      underWay += use.cost;
      added += use.cost;
      const record = async (): Promise<void> => {
        try {
          await ledger.record(use);
        } catch (problem) {
          lose(use.cost, problem);
        } finally {
          underWay -= use.cost;
        }
      };
      const recorded = record();
      recording.add(recorded);
      void recorded.then(() => recording.delete(recorded));
    },

    async today(deadline) {
      // Before the ledger is asked: a call stored meanwhile counts twice this once, but none is left out.
      const unknown = underWay + lost();
      const addedBefore = added;
      const missing = () => new AiFailure('store');
      const inTime = startDeadline(deadline.remainingMs() / 2, deadline.signal);
      const stored = await within(ledger.spentToday(), inTime, missing).catch(() => {
        throw missing();
      });
      told = { cost: stored + unknown, added: addedBefore };
      return told.cost;
    },

    known: () => told.cost + added - told.added,

    async settled() {
      await Promise.all(recording);
    },
  };
}
