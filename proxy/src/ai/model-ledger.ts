import { randomUUID } from 'node:crypto';
import { newEvent } from '../events/event';
import type { EventPayload } from '../events/event-kinds';
import type { Store } from '../events/store';
import { type LocalDay, localDate, localDay } from '../metrics/local-day';

/** What calls of the language model cost, over all processes of one database. */
export interface ModelLedger {
  /** Takes a call down; known to every process when it returns. */
  record(use: EventPayload<'ai.used'>): Promise<void>;
  /** US dollars since the local day began. */
  spentToday(): Promise<number>;
}

/** Sequences become visible in their order, so what was added up once stays right and only later ones are read. */
const SPENT = `
  SELECT coalesce(sum((payload->>'cost')::double precision) FILTER (WHERE occurred_at < $3::timestamptz), 0) AS cost,
    coalesce(sum((payload->>'cost')::double precision) FILTER (WHERE occurred_at >= $3::timestamptz), 0) AS later,
    max(sequence) AS up_to
  FROM event WHERE type = 'ai.used' AND sequence > $1::bigint AND occurred_at >= $2::timestamptz`;

interface KnownSpending {
  day: LocalDay;
  cost: number;
  /** What processes whose clocks are ahead have spent on the next day. */
  later: number;
  upTo: number;
}

/** A new day goes on behind the last call that was read: those of all days before are not read again. */
const beginDay = (day: LocalDay, before?: KnownSpending): KnownSpending => ({
  day,
  cost: before?.day.to.getTime() === day.from.getTime() ? before.later : 0,
  later: 0,
  upTo: before?.upTo ?? 0,
});

/**
 * Keeps the ledger in the store's events.
 * @param timeZone whose day the budget is of
 */
export function createModelLedger(store: Store, now: () => Date, timeZone: string): ModelLedger {
  let known: KnownSpending | undefined;
  let reading: Promise<unknown> = Promise.resolve();

  async function read(): Promise<number> {
    const date = localDate(now(), timeZone);
    if (known?.day.date !== date) known = beginDay(localDay(date, timeZone), known);
    const so = known;
    const [row] = await store.database.query<{ cost: number; later: number; up_to: number | null }>(SPENT, [
      so.upTo,
      so.day.from.toISOString(),
      so.day.to.toISOString(),
    ]);
    so.cost += row?.cost ?? 0;
    so.later += row?.later ?? 0;
    so.upTo = row?.up_to ?? so.upTo;
    return so.cost;
  }

  return {
    async record(use) {
      const events = [newEvent('ai.used', use, now())];
      const key = randomUUID();
      await store.write({ operation: 'AskLanguageModel', key, bodyHash: '', status: 200, answer: {}, events }, now());
    },
    spentToday() {
      // One after the other, or the same call would be added twice; each anew, or a call that just ended would be missed.
      const spent = reading.then(read);
      reading = spent.catch(() => undefined);
      return spent;
    },
  };
}
