import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFile } from '../../project-file';
import { INTENT_MODEL, readIntentModel, shippedIntentModel } from '../intent/intent-model';
import { descriptionFile, type ModelDescription, weightsFile } from './model-file';

const WEIGHTS_FILE = weightsFile(INTENT_MODEL);
const DESCRIPTION_FILE = descriptionFile(INTENT_MODEL);
const shipped = projectFile('proxy/models');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rcc-model-'));
  for (const name of [WEIGHTS_FILE, DESCRIPTION_FILE]) copyFileSync(join(shipped, name), join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function describeAs(change: Partial<Record<keyof ModelDescription, unknown>>): void {
  const path = join(folder, DESCRIPTION_FILE);
  const description = JSON.parse(readFileSync(path, 'utf8')) as ModelDescription;
  writeFileSync(path, JSON.stringify({ ...description, ...change }));
}

function problem(): string {
  try {
    readIntentModel(folder);
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
}

test('the shipped model is whole, says what it was learned from, and is read once', () => {
  expect(problem()).toBe('none');
  const { sources } = JSON.parse(readFileSync(join(folder, DESCRIPTION_FILE), 'utf8')) as ModelDescription;
  expect(sources.length).toBeGreaterThan(0);
  for (const { name, authors, licence, address } of sources)
    for (const value of [name, authors, licence, address]) expect(value).toMatch(/\w/);
  expect(JSON.stringify(sources)).not.toMatch(/curekart|odbl/i);
  expect(shippedIntentModel()).toBe(shippedIntentModel());
});

test.each<[string, RegExp, () => void]>([
  ['no weights', /intent\.bin/, () => rmSync(join(folder, WEIGHTS_FILE))],
  ['no description', /intent\.json/, () => rmSync(join(folder, DESCRIPTION_FILE))],
  ['a description that is no JSON', /JSON/, () => writeFileSync(join(folder, DESCRIPTION_FILE), '{"format":')],
  ['an empty description', /intent\.json is no object/, () => writeFileSync(join(folder, DESCRIPTION_FILE), 'null')],
  ['a short file', /100 bytes instead of 458752/, () => writeFileSync(join(folder, WEIGHTS_FILE), Buffer.alloc(100))],
  ['features of another version', /format is 99/, () => describeAs({ format: 99 })],
  ['other intents', /labels are not order_tracking/, () => describeAs({ labels: ['returns'] })],
  ['other buckets', /buckets is 1024/, () => describeAs({ buckets: 1024 })],
  ['a scale that is no number', /scale is "1"/, () => describeAs({ scale: '1' })],
  [
    'a changed byte',
    /does not have the sha256/,
    () => {
      const bytes = readFileSync(join(folder, WEIGHTS_FILE));
      bytes[1000] = (bytes[1000]! + 1) % 256;
      writeFileSync(join(folder, WEIGHTS_FILE), bytes);
    },
  ],
])('%s is refused, with the remedy', (_, message, damage) => {
  damage();
  expect(problem()).toMatch(message);
  expect(problem()).toContain('proxy/models/README.md');
});
