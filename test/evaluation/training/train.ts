import { projectFile } from '../../../proxy/src/project-file';
import { type ModelName, readArguments, USAGE } from './arguments';
import { type LabelledMessage, messagesWithout, readLabelledMessages } from './labelled-messages';
import { readMatterTexts, readMatterCases } from './matter-texts';
import { matterSource, sourcesOf } from './sources';
import { trainIntentModel } from './train-intent-model';
import type { TrainingOptions } from './train-linear-model';
import { ordinaryMessages, trainMatterModel } from './train-matter-model';
import { writeModel } from './write-model';

/** Trains a model and writes it to a folder. */
const TRAIN: Readonly<
  Record<ModelName, (out: string, messages: readonly LabelledMessage[], options: TrainingOptions) => void>
> = {
  intent: (out, messages, options) =>
    writeModel(out, 'intent', trainIntentModel(messages, options), sourcesOf(messages)),
  matters: (out, messages, options) => {
    const [texts, ordinary] = [[...readMatterTexts(), ...readMatterCases()], ordinaryMessages(messages)];
    const sources = [matterSource(texts), ...sourcesOf(ordinary)];
    writeModel(out, 'matters', trainMatterModel(texts, ordinary, options), sources);
  },
};

/** @returns the exit code: 0 when the files are written, 2 when the arguments or the messages are at fault */
export function train(given: readonly string[], say: (line: string) => void): number {
  try {
    const read = readArguments(given);
    if (read === 'help') {
      say(USAGE);
      return 0;
    }
    const messages = messagesWithout(readLabelledMessages(read.folder), read.without);
    say(`${messages.length} messages${read.without.length > 0 ? `, without ${read.without.join(', ')}` : ''}`);
    const out = read.out ?? projectFile('proxy/models');
    for (const model of read.models) {
      const progress = (round: number, of: number) => say(`${model}: round ${round} of ${of}`);
      TRAIN[model](out, messages, { seed: read.seed, progress });
    }
    say(`written to ${out}`);
    return 0;
  } catch (error) {
    say(`train: ${(error as Error).message}\nMore with --help.`);
    return 2;
  }
}
