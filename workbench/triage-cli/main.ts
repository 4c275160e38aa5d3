import { stat } from 'node:fs/promises';
import { type Arguments, readArguments, USAGE } from './arguments';
import { progressOn } from './progress';
import { triageFile } from './triage-file';

const INTERRUPTED = 130;

function explain(problem: unknown, { input, output }: Arguments): string {
  const { code, path, message } = problem as NodeJS.ErrnoException;
  const subject = path === undefined || path === input ? input : output;
  if (code === 'ENOENT') return subject === input ? `there is no file ${input}` : `there is no folder for ${output}`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return `no permission for ${subject}`;
  if (code === 'EISDIR') return `${subject} is a folder, not a file`;
  if (code === 'ENOSPC') return 'the disk is full';
  return message;
}

async function main(): Promise<number> {
  const given = readArguments(process.argv.slice(2));
  if (given === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  if ('problem' in given) {
    process.stderr.write(`triage: ${given.problem}\n\n${USAGE}`);
    return 2;
  }
  const interrupt = new AbortController();
  const stop = () => interrupt.abort(new Error('interrupted'));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const progress = progressOn(process.stderr, (await stat(given.input)).size);
    const start = Date.now();
    const summary = await triageFile({
      ...given,
      signal: interrupt.signal,
      onBadLine: (number, problem) => {
        progress.clear();
        process.stderr.write(`line ${number} ${problem}\n`);
      },
      onLine: (bytes, { messages }) => progress.show(bytes, messages),
    });
    progress.clear();
    process.stdout.write(`${summary.lines(Date.now() - start).join('\n')}\nwritten: ${given.output}\n`);
    return 0;
  } catch (problem) {
    if (interrupt.signal.aborted) {
      process.stderr.write('\ntriage: interrupted, nothing was written\n');
      return INTERRUPTED;
    }
    process.stderr.write(`triage: ${explain(problem, given)}\n`);
    return 1;
  }
}

void main().then((code) => {
  process.exitCode = code;
});
