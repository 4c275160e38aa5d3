import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPrompt, readPrompt, shippedPrompt } from './prompt-file';

const folder = mkdtempSync(join(tmpdir(), 'rcc-prompts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (content: string) => writeFileSync(join(folder, 'judge.md'), content);

test('a change takes effect without a restart, and a file that cannot be used leaves the last good one in force', () => {
  write('---\nversion: 1\n---\n\nJudge.\n');
  const problems: string[] = [];
  let at = 0;
  const prompt = openPrompt(
    folder,
    'judge',
    (error) => problems.push(error.message),
    () => (at += 2000),
  );
  expect(prompt()).toEqual({ name: 'judge', version: '1', text: 'Judge.' });
  write('---\nversion: 2-es\n---\nJuzga bien.\n');
  expect(prompt()).toEqual({ name: 'judge', version: '2-es', text: 'Juzga bien.' });
  write('No head at all.');
  expect(prompt().version).toBe('2-es');
  expect(prompt().version).toBe('2-es');
  expect(problems).toEqual([expect.stringMatching(/judge\.md has no version\. Begin it with the lines/)]);
  rmSync(join(folder, 'judge.md'));
  expect(prompt().version).toBe('2-es');
  write('---\r\nversion: "3"\r\n---\r\nOnce more.\r\nAnd more.');
  expect(prompt()).toEqual({ name: 'judge', version: '3', text: 'Once more.\nAnd more.' });
});

test.each([
  ['', 'has no version'],
  ['---\nversion:\n---\nText', 'has no version'],
  ['---\nversion: a b\n---\nText', 'has no version'],
  ['---\nversion: 1\n---\n \n', 'has no text after its version'],
  [`---\nversion: 1\n---\n${'long '.repeat(5000)}`, 'is longer than 20000 characters'],
])('a prompt like %j is refused with the file and the remedy', (content, problem) => {
  expect(() => readPrompt(content, 'x/judge.md', 'judge')).toThrow(`x/judge.md ${problem}`);
});

test('a prompt that is missing at the start is named', () => {
  expect(() => openPrompt(folder, 'nothing', () => undefined)).toThrow(/nothing\.md cannot be read/);
});

test('the shipped prompt of the triage names every label there is', () => {
  const { text } = shippedPrompt('triage')();
  for (const label of ['order_tracking', 'delivery_issue', 'returns', 'payment_issue', 'product_information']) {
    expect(text).toContain(`- ${label}:`);
  }
  for (const label of ['general_complaint', 'other', 'critical', 'high', 'normal', 'low'])
    expect(text).toContain(`- ${label}:`);
  expect(text).toMatch(/negative|neutral|positive/);
});
