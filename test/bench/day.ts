import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVirtualClock } from '../../workbench/flow-engine/virtual-clock';
import type { Outcome } from '../../workbench/replay/outcome';
import { readMessages } from '../../workbench/replay/read-messages';
import { replay, RunWatch } from '../../workbench/replay/replay';
import { percentile } from '../../workbench/replay/summary';
import { TimeShares } from '../../workbench/replay/time-shares';
import { RunMessages } from '../../workbench/start/run-messages';
import { startProduct } from '../../workbench/start/start-product';
import { dayLoad } from '../load/day-load';
import type { Bench, BenchResult } from './measurement';

const CONCURRENCY = 8;

/** A day's messages through flows, service and sandboxes, all in this process. */
export const day: Bench = {
  name: 'day',
  meaning: 'a day of 1,200 e-mails and 800 chats through everything',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'rcc-bench-'));
    try {
      return await runDay(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function runDay(folder: string): Promise<BenchResult> {
  const runs = new RunMessages();
  const watch = new RunWatch(runs);
  const timing = new TimeShares();
  const starting = performance.now();
  const product = await startProduct({
    environment: { PORT: '0', RCC_DATA_DIR: join(folder, 'state'), LOG_LEVEL: 'error' },
    clock: createVirtualClock(new Date()),
    concurrency: CONCURRENCY,
    observer: watch,
    wrapConnector: (name, connector) => timing.wrapConnector(name, runs.wrapConnector(name, connector)),
  });
  try {
    const started = performance.now();
    const { emails, chats } = dayLoad(1);
    const outcomes: Outcome[] = [];
    for (const [channel, messages] of [
      ['email', emails],
      ['chat', chats],
    ] as const) {
      const file = join(folder, `${channel}.jsonl`);
      writeFileSync(file, messages.map((message) => `${JSON.stringify(message)}\n`).join(''));
      const read = await readMessages(file, channel);
      await replay(read.messages, {
        platform: product.platform,
        watch,
        channel,
        concurrency: CONCURRENCY,
        onOutcome: (_message, outcome) => void outcomes.push(outcome),
      });
    }
    const seconds = (performance.now() - started) / 1000;
    const times = [...watch.times].sort((a, b) => a - b);
    const whole = times.reduce((sum, ms) => sum + ms, 0);
    const count = (kind: Outcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind).length;
    return {
      bench: 'day',
      about: `${outcomes.length} messages, ${CONCURRENCY} at a time, in one process with the sandboxes`,
      figures: [
        { name: 'start', value: (started - starting) / 1000, unit: 's' },
        { name: 'whole day', value: seconds, unit: 's' },
        { name: 'messages per second', value: outcomes.length / seconds, unit: '1/s' },
        { name: 'time of a message, p50', value: percentile(times, 0.5), unit: 'ms' },
        { name: 'time of a message, p95', value: percentile(times, 0.95), unit: 'ms' },
        { name: 'peak memory', value: process.resourceUsage().maxRSS / 1024, unit: 'MB' },
        { name: 'answered', value: count('answered'), unit: '' },
        { name: 'to review', value: count('to_review'), unit: '' },
        { name: 'unfinished', value: count('unfinished'), unit: '' },
        { name: 'failed runs', value: product.platform.runCounts.Failed ?? 0, unit: '' },
        ...timing.shares(whole).map(({ part, share }) => ({ name: `share: ${part}`, value: share * 100, unit: '%' })),
      ],
    };
  } finally {
    await product.close();
  }
}
