import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { openStore } from '../../proxy/src/events/open-store';
import type { Store } from '../../proxy/src/events/store';
import { dailyMetrics } from '../../proxy/src/metrics/daily-metrics';
import { deskTimes } from '../../proxy/src/metrics/desk-life/desk-times.fixture';
import { liveDesk } from '../../proxy/src/metrics/desk-life/live-desk.fixture';
import { planArbitrary } from '../../proxy/src/metrics/desk-life/plan.fixture';
import { record } from '../../proxy/src/metrics/recorded-events.fixture';
import type { Bench } from './measurement';

const DAYS = 10;
const TICKETS_A_DAY = 1000;
const MEGABYTE = 1024 * 1024;
const EVENTS_AT_ONCE = 3000;
const START = new Date('2026-03-01T00:00:00Z');

/** Two weeks of a busy desk, the same each time. @returns how many events there are */
async function fill(store: Store, times: ReturnType<typeof deskTimes>): Promise<number> {
  const days = DAYS + 4;
  const plans = fc.sample(planArbitrary, { numRuns: days * TICKETS_A_DAY, seed: 1 });
  const dayOf = (index: number): number => Math.floor(index / TICKETS_A_DAY);
  const spread = plans.map((plan, index) => ({ ...plan, start: (plan.start % 1440) + dayOf(index) * 1440 }));
  const { events } = liveDesk(spread, START.getTime(), times);
  for (let first = 0; first < events.length; first += EVENTS_AT_ONCE) {
    await record(store, events.slice(first, first + EVENTS_AT_ONCE));
  }
  return events.length;
}

/** The time of some work, and by how much the memory of the process grows while it lasts. */
async function cost(work: () => Promise<unknown>): Promise<{ seconds: number; megabytes: number }> {
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 10);
  const start = performance.now();
  try {
    await work();
  } finally {
    clearInterval(watch);
  }
  return { seconds: (performance.now() - start) / 1000, megabytes: (peak - before) / MEGABYTE };
}

async function readAll(store: Store): Promise<void> {
  for (let last: number | undefined = 0; last !== undefined;) {
    const page = await store.eventsAfter(last);
    last = page.at(-1)?.sequence;
  }
}

/** Ten busy days counted at once, as in the night, against reading every event of the store. */
export const metrics: Bench = {
  name: 'metrics',
  meaning: 'the daily metrics of ten busy days: time and memory',
  async run() {
    const dataDir = mkdtempSync(join(tmpdir(), 'rcc-bench-'));
    const store = await openStore({ dataDir });
    try {
      const times = deskTimes('Europe/Berlin');
      const events = await fill(store, times);
      const now = new Date(START.getTime() + (DAYS + 3) * 86_400_000);
      const count = () => dailyMetrics({ date: '2026-03-13', days: DAYS }, store, times, now);
      const reading = await cost(() => readAll(store));
      const counting = await cost(count);
      return {
        bench: 'metrics',
        about: `${DAYS} days at once out of ${events.toLocaleString('en-US')} events, against reading all of them in pages`,
        figures: [
          { name: 'ten days', value: counting.seconds, unit: 's' },
          { name: 'baseline: all events read', value: reading.seconds, unit: 's' },
          { name: 'times the time of the baseline', value: counting.seconds / reading.seconds, unit: '×' },
          { name: 'memory while it lasts', value: counting.megabytes, unit: 'MB' },
        ],
      };
    } finally {
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};
