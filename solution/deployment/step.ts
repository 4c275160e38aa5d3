/** A part of a deployment: what a person could type, and how it is done here. */
export interface Step {
  title: string;
  /** Commands to copy, or sentences that begin with `#`. */
  commands: readonly string[];
  /**
   * Does it, unless it is done already.
   * @returns what came out, in one line
   * @throws {StepFailed} and {PersonNeeded}
   */
  run(): Promise<string>;
}

/** A step could not be done. */
export class StepFailed extends Error {
  override name = 'StepFailed';

  constructor(
    message: string,
    /** How to go on; a second run begins where this one stopped. */
    readonly remedy: string,
    /** What the tool said last. */
    readonly said = '',
  ) {
    super(message);
  }
}

/** All that can be done by a program is done; a person has to do something before the rest. */
export class PersonNeeded extends Error {
  override name = 'PersonNeeded';

  constructor(
    message: string,
    readonly todo: readonly string[],
  ) {
    super(message);
  }
}
