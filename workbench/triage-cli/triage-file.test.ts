import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Triage } from '../../proxy/src/contract/triage';
import { triageFile } from './triage-file';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'triage-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function triageLines(content: string) {
  const [input, output] = [join(folder, 'in.jsonl'), join(folder, 'out.jsonl')];
  writeFileSync(input, content);
  const problems: string[] = [];
  const onBadLine = (number: number, problem: string) => problems.push(`${number} ${problem}`);
  const summary = await triageFile({ input, output, channel: 'email', onBadLine });
  const lines = readFileSync(output, 'utf8').split('\n').slice(0, -1);
  return { lines, problems, summary };
}
const parsed = (line: string | undefined) => JSON.parse(line ?? '') as { triage: Triage } & Record<string, unknown>;

test('the result stands under "triage" and the object stays as it was, to the letter', async () => {
  const line = '{ "text": "Where is order 12345?",  "id": 12345678901234567890, "tags":[1.50] }';
  const { lines } = await triageLines(`${line}\n`);
  expect(lines[0]?.startsWith(line.slice(0, -2))).toBe(true);
  expect(parsed(lines[0]).triage).toMatchObject({ intent: 'order_tracking', order_id: 'ORD-12345' });
});

test('subject and body, a sender, and an old result', async () => {
  const { lines } = await triageLines(
    [
      { subject: 'URGENT: Double charged!!', body: 'I was charged twice!', from: 'a@example.com' },
      { body: 'How do I return my order?' },
      { subject: 'Where is order 12345?' },
      { text: 'Where is order 12345?', from: null, triage: 'old' },
    ]
      .map((one) => JSON.stringify(one))
      .join('\n'),
  );
  expect(lines.map((line) => parsed(line).triage.intent)).toEqual([
    'payment_issue',
    'returns',
    'order_tracking',
    'order_tracking',
  ]);
});

test('bad lines are reported with their number and kept as they were', async () => {
  const bad = ['not json', '[1]', '{"a":1}', '{"text":5}', '{"text":"x","from":{}}', 'null', '{"text":"cut'];
  const { lines, problems, summary } = await triageLines(`${['{"text":"hello"}', '', ...bad].join('\n')}\r\n`);
  expect(lines.slice(2).map((line) => line.replace('\r', ''))).toEqual(bad);
  expect(lines.at(-1)).toBe('{"text":"cut\r');
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['3', '4', '5', '6', '7', '8', '9']);
  expect(problems[3]).toBe('6 "text" is not a string');
  expect([summary.messages, summary.badLines]).toEqual([1, 7]);
});

test('only line feeds end a line; a byte order mark is no part of it', async () => {
  const { lines, summary } = await triageLines('\uFEFF{"text":"Where is\u2028order 12345?"}\r\n{"text":"hi"}');
  expect(summary.messages).toBe(2);
  expect(lines[0]?.endsWith('}\r')).toBe(true);
});

test('long files keep every line and its order', async () => {
  const count = 3000;
  const { lines } = await triageLines(Array.from({ length: count }, (_, n) => `{"n":${n},"text":"hello"}`).join('\n'));
  expect(lines.map((line) => parsed(line).n)).toEqual(Array.from({ length: count }, (_, n) => n));
});

test('an interrupted run leaves the old result and nothing half', async () => {
  const [input, output] = [join(folder, 'in.jsonl'), join(folder, 'out.jsonl')];
  writeFileSync(input, '{"text":"hello"}\n'.repeat(100));
  writeFileSync(output, 'old');
  const interrupt = new AbortController();
  const run = triageFile({
    input,
    output,
    channel: 'chat',
    onBadLine: () => undefined,
    onLine: (_, { messages }) => messages === 50 && interrupt.abort(new Error('interrupted')),
    signal: interrupt.signal,
  });
  await expect(run).rejects.toThrow('interrupted');
  expect(readFileSync(output, 'utf8')).toBe('old');
  expect(readdirSync(folder).sort()).toEqual(['in.jsonl', 'out.jsonl']);
});

test.each([
  ['no input', 'missing.jsonl', 'out.jsonl'],
  ['no folder for the output', 'in.jsonl', 'missing/out.jsonl'],
])('%s: the error names it and nothing is left', async (_, input, output) => {
  writeFileSync(join(folder, 'in.jsonl'), '{"text":"hello"}\n');
  const paths = { input: join(folder, input), output: join(folder, output) };
  await expect(triageFile({ ...paths, channel: 'chat', onBadLine: () => undefined })).rejects.toThrow('ENOENT');
  expect(readdirSync(folder)).toEqual(['in.jsonl']);
});
