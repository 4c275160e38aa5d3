import { projectFile } from '../../../proxy/src/project-file';
import { INTENT_MODEL } from '../../../proxy/src/triage/intent/intent-model';
import { readArguments, USAGE } from './arguments';
import { messagesWithout, readLabelledMessages } from './labelled-messages';
import { sourcesOf } from './sources';
import { trainIntentModel } from './train-intent-model';
import { writeModel } from './write-model';

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
    const progress = (round: number, of: number) => say(`round ${round} of ${of}`);
    const model = trainIntentModel(messages, { seed: read.seed, progress });
    const out = read.out ?? projectFile('proxy/models');
    writeModel(out, INTENT_MODEL, model, sourcesOf(messages));
    say(`written to ${out}`);
    return 0;
  } catch (error) {
    say(`train: ${(error as Error).message}\nMore with --help.`);
    return 2;
  }
}
