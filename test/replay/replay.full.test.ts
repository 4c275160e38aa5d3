import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayLoad } from '../load/day-load';
import { expectGrounded } from './grounded-replies';
import { replayFile, type Told } from './replay-file';

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
      .flatMap((name) =>
        readFileSync(join(reference, 'data/intent', `${name}.jsonl`), 'utf8')
          .trim()
          .split('\n'),
      )
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

  it('of a whole day answers or queues every message', async () => {
    const { emails, chats } = dayLoad(11);
    for (const [channel, messages] of [
      ['email', emails],
      ['chat', chats],
    ] as const) {
      const file = join(folder, `${channel}.jsonl`);
      writeFileSync(file, messages.map((message) => JSON.stringify(message)).join('\n'));
      const { told, failedRuns, facts } = await replayFile(file, channel, join(folder, channel));
      expect(failedRuns).toBe(0);
      expect(told).toHaveLength(messages.length);
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
