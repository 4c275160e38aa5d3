/** One thing wrong with a flow's file. */
export interface FlowProblem {
  /** JSON pointer in the file. */
  pointer: string;
  message: string;
}

/** A flow that cannot be run: every problem is listed with its place. */
export class FlowFormatError extends Error {
  override name = 'FlowFormatError';

  constructor(
    readonly source: string,
    readonly problems: FlowProblem[],
  ) {
    const lines = problems.map((problem) => `  ${problem.pointer || '/'}: ${problem.message}`);
    super([`${source} cannot be run as a flow:`, ...lines].join('\n'));
  }
}
