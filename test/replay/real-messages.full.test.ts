import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fact } from '../../proxy/src/contract/order-context';
import { examineReply } from '../../proxy/src/replies/check-reply';
import { createVirtualClock } from '../../workbench/flow-engine/virtual-clock';
import type { Outcome } from '../../workbench/replay/outcome';
import { readMessages } from '../../workbench/replay/read-messages';
import { replay, RunWatch } from '../../workbench/replay/replay';
import type { ReplayMessage } from '../../workbench/replay/replay-message';
import { RunMessages } from '../../workbench/start/run-messages';
import { startProduct, type Product } from '../../workbench/start/start-product';
import { dayLoad } from '../load/day-load';

interface Told {
  message: ReplayMessage;
  outcome: Outcome;
}

async function replayFile(
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
    return { told, failedRuns: runCounts.Failed ?? 0, sent: [...outlook.sent()].length, tickets: tickets.length, facts };
  } finally {
    await product.close();
  }
}

const plain = (html: string): string =>
  html
    .replace(/<br\s*\/?>|<\/p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"');

/** Slow and obvious: every run of digits in a reply stands in a fact, in the customer's words or in the ticket number. */
function unknownNumbers({ message, outcome }: Told, facts: readonly Fact[]): string[] {
  const known = [message.text, message.subject, outcome.ticket ?? '', ...facts.map((fact) => fact.value)].join('\n');
  const numbers = new Set((known.match(/\d+/g) ?? []).map(Number));
  const times = facts.flatMap((fact) => (fact.as_of ?? '').match(/\d+/g) ?? []);
  for (const part of times) numbers.add(Number(part));
  return (plain(outcome.reply ?? '').match(/\d+/g) ?? []).filter((number) => !numbers.has(Number(number)));
}

function expectGrounded(told: readonly Told[], facts: ReadonlyMap<string, Fact[]>): void {
  for (const one of told) {
    if (one.outcome.kind !== 'answered' || one.outcome.reply === null) continue;
    const known = facts.get(one.outcome.ticket ?? '') ?? [];
    expect({ reply: one.outcome.reply, unknown: unknownNumbers(one, known) }).toEqual({
      reply: one.outcome.reply,
      unknown: [],
    });
    const { unsupported } = examineReply(plain(one.outcome.reply), known, {
      customerText: `${one.message.subject} ${one.message.text}`,
      today: new Date().toISOString().slice(0, 10),
      reference: `[${one.outcome.ticket}]`,
    });
    expect({ reply: one.outcome.reply, unsupported }).toEqual({ reply: one.outcome.reply, unsupported: [] });
  }
}

describe('a replay', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rcc-replay-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const reference = process.env.RCC_REFERENCE_DIR;
  it('of every real message of the shop bot fails no run and sends no unsupported fact', async () => {
    if (!reference) return console.warn('RCC_REFERENCE_DIR is not set: the real messages are skipped.');
    const lines = ['intent_train', 'intent_dev']
      .flatMap((name) => readFileSync(join(reference, 'data/intent', `${name}.jsonl`), 'utf8').trim().split('\n'))
      .map((line) => JSON.parse(line) as { text: string; source: string })
      .filter(({ source }) => source.startsWith('hint3-curekart'))
      .map(({ text }) => JSON.stringify({ text }));
    expect(lines).toHaveLength(950);
    const file = join(folder, 'real.jsonl');
    writeFileSync(file, lines.join('\n'));
    for (const channel of ['email', 'chat'] as const) {
      const { told, failedRuns, facts } = await replayFile(file, channel, join(folder, channel));
      expect(failedRuns).toBe(0);
      expect(told).toHaveLength(950);
      expect(told.filter(({ outcome }) => outcome.kind === 'unfinished')).toEqual([]);
      if (channel === 'email') expectGrounded(told, facts);
    }
  });

  it('of the same file twice makes no second reply and no second ticket', async () => {
    const { emails } = dayLoad(7, 120, 0);
    const file = join(folder, 'mails.jsonl');
    writeFileSync(file, emails.map((mail) => JSON.stringify(mail)).join('\n'));
    const data = join(folder, 'state');
    const first = await replayFile(file, 'email', data);
    const second = await replayFile(file, 'email', data);
    expect(first.failedRuns).toBe(0);
    expectGrounded(first.told, first.facts);
    expect({ sent: second.sent, tickets: second.tickets }).toEqual({ sent: first.sent, tickets: first.tickets });
    const byId = (told: readonly Told[]) => new Map(told.map(({ message, outcome }) => [message.id, outcome]));
    expect(byId(second.told)).toEqual(byId(first.told));
  });
});
