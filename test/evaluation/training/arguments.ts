import { INTENT_MODEL } from '../../../proxy/src/triage/intent/intent-model';
import { MATTER_MODEL } from '../../../proxy/src/triage/priority/matter-model';
import { type Source, SOURCES } from './labelled-messages';

export const MODELS = [INTENT_MODEL, MATTER_MODEL] as const;
export type ModelName = (typeof MODELS)[number];

export const USAGE = `Trains the linear parts of the offline reading: of intents and of critical matters.

  node scripts/run.js test/evaluation/training/main.js FOLDER [options]

  FOLDER            with intent_train.jsonl and intent_dev.jsonl, one {"text","intent","source"} per line
  --model NAME      ${MODELS.join(' or ')}; both when left out
  --without SOURCE  leaves a source out; may be given several times (${SOURCES.join(', ')})
  --out DIR         where NAME.bin and NAME.json are written; over the models that are shipped when left out
  --seed N          decides the order the texts are learned in; 1 when left out
  --help            shows this

The models that are shipped are trained --without hint3-curekart: their quality is measured on that source.
`;

export interface TrainingArguments {
  folder: string;
  models: readonly ModelName[];
  without: Source[];
  out?: string;
  seed: number;
}

const isSource = (name: string): name is Source => (SOURCES as readonly string[]).includes(name);
const isModel = (name: string): name is ModelName => (MODELS as readonly string[]).includes(name);

/** @throws Error saying which argument is wrong, and what is right */
export function readArguments(given: readonly string[]): TrainingArguments | 'help' {
  const left = [...given];
  const result: Omit<TrainingArguments, 'folder'> & { folder?: string } = { models: MODELS, without: [], seed: 1 };
  const valueOf = (option: string): string => {
    const value = left.shift();
    if (value === undefined || value.startsWith('--')) throw new Error(`${option} needs a value.`);
    return value;
  };
  for (let argument = left.shift(); argument !== undefined; argument = left.shift()) {
    if (argument === '--help') return 'help';
    else if (argument === '--model') {
      const name = valueOf(argument);
      if (!isModel(name)) throw new Error(`--model ${name}: there are ${MODELS.join(', ')}.`);
      result.models = [name];
    } else if (argument === '--without') {
      const name = valueOf(argument);
      if (!isSource(name)) throw new Error(`--without ${name}: there are ${SOURCES.join(', ')}.`);
      result.without.push(name);
    } else if (argument === '--out') result.out = valueOf(argument);
    else if (argument === '--seed') {
      const value = valueOf(argument);
      if (!/^\d{1,9}$/.test(value)) throw new Error(`--seed ${value}: give a whole number from 0 to 999999999.`);
      result.seed = Number(value);
    } else if (argument.startsWith('-')) throw new Error(`There is no option ${argument}.`);
    else if (result.folder !== undefined) throw new Error(`One FOLDER is enough; ${argument} is a second one.`);
    else result.folder = argument;
  }
  if (result.folder === undefined) throw new Error('FOLDER is missing.');
  return { ...result, folder: result.folder };
}
