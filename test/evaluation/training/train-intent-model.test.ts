import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INTENTS } from '../../../proxy/src/contract/vocabulary';
import { INTENT_MODEL, readIntentModel } from '../../../proxy/src/triage/intent/intent-model';
import { logOddsOf } from '../../../proxy/src/triage/linear/linear-model';
import { checksumOf, descriptionFile, type ModelDescription } from '../../../proxy/src/triage/linear/model-file';
import { type LabelledMessage, messagesWithout, readLabelledMessages, readPhrases } from './labelled-messages';
import { sourcesOf } from './sources';
import { trainIntentModel } from './train-intent-model';
import { writeModel } from './write-model';
import { projectFile } from '../../../proxy/src/project-file';

const few: LabelledMessage[] = (
  [
    ['where is my parcel', 'order_tracking'],
    ['when does my parcel come', 'order_tracking'],
    ['I want my money back', 'returns'],
    ['please refund me', 'returns'],
    ['does it come in blue', 'product_information'],
    ['how much is the blue one', 'product_information'],
  ] as const
).map(([text, intent]) => ({ text, intent, source: 'bitext' }));

test('it learns what it is shown, and words like it', () => {
  const model = trainIntentModel(few);
  const best = (text: string) => {
    const odds = logOddsOf(text, model);
    return INTENTS.reduce((a, b) => (odds[b] > odds[a] ? b : a));
  };
  for (const { text, intent } of few) expect(best(text)).toBe(intent);
  expect(best('refund please')).toBe('returns');
  expect(best('parcel where')).toBe('order_tracking');
});

test('the same messages and seed give the same bytes, another seed others', () => {
  const checksum = (seed: number) => checksumOf(trainIntentModel(few, { seed }).weights);
  expect(checksum(1)).toBe(checksum(1));
  expect(checksum(2)).not.toBe(checksum(1));
});

test('one intent cannot be told from nothing', () => {
  expect(() => trainIntentModel(few.slice(0, 2))).toThrow(/at least two labels; 2 texts/);
});

test('a model that was written is read as it was', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rcc-train-'));
  try {
    const model = trainIntentModel(few);
    writeModel(folder, INTENT_MODEL, model, sourcesOf(few));
    const read = readIntentModel(folder);
    expect(checksumOf(read.weights)).toBe(checksumOf(model.weights));
    expect(read.scale).toBe(model.scale);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('no phrase stands for two intents, and none stands twice', () => {
  const phrases = readPhrases().map(({ text }) => text);
  expect(phrases.filter((text, i) => phrases.indexOf(text) !== i)).toEqual([]);
  expect(phrases.length).toBeGreaterThan(1500);
});

const reference = process.env.RCC_REFERENCE_DIR;
if (reference === undefined) console.log('skipped: training the shipped model again needs RCC_REFERENCE_DIR');

(reference === undefined ? test.skip : test)(
  'the shipped weights come from the messages they say they do',
  () => {
    const messages = messagesWithout(readLabelledMessages(join(reference ?? '', 'data', 'intent')), ['hint3-curekart']);
    const path = join(projectFile('proxy/models'), descriptionFile(INTENT_MODEL));
    const shipped = JSON.parse(readFileSync(path, 'utf8')) as ModelDescription;
    expect(shipped.sources.map((source) => source.messages).reduce((a, b) => a + b)).toBe(messages.length);
    expect(checksumOf(trainIntentModel(messages).weights)).toBe(shipped.sha256);
  },
  120_000,
);
