import { UnreadableFlow } from '../../flows/file/flow-document';
import { FlowFormatError } from '../flow-engine/plan/flow-format-error';
import { type CommandOutput } from './command-output';
import { CommandProblem } from './command-problem';
import { readFlowsOptions, USAGE, UsageError } from './flows-options';
import { list } from './list-command';
import { mailbox } from './mailbox-command';
import { run } from './run-command';
import { trace } from './trace-command';
import { validate } from './validate-command';

/**
 * Runs the command.
 * @returns the exit code: 0 all is well, 1 findings or a run that did not succeed, 2 the command was not understood
 */
export async function runFlowsCommand(argv: readonly string[], output: CommandOutput): Promise<number> {
  const { out, note } = output;
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
        return validate(options, output);
      case 'trace':
        return trace(options, out);
      case 'mailbox':
        return mailbox(options, output);
      case 'run':
        return await run(options, output);
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
