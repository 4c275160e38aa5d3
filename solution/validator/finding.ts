export type Severity = 'error' | 'warning';

/** One thing wrong with a solution, and what to do about it. */
export interface Finding {
  /** `S001` …; stable, see `docs/solution-rules.md`. */
  code: string;
  severity: Severity;
  /** Path below the solution's source folder, with `/` between folders. */
  file: string;
  /** Line in the file, from 1; absent when the finding is about the file as a whole. */
  line?: number;
  /** What is wrong, naming what it is about. */
  message: string;
  /** What to do. */
  fix: string;
}
