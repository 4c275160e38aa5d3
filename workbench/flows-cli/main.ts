import { existsSync } from 'node:fs';
import { FlowFormatError } from '../flow-engine/plan/flow-format-error';
import { UnreadableFlow } from '../../flows/file/flow-document';
import { CommandProblem } from './command-problem';
import { readFlowsOptions, USAGE, UsageError } from './flows-options';
import { list } from './list-command';
import { run } from './run-command';
import { trace } from './trace-command';
import { validate } from './validate-command';

const out = (text: string): void => void process.stdout.write(text);
const note = (text: string): void => void process.stderr.write(text);

/** @returns the exit code */
async function main(argv: readonly string[]): Promise<number> {
  try {
    const options = readFlowsOptions(argv);
    if (!options) {
      out(USAGE);
      return 0;
    }
    switch (options.command) {
      case 'list':
        return list(options, out);
      case 'validate':
        return validate(options, out);
      case 'trace':
        return trace(options, out);
      case 'run':
        return await run(options, { out, note });
    }
  } catch (error) {
    if (error instanceof UsageError) {
      note(`${error.message}\nTry npm run flows -- --help.\n`);
      return 2;
    }
    if (error instanceof CommandProblem || error instanceof FlowFormatError || error instanceof UnreadableFlow) {
      note(`${error.message}\n`);
      return 1;
    }
    throw error;
  }
}

if (existsSync('.env')) process.loadEnvFile('.env');

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
