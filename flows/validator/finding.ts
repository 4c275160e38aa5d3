export type Severity = 'error' | 'warning';

/** One thing wrong with a flow, and what to do about it. */
export interface Finding {
  /** `F001` …; stable, see `docs/flow-rules.md`. */
  code: string;
  severity: Severity;
  /** JSON pointer in the file; empty for the file as a whole. */
  pointer: string;
  /** What is wrong, naming what it is about. */
  message: string;
  /** What to do. */
  fix: string;
}
