import { parseArgs } from 'node:util';

/** What may be said on the command line. */
export interface StartOptions {
  help: boolean;
  /** Port of the page. */
  port?: string;
  /** Folder for all state. */
  data?: string;
  /** The stand-in of the language model reads the messages. */
  model: boolean;
}

/** The command line is wrong; the message says what is right. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export const HELP = `Starts the Retail Call Center on this machine: the service, sandboxes of the vendors, the flows with
their mailbox and tables, and one page to write messages and watch what comes of them.

Usage: npm start -- [options]

  --port PORT   port of the page (WORKBENCH_PORT, 3000 when left out); 0 takes a free one
  --data DIR    folder for all state (RCC_DATA_DIR, .data when left out)
  --model       messages are read by the stand-in of the language model instead of the offline model
  --help        this text

The service listens on PORT (5000). Every setting is described in .env.example; a file .env is read when there is one.
Vendors without keys are sandboxes on free ports; once one vendor's key is set, those without are off.
Ctrl-C stops; a second Ctrl-C stops at once.`;

/**
 * @param parameters as given after the script's name
 * @throws {UsageError}
 */
export function readOptions(parameters: string[]): StartOptions {
  try {
    const { values } = parseArgs({
      args: parameters,
      options: {
        help: { type: 'boolean', short: 'h' },
        port: { type: 'string' },
        data: { type: 'string' },
        model: { type: 'boolean' },
      },
    });
    return { help: values.help ?? false, port: values.port, data: values.data, model: values.model ?? false };
  } catch (error) {
    const reason = (error as Error).message.split('. ')[0];
    throw new UsageError(`${reason}. See npm start -- --help.`);
  }
}
