/** One word of `npm run solution`. */
export interface Command {
  /** The whole help of the command, ending with a new line. */
  usage: string;
  /**
   * Runs it: results go to standard output, progress and problems to standard error.
   * @returns the exit code: 0 done, 1 not done or findings, 2 not understood
   * @throws {UsageError} what was asked is not understood
   */
  run(parameters: string[]): Promise<number>;
}

/** The command line was not understood; the message says why and what to write instead. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** What stops a command and is no fault of the program: the message is for the person who asked. */
export class Refusal extends Error {
  override name = 'Refusal';
}
