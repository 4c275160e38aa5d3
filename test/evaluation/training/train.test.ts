import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readIntentModel } from '../../../proxy/src/triage/intent/intent-model';
import { train } from './train';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rcc-train-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(...given: string[]) {
  const said: string[] = [];
  const code = train(given, (line) => said.push(line));
  return { code, said: said.join('\n') };
}

const write = (name: string, ...lines: unknown[]) =>
  writeFileSync(
    join(folder, name),
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );

const line = { text: 'where is it', intent: 'order_tracking', source: 'bitext-cs-8k' };

test('it reads a folder, says how far it is, and writes a model', () => {
  write('intent_train.jsonl', line, { ...line, text: 'card declined', intent: 'payment_issue' });
  write('intent_dev.jsonl', { ...line, source: 'hint3-curekart-test' });
  const out = join(folder, 'out');
  const { code, said } = run(folder, '--model', 'intent', '--without', 'hint3-curekart', '--out', out, '--seed', '3');
  expect(code).toBe(0);
  expect(said).toMatch(/without hint3-curekart[^]*intent: round 6 of 6[^]*written to/);
  expect(readIntentModel(out).scale).toBeGreaterThan(0);
});

test('--help says what to give', () => {
  expect(run('--help')).toMatchObject({ code: 0, said: expect.stringContaining('--without SOURCE') as unknown });
});

test.each<[string, string[], string]>([
  ['no folder', [], 'FOLDER is missing'],
  ['a second folder', ['a', 'b'], 'b is a second one'],
  ['an unknown option', ['--fast'], 'no option --fast'],
  ['an unknown source', ['a', '--without', 'reddit'], 'there are bitext, banking77, clinc150, hint3-curekart'],
  ['an unknown model', ['a', '--model', 'tone'], 'there are intent, matters'],
  ['a value left out', ['a', '--out'], '--out needs a value'],
  ['a seed that is no number', ['a', '--seed', 'x'], 'whole number'],
  ['a folder without messages', ['/nowhere'], '/nowhere has no intent_train.jsonl'],
])('%s is refused with the remedy', (_, given, problem) => {
  const { code, said } = run(...given);
  expect(code).toBe(2);
  expect(said).toContain(problem);
  expect(said).toContain('--help');
});

test.each<[string, unknown, string]>([
  ['no JSON', '{', 'intent_train.jsonl line 2 is not JSON'],
  ['no text', { ...line, text: undefined }, 'line 2: text is missing'],
  ['no source', { ...line, source: 7 }, 'line 2: source is missing'],
  [
    'an unknown intent',
    { ...line, intent: 'weather' },
    'line 2: intent is "weather"; it must be one of order_tracking',
  ],
])('a line with %s is named', (_, bad, problem) => {
  write('intent_train.jsonl', line, bad);
  write('intent_dev.jsonl');
  expect(run(folder, '--out', folder).said).toContain(problem);
});
