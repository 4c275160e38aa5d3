import { createVirtualClock } from '../../workbench/flow-engine/virtual-clock';
import type { Fact } from '../../proxy/src/contract/order-context';
import type { Outcome } from '../../workbench/replay/outcome';
import { readMessages } from '../../workbench/replay/read-messages';
import { replay, RunWatch } from '../../workbench/replay/replay';
import type { ReplayMessage } from '../../workbench/replay/replay-message';
import { RunMessages } from '../../workbench/start/run-messages';
import { startProduct, type Product } from '../../workbench/start/start-product';

/** A message and what came of it. */
export interface Told {
  message: ReplayMessage;
  outcome: Outcome;
}

/** Starts the product over a folder, replays a file through it, and closes it again. */
export async function replayFile(
  file: string,
  channel: 'email' | 'chat',
  dataFolder: string,
): Promise<{ told: Told[]; failedRuns: number; sent: number; tickets: number; facts: Map<string, Fact[]> }> {
  const runs = new RunMessages();
  const watch = new RunWatch(runs);
  const product: Product = await startProduct({
    environment: { PORT: '0', RCC_DATA_DIR: dataFolder },
    clock: createVirtualClock(new Date()),
    observer: watch,
    wrapConnector: runs.wrapConnector,
  });
  try {
    const { messages, badLines } = await readMessages(file, channel);
    expect(badLines).toEqual([]);
    const told: Told[] = [];
    await replay(messages, {
      platform: product.platform,
      watch,
      channel,
      concurrency: 8,
      onOutcome: (message, outcome) => void told.push({ message, outcome }),
    });
    await product.platform.idle();
    const { dataverse, outlook, runCounts } = product.platform;
    const tickets = [...dataverse.rows('rcc_ticket')];
    const facts = new Map(
      tickets.map((row) => [String(row.rcc_ticketnumber), JSON.parse(String(row.rcc_draftfacts ?? '[]')) as Fact[]]),
    );
    return {
      told,
      failedRuns: runCounts.Failed ?? 0,
      sent: [...outlook.sent()].length,
      tickets: tickets.length,
      facts,
    };
  } finally {
    await product.close();
  }
}
