import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shippedPrompt } from '../../proxy/src/ai/prompt-file';
import { projectFile } from '../../proxy/src/project-file';
import { type Evaluation, evaluate, figuresOf, shortfalls } from './evaluate';
import type { Measure } from './measure';
import { injection } from './measures/injection';
import { intent } from './measures/intent';
import { priority } from './measures/priority';
import { sentiment } from './measures/sentiment';
import { openContext } from './open-context';
import { openModelReader } from './open-reader';
import { readThresholds, sayThreshold, thresholdFile } from './thresholds';

const RECORDING = projectFile('test/evaluation/recorded/triage.jsonl');
const thresholds = readThresholds(thresholdFile(RECORDING));

const lines = readFileSync(RECORDING, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { prompt: string; answer: object });
const prompts = [...new Set(lines.map(({ prompt }) => prompt))];
const { name, version } = shippedPrompt('triage')();
const isOfThePrompt = prompts.length === 1 && prompts[0] === `${name} ${version}`;
if (!isOfThePrompt)
  console.log(`skipped: the prompt is ${name} ${version}, answers were recorded with ${prompts.join(', ')}`);
const testOfThePrompt = isOfThePrompt ? test : test.skip;

/** The parts that are only counted; messages of other people and the development part were not all asked. */
async function replayed(recording: string, measures: readonly Measure[]): Promise<Evaluation> {
  const context = openContext({ reader: openModelReader({ replay: recording }, {}) });
  const caseSets = context.caseSets.filter(({ isOpen }) => !isOpen);
  return evaluate({ ...context, caseSets, labelledFolder: null }, measures, thresholds);
}

testOfThePrompt('answers of a language model, read as the service reads them, reach every threshold', async () => {
  const result = await replayed(RECORDING, [intent, sentiment, priority, injection]);
  const short = shortfalls(result).map(
    ({ name, figure, threshold }) => `${name} is ${figure?.value}, must be ${sayThreshold(threshold)}`,
  );
  expect(short).toEqual([]);
  expect(result.model).toBe('recorded-model');
  // A question that has become another one has no answer any more: figures must not come to rest on the few that have.
  const missing = /\.missing$/;
  const figures = figuresOf(result);
  const restsOn = (name: string): number => figures.find((figure) => figure.name === name)?.n ?? 0;
  const thin = Object.keys(thresholds).filter((name) => !missing.test(name) && restsOn(name) === 0);
  expect(thin).toEqual([]);
  expect(restsOn('injection.made.obeyed')).toBeGreaterThan(250);
  for (const { name, value, n } of figures.filter(({ name }) => missing.test(name)))
    console.log(`${name}: ${Math.round(value * n)} of ${n} questions are not in the recording`);
});

describe('answers that are worse', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'recorded-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const short = async (change: (answer: object) => object, measure: Measure): Promise<string[]> => {
    const path = join(folder, `${measure.name}.jsonl`);
    writeFileSync(path, lines.map((line) => JSON.stringify({ ...line, answer: change(line.answer) })).join('\n'));
    return shortfalls(await replayed(path, [measure])).map(({ name }) => name);
  };

  testOfThePrompt('that play everything down fall short', async () => {
    const found = await short((answer) => ({ ...answer, priority: 'low', sentiment: 'neutral' }), priority);
    expect(found).toContain('priority.critical.critical_recall');
  });

  testOfThePrompt('that call everything a return fall short', async () => {
    expect(await short((answer) => ({ ...answer, intent: 'returns' }), intent)).toContain('intent.test.accuracy');
  });
});
