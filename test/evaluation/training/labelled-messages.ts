import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INTENTS, type Intent } from '../../../proxy/src/contract/vocabulary';
import { projectFile } from '../../../proxy/src/project-file';

/** A message of somebody else with the intent that its source gave it. */
export interface LabelledMessage {
  text: string;
  intent: Intent;
  /** Which collection it is from, with its part, such as `clinc150-val`. */
  source: string;
}

/** Messages of one source were written by the same people: who learns from some has seen the others. */
export const SOURCES = ['bitext', 'banking77', 'clinc150', 'hint3-curekart'] as const;
export type Source = (typeof SOURCES)[number];

/** The project's own phrases: every model learns from them. */
export const PHRASES = 'phrases';
/** Those of them that tell of a dangerous product. */
export const HAZARD_PHRASES = `${PHRASES}-hazards`;

const FILES = ['intent_train.jsonl', 'intent_dev.jsonl'];

function readLine(line: string, place: string): LabelledMessage {
  let value: Partial<LabelledMessage> | null;
  try {
    value = JSON.parse(line) as Partial<LabelledMessage> | null;
  } catch (error) {
    throw new Error(`${place} is not JSON: ${(error as Error).message}`);
  }
  const { text, intent, source } = value ?? {};
  if (typeof text !== 'string') throw new Error(`${place}: text is missing.`);
  if (typeof source !== 'string') throw new Error(`${place}: source is missing.`);
  if (!INTENTS.includes(intent as Intent))
    throw new Error(`${place}: intent is ${JSON.stringify(intent)}; it must be one of ${INTENTS.join(', ')}.`);
  return { text, intent: intent as Intent, source };
}

const TRAINING = 'test/evaluation/training';

const linesOf = (file: string): string[] =>
  readFileSync(projectFile(`${TRAINING}/${file}`), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Short phrases, and sentences as they stand in mails, by intent. */
const FOLDERS = ['phrases', 'phrases-in-mails'];
/** Whoever tells that a product is dangerous has a faulty one. */
const HAZARDS = 'matters/safety';

const hazardFiles = (): string[] =>
  readdirSync(projectFile(`${TRAINING}/${HAZARDS}`))
    .sort()
    .map((name) => `${HAZARDS}/${name}`);

/** What customers say in each intent, one phrase or sentence per line, in several languages. */
export const readPhrases = (): LabelledMessage[] => [
  ...INTENTS.flatMap((intent) =>
    FOLDERS.flatMap((folder) => linesOf(`${folder}/${intent}.txt`)).map((text) => ({ text, intent, source: PHRASES })),
  ),
  ...hazardFiles()
    .flatMap(linesOf)
    .map((text) => ({ text, intent: 'returns' as const, source: HAZARD_PHRASES })),
];

/**
 * Reads the messages to learn from: the project's own phrases and the labelled messages of other people, both parts of
 * every source: no source is judged by a model that has seen a part of it.
 * @param folder with `intent_train.jsonl` and `intent_dev.jsonl`, one `{ text, intent, source }` per line
 * @throws Error naming the file, the line and the field at fault
 */
export function readLabelledMessages(folder: string): LabelledMessage[] {
  const read = FILES.flatMap((name) => {
    const path = join(folder, name);
    if (!existsSync(path)) throw new Error(`${folder} has no ${name}. Give the folder of the labelled messages.`);
    return readFileSync(path, 'utf8')
      .split('\n')
      .map((line, i) => [line, `${name} line ${i + 1}`] as const)
      .filter(([line]) => line.trim() !== '')
      .map(([line, place]) => readLine(line, place));
  });
  return [...readPhrases(), ...read];
}

const isOf = ({ source }: LabelledMessage, name: string): boolean => source.startsWith(name);

export const messagesOf = (messages: readonly LabelledMessage[], source: Source | typeof PHRASES): LabelledMessage[] =>
  messages.filter((message) => isOf(message, source));

export const messagesWithout = (messages: readonly LabelledMessage[], sources: readonly Source[]): LabelledMessage[] =>
  messages.filter((message) => !sources.some((name) => isOf(message, name)));
