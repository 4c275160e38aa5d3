import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLanguageModel } from '../../proxy/src/ai/create-language-model';
import type { LanguageModel } from '../../proxy/src/ai/language-model';
import { shippedPrompt } from '../../proxy/src/ai/prompt-file';
import { evenPolicy } from '../../proxy/src/triage/review/triage-policy';
import { modelSettings } from '../../workbench/vendors/sandbox-settings';
import { startVendorSandboxes, type VendorSandboxes } from '../../workbench/vendors/start-vendor-sandboxes';
import type { EvaluationCase } from './evaluation-case';
import { evaluate, figuresOf } from './evaluate';
import { languageModelReader } from './language-model-reader';
import { intent } from './measures/intent';
import { languageModel } from './measures/language-model';
import { recordingModel, replayingModel } from './model-recording';
import { openContext } from './open-context';
import { openModelReader } from './open-reader';

let sandboxes: VendorSandboxes;
let folder: string;
let path: string;
beforeAll(async () => {
  sandboxes = await startVendorSandboxes();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recording-'));
  path = join(folder, 'answers.jsonl');
});
afterEach(() => {
  sandboxes.setFault('openai', null);
  rmSync(folder, { recursive: true, force: true });
});
afterAll(() => sandboxes.close());

const one = (id: string, text: string, intent: EvaluationCase['expected']['intent']): EvaluationCase => ({
  id,
  channel: 'chat',
  text,
  tags: [],
  expected: { intent },
});
const CASES = [
  one('own-1', 'Where is order 12345?', 'order_tracking'),
  one('own-2', 'How do I return my shoes?', 'returns'),
  one('own-3', 'My name is Zebulon, write to zeb@example.com about a job', 'other'),
];
const live = (): LanguageModel => createLanguageModel(modelSettings(sandboxes));
const calls = () => sandboxes.calls().filter(({ vendor }) => vendor === 'openai').length;

async function measured(model: LanguageModel, cases = CASES) {
  const reader = languageModelReader(model, shippedPrompt('triage'), evenPolicy);
  const result = await evaluate(openContext({ reader, own: cases }), [intent, languageModel(reader)], {});
  const figures = Object.fromEntries(figuresOf(result).map(({ name, value }) => [name, value]));
  return { result, figures, use: reader.use() };
}

test('what was recorded answers the same questions again, without a call', async () => {
  const recorded = await measured(recordingModel(live(), path));
  const before = calls();
  const replayed = await measured(replayingModel(path));
  expect(calls()).toBe(before);
  expect(replayed.figures).toEqual(recorded.figures);
  expect(replayed.use).toEqual(recorded.use);
  expect(replayed.figures).toMatchObject({ 'intent.own.accuracy': 1, 'model.missing': 0, 'model.failures': 0 });
  expect(replayed.figures['model.cost_per_message']).toBeGreaterThan(0);
  expect(replayed.result.parts.at(-1)?.about).toContain('with the prompt triage');
});

test('the recording holds no word of a message', async () => {
  await measured(recordingModel(live(), path));
  const text = readFileSync(path, 'utf8');
  expect(text.trim().split('\n')).toHaveLength(CASES.length);
  expect(text).not.toMatch(/zeb|shoes|12345/i);
});

test('a question that was not recorded is missing: it is not judged, and nothing is guessed', async () => {
  await measured(recordingModel(live(), path), CASES.slice(0, 2));
  const { figures, result } = await measured(replayingModel(path));
  expect(figures).toMatchObject({ 'model.missing': 1, 'intent.own.accuracy': 1 });
  expect(figures['intent.own.missing']).toBeCloseTo(1 / 3);
  expect(figuresOf(result).find(({ name }) => name === 'intent.own.accuracy')?.n).toBe(2);
});

test('an interrupted recording goes on where it stopped', async () => {
  await measured(recordingModel(live(), path), CASES.slice(0, 2));
  const before = calls();
  await measured(recordingModel(live(), path));
  expect(calls()).toBe(before + 1);
});

test('a refusal is kept as one; a service that is down is asked again the next time', async () => {
  sandboxes.setFault('openai', { kind: 'refusal' });
  expect((await measured(recordingModel(live(), path))).use.failures).toEqual({ refusal: 3 });
  sandboxes.setFault('openai', null);
  expect((await measured(replayingModel(path))).use.failures).toEqual({ refusal: 3 });

  const other = join(folder, 'other.jsonl');
  sandboxes.setFault('openai', { kind: 'unauthorized' });
  expect((await measured(recordingModel(live(), other))).use.failures).toEqual({ not_authorised: 3 });
  expect(existsSync(other)).toBe(false);
  sandboxes.setFault('openai', null);
  expect((await measured(recordingModel(live(), other))).use).toMatchObject({ answered: 3, failures: {} });
});

test.each([
  ['{"cut', 'line 1 is not JSON'],
  ['{"question":"a"}', 'line 1 is no recorded answer'],
])('a recording with %s is refused with its line', (line, problem) => {
  writeFileSync(path, `${line}\n`);
  expect(() => replayingModel(path)).toThrow(problem);
  expect(() => replayingModel(join(folder, 'none'))).toThrow('Make one with --record');
});

test('the model of the settings is asked; answers of its stand-in say that they are, also when they are replayed', async () => {
  const address = modelSettings(sandboxes).endpoint;
  const [message] = CASES.map(({ text }) => ({ channel: 'chat' as const, text }));
  const asked = openModelReader({ record: path }, { AZURE_OPENAI_SANDBOX_URL: address });
  expect((await asked.read(message!))?.model).toMatch(/ \(sandbox\)$/);
  const replayed = openModelReader({ replay: path }, {});
  expect((await replayed.read(message!))?.model).toMatch(/ \(sandbox\)$/);
  expect(replayed.model()).toBe(asked.model());
  expect(() => openModelReader({}, {})).toThrow('Set AZURE_OPENAI_API_KEY');
});
